import fc from "fast-check";
import {expect, test} from "vitest";
import {benjaminiHochberg} from "../../src/stats/comparisons/benjamini-hochberg.js";
import {equivalenceTest} from "../../src/stats/comparisons/equivalence-test.js";
import {fisherExact} from "../../src/stats/comparisons/fisher-exact.js";
import {miettinenNurminen} from "../../src/stats/comparisons/miettinen-nurminen.js";
import {newcombeDifference} from "../../src/stats/comparisons/newcombe-difference.js";
import {newcombePaired, pairedWald} from "../../src/stats/comparisons/paired-proportions.js";
import {twoProportionTest} from "../../src/stats/comparisons/two-proportion-test.js";
import {clopperPearson, midPInterval} from "../../src/stats/estimates/clopper-pearson.js";
import {goodmanIntervals} from "../../src/stats/estimates/goodman-intervals.js";
import {sampleSize} from "../../src/stats/estimates/sample-size.js";
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

test.each(["proportion-81-263", "proportion-15-148"])("exact and mid-P limits of %s agree with Newcombe 1998", (id) => {
  const {input, expected, tolerance} = entries[id]!;
  const exact = clopperPearson(input.k, input.n);
  const midP = midPInterval(input.k, input.n);
  expectClose([exact.low, exact.high], expected.clopper_pearson, tolerance);
  expectClose([midP.low, midP.high], expected.mid_p, tolerance);
});

test.each(["difference-56-70-minus-48-80", "difference-5-56-minus-0-29"])(
  "the score interval of %s agrees with R",
  (id) => {
    const {input, expected, tolerance} = entries[id]!;
    const {low, high} = miettinenNurminen({k: input.x1, n: input.n1}, {k: input.x2, n: input.n2});
    expectClose([low, high], expected.miettinen_nurminen, tolerance);
  },
);

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

test("paired intervals agree with Agresti and Newcombe", () => {
  const pm = entries["paired-pm-approval"]!;
  const {low, high} = pairedWald(pm.input);
  expectClose([low, high], pm.expected.wald, pm.tolerance);
  const newcombe = entries["paired-newcombe-36-12-2-0"]!;
  const paired = newcombePaired(newcombe.input);
  expectClose([paired.low, paired.high], newcombe.expected.interval, newcombe.tolerance);
});

test("simultaneous shares agree with Goodman 1965", () => {
  const {input, expected, tolerance} = entries["goodman-simultaneous"]!;
  const got = goodmanIntervals(input.counts).map(({low, high}) => [low, high]);
  expectClose(got, expected.intervals, tolerance);
});

test("two one-sided tests agree with R", () => {
  const {input, expected, tolerance} = entries["tost-412-500-405-500"]!;
  const got = equivalenceTest({k: input.x1, n: input.n1}, {k: input.x2, n: input.n2}, {margin: input.margin});
  expectClose([got.difference, got.se], [expected.diff, expected.se], tolerance);
  expectClose([got.p_lower, got.p_upper], [expected.p_lower, expected.p_upper], tolerance);
  expectClose([got.low_90, got.high_90], expected.ci90, tolerance);
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

test("five points either way need 385 answers, or 278 of a base of 1000", () => {
  const {input, expected} = entries["sample-size-5-points"]!;
  expect(sampleSize({margin: input.margin, p: input.p})).toBe(expected.n);
  expect(sampleSize({margin: input.margin, p: input.p, population: input.N})).toBe(expected.n_finite);
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
