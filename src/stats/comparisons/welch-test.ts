import type {Moments} from "../estimates/mean-interval.js";
import {tQuantile, tTwoSided} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

export interface TTest extends Interval {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Difference of two independent means, a - b, unequal variances (Welch, Biometrika 1947).
 * @example welchTest({n: 10, mean: 0.75, variance: 3.2005555556}, {n: 10, mean: 2.33, variance: 4.0090000000}) // => {t: -1.8608134675, df: 17.7764735, p: 0.0793941}
 */
export function welchTest(a: Moments, b: Moments, {confidence = 0.95}: ConfidenceOption = {}): TTest {
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return tTest({difference: a.mean - b.mean, se: Math.sqrt(va + vb), df, confidence});
}

/**
 * Mean of paired differences against 0.
 * @example pairedTTest({n: 10, mean: -1.58, variance: 1.5128888889}) // => {t: -4.0621276834, df: 9, p: 0.0028328902}
 */
export function pairedTTest({n, mean, variance}: Moments, {confidence = 0.95}: ConfidenceOption = {}): TTest {
  return tTest({difference: mean, se: Math.sqrt(variance / n), df: n - 1, confidence});
}

/** A t test from its parts. @example tTest({difference: 2, se: 1, df: 10, confidence: 0.95}) // => {t: 2, p: 0.0733880348} */
export function tTest({
  difference,
  se,
  df,
  confidence,
}: {
  readonly difference: number;
  readonly se: number;
  readonly df: number;
  readonly confidence: number;
}): TTest {
  const t = difference / se;
  const half = tQuantile((1 + confidence) / 2, df) * se;
  return {estimate: difference, low: difference - half, high: difference + half, t, df, p: tTwoSided(t, df)};
}
