import {type Importance, importance, shapleyParts} from "./importance.js";
import type {ConfidenceOption, Interval} from "./interval.js";
import {blockCorrelations, type MomentBlocks} from "./moment-blocks.js";
import {quantile} from "./quantile.js";
import type {RandomSource} from "./seeded-random.js";

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
  blocks: MomentBlocks,
  {
    random,
    resamples = 1000,
    confidence = 0.95,
  }: ConfidenceOption & {
    readonly random: RandomSource;
    /** defaults to 1000 */
    readonly resamples?: number;
  },
): DriverShares {
  const {drivers, sums} = blocks;
  const size = ((drivers + 2) * (drivers + 3)) / 2;
  const count = sums.length / size;
  const drawn = Int32Array.from({length: count}, (_, i) => i);
  const all = blockCorrelations(addBlocks(sums, drawn, size), drivers);
  const whole = importance(all);
  const shares: number[][] = [];
  const r2: number[] = [];
  while (shares.length < resamples) {
    for (let i = 0; i < count; i++) drawn[i] = Math.floor(random() * count);
    const parts = shapleyParts(blockCorrelations(addBlocks(sums, drawn, size), drivers));
    const total = parts.reduce((sum, part) => sum + part, 0);
    shares.push(parts.map((part) => part / total));
    r2.push(total);
  }
  const limits = (values: readonly number[]) =>
    [quantile(values, (1 - confidence) / 2), quantile(values, (1 + confidence) / 2)] as const;
  const interval = (estimate: number, values: readonly number[]) => {
    const [low, high] = limits(values);
    return {estimate, low, high};
  };
  return {
    ...whole,
    n: all.n,
    intervals: whole.shares.map((share, i) =>
      interval(
        share,
        shares.map((row) => row[i]!),
      ),
    ),
    apart: whole.shares.map((_, i) =>
      whole.shares.map((__, j) => {
        const [low, high] = limits(shares.map((row) => row[i]! - row[j]!));
        return i !== j && (low > 0 || high < 0);
      }),
    ),
    first: whole.shares.map(
      (_, i) => shares.filter((row) => row.every((share) => share <= row[i]!)).length / resamples,
    ),
    r2_interval: interval(whole.r2, r2),
  };
}

function addBlocks(sums: Float64Array, drawn: Int32Array, size: number): Float64Array {
  const total = new Float64Array(size);
  for (const block of drawn) {
    const from = block * size;
    for (let k = 0; k < size; k++) total[k]! += sums[from + k]!;
  }
  return total;
}
