import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {clusterDifference} from "../../src/stats/comparisons/cluster-difference.js";
import {clusterRatio} from "../../src/stats/estimates/cluster-ratio.js";
import {metricInterval} from "../../src/stats/estimates/metric-interval.js";
import {npsInterval} from "../../src/stats/estimates/nps-interval.js";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {clusterPair, clusterSums} from "./cluster-sums.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const answers = fc.array(fc.record({customer: fc.integer({min: 0, max: 9}), score: fc.integer({min: 0, max: 1})}), {
  minLength: 2,
  maxLength: 60,
});

describe.skipIf(!hasOracleData)("partly paired ratings (skipped without ../shared/oracle/data)", () => {
  test("the clustered gap agrees with survey::svyglm", () => {
    const {input, expected, tolerance} = oracle("competitors")["gap-partly-paired"]!;
    const rows = oracleRows(input.file);
    const side = (name: string) =>
      rows.filter((row) => row[name] !== "").map((row) => ({customer: row.respondent!, score: Number(row[name])}));
    const gap = clusterDifference(clusterPair(side("us"), side("comp")));
    expectClose(gap, {estimate: expected.gap, se: expected.clustered.se, customers: 260}, tolerance);
    expectClose([gap.low, gap.high], expected.clustered.ci_t, tolerance);
  });
});

test("repeating every answer of every customer leaves the standard error unchanged", () => {
  fc.assert(
    fc.property(answers, (rows) => {
      expectClose(clusterRatio(clusterSums([...rows, ...rows])), clusterRatio(clusterSums(rows)), 1e-9);
    }),
  );
});

test("answers that are all alike have no spread, whatever their weights and the order of adding", () => {
  const weights = fc.array(fc.double({min: 0.1, max: 9, noNaN: true}), {minLength: 2, maxLength: 200});
  const score = fc.constantFrom(1, 3, 4.4, 5, -100);
  fc.assert(
    fc.property(weights, score, (list, points) => {
      const added = (of: (weight: number) => number) => list.reduce((sum, weight) => sum + of(weight), 0);
      const backwards = (of: (weight: number) => number) => list.reduceRight((sum, weight) => sum + of(weight), 0);
      const sums = {
        n: added((weight) => weight),
        total: backwards((weight) => weight * points),
        customers: list.length,
        sum_total_sq: added((weight) => (weight * points) ** 2),
        sum_total_n: backwards((weight) => weight * points * weight),
        sum_n_sq: added((weight) => weight * weight),
      };
      expect(clusterRatio(sums).se).toBe(0);
    }),
  );
});

test("the order of the answers changes nothing", () => {
  fc.assert(
    fc.property(answers, (rows) => {
      expect(clusterSums(rows.toReversed())).toEqual(clusterSums(rows));
    }),
  );
});

test("scaling all weights changes neither estimate nor standard error nor effective size", () => {
  fc.assert(
    fc.property(answers, fc.double({min: 0.01, max: 100, noNaN: true}), (rows, factor) => {
      const heavy = clusterSums(rows.map((row, i) => ({...row, weight: 1 + (i % 3)})));
      const scaled = clusterSums(rows.map((row, i) => ({...row, weight: factor * (1 + (i % 3))})));
      const at = (sums: typeof heavy) => metricInterval("share", {...sums, answers: rows.length});
      expectClose(at(scaled), at(heavy), 1e-7);
    }),
  );
});

test("with one answer per customer a share has the plain Wilson interval", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 500}), fc.double({min: 0, max: 1, noNaN: true}), (n, part) => {
      const k = Math.round(n * part);
      const sums = {n, total: k, customers: n, sum_total_sq: k, sum_total_n: k, sum_n_sq: n};
      const {estimate, low, high} = metricInterval("share", sums);
      expectClose({estimate, low, high}, wilsonInterval(k, n), 1e-12);
    }),
  );
});

test("with one answer per customer an NPS has the plain score interval", () => {
  const [promoters, detractors, n] = [150, 40, 250];
  const total = 100 * (promoters - detractors);
  const sums = {
    n,
    total,
    customers: n,
    sum_total_sq: 1e4 * 190,
    sum_total_n: total,
    sum_n_sq: n,
    promoters,
    detractors,
  };
  expectClose(metricInterval("nps", sums), npsInterval({promoters, passives: 60, detractors}), 1e-9);
});

test("ten customers who say the same thing ten times count as ten, not as a hundred", () => {
  const rows = Array.from({length: 100}, (_, i) => ({customer: i % 10, score: i % 10 < 5 ? 1 : 0}));
  const {n, n_eff} = metricInterval("share", clusterSums(rows));
  expect(n).toBe(100);
  expectClose(n_eff, 9);
});

test("a cell without answers has no figure", () => {
  const empty = clusterSums([]);
  expectClose(metricInterval("share", empty), {estimate: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0});
});
