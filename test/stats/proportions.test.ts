import fc from "fast-check";
import {expect, test} from "vitest";
import {benjaminiHochberg} from "../../src/stats/comparisons/benjamini-hochberg.js";
import {fisherExact} from "../../src/stats/comparisons/fisher-exact.js";
import {newcombeDifference} from "../../src/stats/comparisons/newcombe-difference.js";
import {newcombePaired} from "../../src/stats/comparisons/paired-proportions.js";
import {twoProportionTest} from "../../src/stats/comparisons/two-proportion-test.js";
import {goodmanIntervals} from "../../src/stats/estimates/goodman-intervals.js";
import {tangoInterval} from "../../src/stats/estimates/tango-interval.js";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {funnelLimits} from "../../src/stats/series/funnel-limits.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("proportions");

test.each(["proportion-81-263", "proportion-15-148"])("Wilson limits of %s agree with Newcombe 1998", (id) => {
  const {input, expected, tolerance} = entries[id]!;
  const {low, high} = wilsonInterval(input.k, input.n);
  expectClose([low, high], expected.wilson, tolerance);
});

test.each(["difference-56-70-minus-48-80", "difference-5-56-minus-0-29"])(
  "the hybrid score %s agrees with Newcombe 1998",
  (id) => {
    const {input, expected, tolerance} = entries[id]!;
    const {estimate, low, high} = newcombeDifference({k: input.x1, n: input.n1}, {k: input.x2, n: input.n2});
    expectClose([estimate, low, high], [expected.difference, ...expected.newcombe], tolerance);
  },
);

test("Tango's limits of the PM approval table agree with R", () => {
  const {input, expected, tolerance} = entries["paired-pm-approval"]!;
  const {estimate, low, high} = tangoInterval(input);
  expectClose([estimate, low, high], [expected.difference, ...expected.tango], tolerance);
});

test("fifteen p-values are adjusted as in Benjamini and Hochberg 1995", () => {
  const {input, expected, tolerance} = entries["bh-1995"]!;
  const adjusted = benjaminiHochberg(input.p);
  expectClose(adjusted, expected.adjusted, tolerance);
  expect(adjusted.filter((p) => p <= input.q)).toHaveLength(expected.rejected_bh);
});

test("the tests of two proportions agree with R", () => {
  const {input, expected, tolerance} = entries["two-proportion-tests-56-70-48-80"]!;
  const [a, b] = [
    {k: input.x1, n: input.n1},
    {k: input.x2, n: input.n2},
  ];
  const result = twoProportionTest(a, b);
  expectClose([result.chi2, result.p], [expected.n_minus_1_chi2, expected.n_minus_1_p], tolerance);
  expectClose([result.cohen_h, result.odds_ratio], [expected.cohen_h, expected.odds_ratio], tolerance);
  expectClose(fisherExact(a, b), expected.fisher_p, tolerance);
});

test("with expected counts below one, Fisher's test takes over", () => {
  expect(twoProportionTest({k: 1, n: 5}, {k: 0, n: 200}).method).toBe("fisher");
});

test("the paired interval agrees with Newcombe", () => {
  const newcombe = entries["paired-newcombe-36-12-2-0"]!;
  const paired = newcombePaired(newcombe.input);
  expectClose([paired.low, paired.high], newcombe.expected.interval, newcombe.tolerance);
});

test("simultaneous shares agree with Goodman 1965", () => {
  const {input, expected, tolerance} = entries["goodman-simultaneous"]!;
  const got = goodmanIntervals(input.counts).map(({low, high}) => [low, high]);
  expectClose(got, expected.intervals, tolerance);
});

test("funnel limits are exact binomial quantiles", () => {
  const {input, expected, tolerance} = entries["funnel-085"]!;
  const limits = input.n.map((n: number) => funnelLimits(n, input.p0));
  const column = (key: string) => limits.map((limit: Record<string, number>) => limit[key]);
  expectClose(
    [column("low_95"), column("high_95"), column("low_998"), column("high_998")],
    [expected.lo95, expected.hi95, expected.lo998, expected.hi998],
    tolerance,
  );
});

test("Wilson limits of k and of n - k mirror each other", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 1000}), fc.double({min: 0, max: 1, noNaN: true}), (n, part) => {
      const k = Math.round(n * part);
      const {low, high} = wilsonInterval(k, n);
      const other = wilsonInterval(n - k, n);
      expectClose([low, high], [1 - other.high, 1 - other.low], 1e-12);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
    }),
  );
});
