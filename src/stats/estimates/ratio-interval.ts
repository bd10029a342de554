import {tQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Ratio of two means by Fieller (1954), with the covariance of the means (0 for different people). NaN limits where the
 * lower mean is not clearly above 0.
 * @example fiellerInterval({a: 8, b: 7.5, var_a: 0.01, var_b: 0.012, cov: 0.004, df: 100}) // => {estimate: 1.0666666667}
 */
export function fiellerInterval(
  {
    a,
    b,
    var_a,
    var_b,
    cov,
    df,
  }: {
    readonly a: number;
    readonly b: number;
    /** squared standard errors of the means, and their covariance */
    readonly var_a: number;
    readonly var_b: number;
    readonly cov: number;
    readonly df: number;
  },
  {confidence = 0.95}: ConfidenceOption = {},
): Interval {
  const t2 = tQuantile((1 + confidence) / 2, df) ** 2;
  const scale = b * b - t2 * var_b;
  const middle = a * b - t2 * cov;
  const root = middle ** 2 - scale * (a * a - t2 * var_a);
  if (!(scale > 0 && root >= 0)) return {estimate: a / b, low: Number.NaN, high: Number.NaN};
  return {estimate: a / b, low: (middle - Math.sqrt(root)) / scale, high: (middle + Math.sqrt(root)) / scale};
}
