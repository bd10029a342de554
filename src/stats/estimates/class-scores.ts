/**
 * Quintile scores (1 = lowest) that depend on the value alone: equal customers, equal scores, unlike SQL's ntile.
 * (classes * count(<= x) + n - 1) div n, in whole numbers. For recency give the negative of the days.
 * @example classScores([1, 1, 1, 1, 2, 2, 3, 5, 8, 13]) // => [2, 2, 2, 2, 3, 3, 4, 4, 5, 5]
 */
export function classScores(
  values: readonly number[],
  {classes = 5}: {/** defaults to 5 */ readonly classes?: number} = {},
): number[] {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const upTo = (value: number) => {
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.map((value) => Math.floor((classes * upTo(value) + n - 1) / n));
}
