import type {Moments} from "../estimates/mean-interval.js";
import type {ConfidenceOption} from "../numbers/interval.js";
import {type TTest, tTest} from "./welch-test.js";

/**
 * Difference a - b of two samples that share some people (Derrick, Russ, Toher & White, J Mod Appl Stat Meth 2017,
 * equal variances). `pairs` people are in both, and their ratings correlate at `r`. A check beside `clusterDifference`.
 * @example partiallyOverlappingT({n: 20, mean: 5, variance: 4}, {n: 15, mean: 4, variance: 4}, {pairs: 10, r: 0.5}) // => {t: 1.7320508076, df: 19.2857142857}
 */
export function partiallyOverlappingT(
  a: Moments,
  b: Moments,
  {pairs, r, confidence = 0.95}: ConfidenceOption & {readonly pairs: number; readonly r: number},
): TTest {
  const pooled = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2);
  const se = Math.sqrt(pooled * (1 / a.n + 1 / b.n - (2 * r * pairs) / (a.n * b.n)));
  const alone = a.n + b.n - 2 * pairs;
  const df = pairs - 1 + ((alone + pairs - 1) / (alone + 2 * pairs)) * alone;
  return tTest({difference: a.mean - b.mean, se, df, confidence});
}
