import {tQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** Size, mean and sample variance (n - 1): what SQL gives as count, avg, var_samp. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Interval of a mean by Student's t. Assumes independent values; NaN limits below two values.
 * With `population` the standard error takes the finite-population factor sqrt(1 - n/N) (Cochran 1977, 2.6): only for
 * describing this base now, never for comparisons.
 * @example meanInterval({n: 10, mean: 0.75, variance: 3.2005555556}) // => {estimate: 0.75, low: -0.5297804, high: 2.0297804}
 */
export function meanInterval(
  {n, mean, variance}: Moments,
  {
    confidence = 0.95,
    population = Infinity,
  }: ConfidenceOption & {/** size of the whole base; defaults to Infinity */ readonly population?: number} = {},
): Interval {
  if (!(n >= 2)) return {estimate: n === 1 ? mean : Number.NaN, low: Number.NaN, high: Number.NaN};
  const half = tQuantile((1 + confidence) / 2, n - 1) * meanStandardError({n, mean, variance}, {population});
  return {estimate: mean, low: mean - half, high: mean + half};
}

/**
 * Standard error of a mean, with the finite-population factor when the size of the base is given.
 * @example meanStandardError({n: 25, mean: 4, variance: 1}) // => 0.2
 */
export function meanStandardError(
  {n, variance}: Moments,
  {population = Infinity}: {readonly population?: number} = {},
): number {
  return Math.sqrt((variance / n) * (1 - n / population));
}
