import {fisherLimits} from "./correlation.js";
import type {ConfidenceOption, Interval} from "./interval.js";

/** What SQL sums over complete pairs. */
export interface PairSums {
  readonly n: number;
  readonly sum_x: number;
  readonly sum_y: number;
  readonly sum_xx: number;
  readonly sum_yy: number;
  readonly sum_xy: number;
}

/**
 * Pearson correlation from sums over pairs, with Fisher's z interval; NaN where either side never varies or n < 4.
 * @example correlationOfSums({n: 5, sum_x: 15, sum_y: 15, sum_xx: 55, sum_yy: 55, sum_xy: 53}).estimate // => 0.8
 */
export function correlationOfSums(
  {n, sum_x, sum_y, sum_xx, sum_yy, sum_xy}: PairSums,
  options: ConfidenceOption = {},
): Interval {
  const xx = n * sum_xx - sum_x * sum_x;
  const yy = n * sum_yy - sum_y * sum_y;
  if (!(n >= 4 && xx > 0 && yy > 0)) return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN};
  const r = (n * sum_xy - sum_x * sum_y) / Math.sqrt(xx * yy);
  return fisherLimits(r, Math.sqrt(1 / (n - 3)), options);
}
