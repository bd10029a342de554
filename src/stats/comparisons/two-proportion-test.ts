import {chiSquareUpper} from "../numbers/distributions.js";
import {fisherExact} from "./fisher-exact.js";
import type {Share} from "./newcombe-difference.js";

/**
 * Test of p1 = p2: N-1 chi-square where all expected counts are at least 1 (Campbell, Stat Med 2007), Fisher below that.
 * Also Cohen's h and the odds ratio (NaN or Infinity where a cell is empty).
 * @example twoProportionTest({k: 56, n: 70}, {k: 48, n: 80}) // => {chi2: 6.9765886288, p: 0.0082582879, method: "n_minus_1_chi2", cohen_h: 0.442143188, odds_ratio: 2.6666666667}
 */
export function twoProportionTest(
  a: Share,
  b: Share,
): {
  readonly chi2: number;
  readonly p: number;
  readonly method: "n_minus_1_chi2" | "fisher";
  readonly cohen_h: number;
  readonly odds_ratio: number;
} {
  const total = a.n + b.n;
  const hits = a.k + b.k;
  const cross = a.k * (b.n - b.k) - b.k * (a.n - a.k);
  const chi2 = ((total - 1) * cross * cross) / (a.n * b.n * hits * (total - hits));
  const smallestExpected = (Math.min(a.n, b.n) * Math.min(hits, total - hits)) / total;
  const method = smallestExpected >= 1 ? "n_minus_1_chi2" : "fisher";
  return {
    chi2,
    p: method === "fisher" ? fisherExact(a, b) : chiSquareUpper(chi2, 1),
    method,
    cohen_h: 2 * Math.asin(Math.sqrt(a.k / a.n)) - 2 * Math.asin(Math.sqrt(b.k / b.n)),
    odds_ratio: (a.k * (b.n - b.k)) / (b.k * (a.n - a.k)),
  };
}
