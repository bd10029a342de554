import type {ConfidenceOption, Interval} from "./interval.js";
import {quantile} from "./quantile.js";
import type {RandomSource} from "./seeded-random.js";

export interface BootstrapOptions {
  /** where to draw from, see `seededRandom` */
  readonly random: RandomSource;
  /** number of resamples; defaults to 1000 */
  readonly resamples?: number;
}

/** Sums of blocks (customers, or random groups of customers) one after another, `size` numbers each. */
export interface Blocks {
  readonly size: number;
  readonly sums: Float64Array;
}

/**
 * Bootstrap of any statistic that can be had from sums: blocks are drawn with replacement and added, so a resample
 * costs the same however many answers stand behind a block. Returns the statistic of each resample. Efron 1979.
 * @example blockBootstrap({size: 1, sums: Float64Array.of(2, 2)}, ([sum]) => [sum], {random: seededRandom(1), resamples: 2}) // => [[4], [4]]
 */
export function blockBootstrap(
  {size, sums}: Blocks,
  statistic: (total: Float64Array) => readonly number[],
  {random, resamples = 1000}: BootstrapOptions,
): (readonly number[])[] {
  const count = sums.length / size;
  return Array.from({length: resamples}, () => {
    const total = new Float64Array(size);
    for (let i = 0; i < count; i++) {
      const from = Math.floor(random() * count) * size;
      for (let k = 0; k < size; k++) total[k]! += sums[from + k]!;
    }
    return statistic(total);
  });
}

/**
 * All blocks added up, each once.
 * @example sumOfBlocks({size: 2, sums: Float64Array.of(1, 2, 3, 4)}) // => Float64Array.of(4, 6)
 */
export function sumOfBlocks({size, sums}: Blocks): Float64Array {
  const total = new Float64Array(size);
  for (let i = 0; i < sums.length; i++) total[i % size]! += sums[i]!;
  return total;
}

/**
 * Percentile limits of an estimate from its resampled values.
 * @example percentileInterval(2, [1, 2, 3], {confidence: 0.5}) // => {estimate: 2, low: 1.5, high: 2.5}
 */
export function percentileInterval(
  estimate: number,
  values: readonly number[],
  {confidence = 0.95}: ConfidenceOption = {},
): Interval {
  return {estimate, low: quantile(values, (1 - confidence) / 2), high: quantile(values, (1 + confidence) / 2)};
}
