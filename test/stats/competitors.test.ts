import {describe, expect, test} from "vitest";
import {gapChange} from "../../src/stats/comparisons/gap-change.js";
import {partiallyOverlappingT} from "../../src/stats/comparisons/partially-overlapping-t.js";
import {pairedTTest, welchTest} from "../../src/stats/comparisons/welch-test.js";
import {perceivedQuality} from "../../src/stats/drivers/perceived-quality.js";
import {moments} from "../../src/stats/estimates/moments.js";
import {rankSets} from "../../src/stats/estimates/rank-sets.js";
import {fiellerInterval} from "../../src/stats/estimates/ratio-interval.js";
import {pearson} from "../../src/stats/numbers/correlation.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("competitors");

describe.skipIf(!hasOracleData)("partly paired ratings (skipped without ../shared/oracle/data)", () => {
  test("paired, unpaired and partly overlapping t tests agree with R; the choice decides, so the design decides", () => {
    const {input, expected, tolerance} = entries["gap-partly-paired"]!;
    const rows = oracleRows(input.file).map(({us, comp}) => ({us, comp}));
    const us = moments(rows.flatMap(({us: value}) => (value === "" ? [] : [Number(value)])));
    const them = moments(rows.flatMap(({comp: value}) => (value === "" ? [] : [Number(value)])));
    const both = rows
      .filter((row) => row.us !== "" && row.comp !== "")
      .map((row) => [Number(row.us), Number(row.comp)] as const);
    expectClose([us.n, them.n, both.length], [expected.n_us, expected.n_competitor, expected.n_both]);
    const paired = pairedTTest(moments(both.map(([a, b]) => a - b)));
    const {n: _, ...wanted} = expected.paired;
    expectClose({...paired, gap: paired.estimate, ci: [paired.low, paired.high]}, wanted, tolerance);
    const welch = welchTest(us, them);
    expectClose({...welch, gap: welch.estimate, ci: [welch.low, welch.high]}, expected.welch, tolerance);
    const r = pearson(
      both.map(([a]) => a),
      both.map(([, b]) => b),
    ).estimate;
    expectClose(partiallyOverlappingT(us, them, {pairs: both.length, r}), expected.partially_overlapping_t, tolerance);
  });
});

test("rank sets agree with Klein, Wright and Wieczorek", () => {
  const {input, expected, tolerance} = entries["rank-sets-five-brands"]!;
  const brands = input.estimate.map((estimate: number, i: number) => ({estimate, se: input.se[i]}));
  const {z, best, worst} = rankSets(brands);
  expectClose({z, best_rank: best, worst_rank: worst}, expected, tolerance);
});

test("both forms of Gale's ratio come out as in his formulas", () => {
  const {input, expected, tolerance} = entries["gale-profile"]!;
  const items = input.us.map((us: number, i: number) => ({
    us,
    competitor: input.competitor[i],
    weight: input.weight[i],
  }));
  const {us, competitor, ...rest} = perceivedQuality(items);
  expectClose({mpq_us: us, mpq_competitor: competitor, ...rest}, expected, tolerance);
});

test("the change of a gap carries the errors of both waves", () => {
  const {input, expected, tolerance} = entries["gap-change"]!;
  const {estimate, se, low, high} = gapChange(
    {estimate: input.gap0, se: input.se0},
    {estimate: input.gap1, se: input.se1},
  );
  expectClose({change: estimate, se, ci95: [low, high]}, expected, tolerance);
});

test("Fieller's limits come near the delta method where the errors are small, and refuse a denominator near 0", () => {
  const {estimate, low, high} = fiellerInterval({a: 8, b: 7.5, var_a: 1e-4, var_b: 1e-4, cov: 0, df: 1e6});
  const half = 1.959963984540054 * estimate * Math.sqrt(1e-4 / 64 + 1e-4 / 56.25);
  expectClose([low, high], [estimate - half, estimate + half], 1e-5);
  expect(fiellerInterval({a: 8, b: 0.1, var_a: 1, var_b: 1, cov: 0, df: 100}).low).toBeNaN();
});
