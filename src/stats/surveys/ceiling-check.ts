import {wilsonInterval} from "../estimates/wilson-interval.js";

/**
 * Does the scale still separate customers? Counts of the answers 1, 2, ... (best last). A single item is at its ceiling
 * where the Wilson lower limit of the top answer exceeds .70 or the standard deviation is below .5 (policy of this
 * report); a multi-item score where more than 15 % reach the maximum (Terwee 2007).
 * @example ceilingCheck([1, 2, 5, 20, 172]) // => {top_share: 0.86, at_ceiling: true}
 */
export function ceilingCheck(
  counts: readonly number[],
  {multiItem = false}: {/** is it a score of several items; defaults to false */ readonly multiItem?: boolean} = {},
): {readonly top_share: number; readonly sd: number; readonly at_ceiling: boolean} {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, i) => sum + count * i, 0) / n;
  const sd = Math.sqrt(counts.reduce((sum, count, i) => sum + count * (i - mean) ** 2, 0) / (n - 1));
  const top = counts.at(-1) ?? 0;
  const low = n > 0 ? wilsonInterval(top, n).low : Number.NaN;
  return {top_share: top / n, sd, at_ceiling: multiItem ? top / n > 0.15 : low > 0.7 || sd < 0.5};
}
