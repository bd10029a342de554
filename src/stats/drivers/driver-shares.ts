import {type BootstrapOptions, blockBootstrap, percentileInterval, sumOfBlocks} from "../numbers/block-bootstrap.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {type Importance, importance} from "./importance.js";
import {blockCorrelations, type MomentBlocks} from "./moment-blocks.js";
import {shapleyParts} from "./shapley-parts.js";

export interface DriverShares extends Importance {
  readonly n: number;
  /** share of R^2 with percentile limits, one per driver */
  readonly intervals: readonly Interval[];
  /** is the difference of two shares sure: apart[i][j] */
  readonly apart: readonly (readonly boolean[])[];
  /** how often each driver came first among the resamples */
  readonly first: readonly number[];
  readonly r2_interval: Interval;
}

/**
 * Driver shares with a bootstrap by customer: blocks of summed products are drawn with replacement, so a resample costs
 * the same for a thousand answers and for five million. Percentile limits (Groemping 2006); two drivers are ranked
 * apart only where the limits of their difference leave out 0.
 * Show it only with complete cases >= max(104 + p, 150) (Green 1991), at least 70 % of rows complete and R^2 >= .15.
 * @example driverShares(momentBlocks([[1, 1, 2], [2, 2, 1], [3, 3, 3], [4, 4, 4], [5, 4, 1]].map((values, customer) => ({customer, values}))), {random: seededRandom(1), resamples: 10}).n // => 5
 */
export function driverShares(
  {drivers, size, sums}: MomentBlocks,
  {confidence = 0.95, ...options}: ConfidenceOption & BootstrapOptions,
): DriverShares {
  const all = blockCorrelations(sumOfBlocks({size, sums}), drivers);
  const whole = importance(all);
  const parts = blockBootstrap({size, sums}, (total) => shapleyParts(blockCorrelations(total, drivers)), options);
  const r2 = parts.map((row) => row.reduce((sum, part) => sum + part, 0));
  const shares = parts.map((row, b) => row.map((part) => part / r2[b]!));
  const limits = (estimate: number, value: (row: readonly number[], b: number) => number) =>
    percentileInterval(estimate, shares.map(value), {confidence});
  return {
    ...whole,
    n: all.n,
    intervals: whole.shares.map((share, i) => limits(share, (row) => row[i]!)),
    apart: whole.shares.map((own, i) =>
      whole.shares.map((other, j) => {
        const {low, high} = limits(own - other, (row) => row[i]! - row[j]!);
        return i !== j && (low > 0 || high < 0);
      }),
    ),
    first: whole.shares.map(
      (_, i) => shares.filter((row) => row.every((share) => share <= row[i]!)).length / shares.length,
    ),
    r2_interval: limits(whole.r2, (_, b) => r2[b]!),
  };
}
