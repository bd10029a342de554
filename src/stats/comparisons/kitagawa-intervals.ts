import {
  type Blocks,
  type BootstrapOptions,
  blockBootstrap,
  percentileInterval,
  sumOfBlocks,
} from "../numbers/block-bootstrap.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {kitagawa} from "./kitagawa.js";

/**
 * Limits of the performance and mix parts of a change, by resampling customers. Each block (a customer or a random
 * group of customers) holds n0, k0, n1, k1 of every segment in turn.
 * @example kitagawaIntervals({size: 4, sums: Float64Array.of(10, 5, 10, 6, 10, 5, 10, 6)}, {random: seededRandom(1), resamples: 5}).rate // => {estimate: 0.1, low: 0.1, high: 0.1}
 */
export function kitagawaIntervals(
  blocks: Blocks,
  {confidence = 0.95, ...options}: ConfidenceOption & BootstrapOptions,
): {readonly total: Interval; readonly rate: Interval; readonly mix: Interval} {
  const parts = (sums: Float64Array) => {
    const segments = Array.from({length: sums.length / 4}, (_, i) => sums.slice(4 * i, 4 * i + 4));
    const {total, rate, mix} = kitagawa(segments.map(([n0, k0, n1, k1]) => ({n0: n0!, k0: k0!, n1: n1!, k1: k1!})));
    return [total, rate, mix] as const;
  };
  const whole = parts(sumOfBlocks(blocks));
  const drawn = blockBootstrap(blocks, parts, options);
  const interval = (i: 0 | 1 | 2) =>
    percentileInterval(
      whole[i],
      drawn.map((row) => row[i]!),
      {confidence},
    );
  return {total: interval(0), rate: interval(1), mix: interval(2)};
}
