import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {kish} from "../../src/stats/surveys/kish.js";
import {postStratify} from "../../src/stats/surveys/post-stratify.js";
import {rakeWeights} from "../../src/stats/surveys/rake-weights.js";
import {rakedEstimate} from "../../src/stats/surveys/raked-estimate.js";
import {clusterSums} from "./cluster-sums.js";
import {moments} from "./moments.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("weighting");

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, Row[]> {
  const groups: Record<string, Row[]> = {};
  for (const row of rows) groups[key(row)] = [...(groups[key(row)] ?? []), row];
  return groups;
}

describe.skipIf(!hasOracleData)("apisrs (R package survey; skipped without ../shared/oracle/data)", () => {
  const sumsOf = (rows: readonly Record<string, string | number>[], name: string) =>
    clusterSums(rows.map((row) => ({customer: row.snum!, score: Number(row[name])})));

  test("post-stratified mean and total agree with survey::postStratify", () => {
    const {input, expected, tolerance} = entries["poststratified-apisrs"]!;
    const types = groupBy(oracleRows(input.file), (row) => String(row.stype));
    const population = input.population.stype as Record<string, number>;
    const strata = (name: string) =>
      Object.entries(types).map(([type, rows]) => ({...sumsOf(rows, name), population: population[type]!}));
    const api = postStratify(strata("api00"));
    expectClose([api.estimate, api.se], [expected.mean_api00, expected.se_mean], tolerance);
    const enroll = postStratify(strata("enroll"));
    expectClose([6194 * enroll.estimate, 6194 * enroll.se], [expected.total_enroll, expected.se_total], tolerance);
    const textbook = Object.entries(types).reduce((sum, [type, rows]) => {
      const {n, variance} = moments(rows.map((row) => Number(row.api00)));
      return sum + (population[type]! / 6194) ** 2 * (variance / n);
    }, 0);
    expectClose(Math.sqrt(textbook), expected.se_mean_textbook_no_fpc, tolerance);
  });

  test("raked mean, total, weights and design effect agree with survey::rake", () => {
    const {input, expected, tolerance} = entries["raked-apisrs"]!;
    const groups = groupBy(oracleRows(input.file), (row) => `${row.stype}|${row["sch.wide"]}`);
    const cells = (name: string) =>
      Object.entries(groups).map(([key, rows]) => {
        const [stype, wide] = key.split("|");
        return {levels: {stype: stype!, "sch.wide": wide!}, ...sumsOf(rows, name)};
      });
    const api = rakedEstimate(cells("api00"), input.population);
    expectClose([api.estimate, api.se], [expected.mean_api00, expected.se_mean], tolerance);
    const enroll = rakedEstimate(cells("enroll"), input.population);
    expectClose([6194 * enroll.estimate, 6194 * enroll.se], [expected.total_enroll, expected.se_total], tolerance);
    for (const {stype, weight, ...rest} of expected.cell_weights) {
      const i = cells("api00").findIndex(
        ({levels}) => levels.stype === stype && levels["sch.wide"] === rest["sch.wide"],
      );
      expectClose(api.weights[i], weight, tolerance);
    }
    const sum_sq = cells("api00").reduce((sum, {n}, i) => sum + n * api.weights[i]! ** 2, 0);
    expectClose(kish({n: 200, sum: 6194, sum_sq}), {deff: expected.kish_deff, n_eff: expected.kish_n_eff}, tolerance);
  });
});

const sample = fc.array(fc.tuple(fc.integer({min: 1, max: 80}), fc.integer({min: 1, max: 80})), {
  minLength: 2,
  maxLength: 4,
});

test("after raking the weighted margins are the margins of the base", () => {
  fc.assert(
    fc.property(sample, fc.double({min: 0.2, max: 0.8, noNaN: true}), (counts, part) => {
      const cells = counts.flatMap(([f, m], i) => [
        {levels: {size: `s${i}`, sex: "f"}, n: f},
        {levels: {size: `s${i}`, sex: "m"}, n: m},
      ]);
      const size = Object.fromEntries(counts.map((_, i) => [`s${i}`, 1000 / counts.length]));
      const sex = {f: 1000 * part, m: 1000 * (1 - part)};
      const {weights} = rakeWeights(cells, {size, sex}, {trim: Infinity});
      const share = (margin: "size" | "sex", level: string) =>
        cells.reduce((sum, cell, i) => sum + (cell.levels[margin] === level ? weights[i]! * cell.n : 0), 0);
      expectClose([share("sex", "f"), share("size", "s0")], [sex.f, size.s0], 1e-8);
    }),
  );
});

test("a level of the base without answers is refused by name", () => {
  expect(() => rakeWeights([{levels: {a: "x"}, n: 5}], {a: {x: 5, y: 3}})).toThrow('a "y": 3 customers, no answer');
});

test("margins of different size are refused", () => {
  const cells = [
    {levels: {a: "x", b: "u"}, n: 5},
    {levels: {a: "y", b: "v"}, n: 5},
  ];
  expect(() => rakeWeights(cells, {a: {x: 5, y: 5}, b: {u: 50, v: 5}})).toThrow("did not settle");
});

test("post-strata in proportion to the base change nothing", () => {
  const stratum = (k: number) => ({
    population: 500,
    ...clusterSums(Array.from({length: 20}, (_, i) => ({customer: i, score: i < k ? 1 : 0}))),
  });
  expectClose(postStratify([stratum(5), stratum(15)]), {estimate: 0.5, weights: [1, 1], n_eff: 40});
});
