import {binomialCdf, binomialQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {quantile} from "../numbers/quantile.js";

/**
 * Ranks (from 1) of the two sorted values that bracket a percentile, and their exact coverage. Distribution-free.
 * null where no two-sided interval exists: at 95 % below n = 6 (median), 36 (p90), 72 (p95), 368 (p99).
 * Hahn & Meeker, Statistical Intervals, 1991.
 * @example orderStatisticRanks(100, 0.9) // => {lower_rank: 84, upper_rank: 96, coverage: 0.9556901072}
 */
export function orderStatisticRanks(
  n: number,
  p: number,
  {confidence = 0.95}: ConfidenceOption = {},
): {readonly lower_rank: number; readonly upper_rank: number; readonly coverage: number} | null {
  const tail = (1 - confidence) / 2;
  const lower_rank = binomialQuantile(tail, {n, p});
  const upper_rank = binomialQuantile(1 - tail, {n, p}) + 1;
  if (lower_rank < 1 || upper_rank > n) return null;
  const coverage = binomialCdf(upper_rank - 1, {n, p}) - binomialCdf(lower_rank - 1, {n, p});
  return {lower_rank, upper_rank, coverage};
}

/**
 * A percentile (type 7) of complete values with its order-statistic interval; NaN limits where n is too small.
 * Not for times with open items: those are censored, see `resolutionTimes`.
 * @example quantileInterval([1, 2, 3, 4, 5, 6], 0.5) // => {estimate: 3.5, low: 1, high: 6}
 */
export function quantileInterval(values: readonly number[], p: number, options: ConfidenceOption = {}): Interval {
  const sorted = Float64Array.from(values).sort();
  const ranks = sorted.length > 0 ? orderStatisticRanks(sorted.length, p, options) : null;
  return {
    estimate: quantile(values, p),
    low: ranks ? sorted[ranks.lower_rank - 1]! : Number.NaN,
    high: ranks ? sorted[ranks.upper_rank - 1]! : Number.NaN,
  };
}
