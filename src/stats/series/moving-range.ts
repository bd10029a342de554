/**
 * Mean absolute difference of neighbours; missing periods (NaN) are stepped over. NaN below two values.
 * @example meanMovingRange([1, 3, 2]) // => 1.5
 */
export function meanMovingRange(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return Number.NaN;
  return known.slice(1).reduce((sum, value, i) => sum + Math.abs(value - known[i]!), 0) / (known.length - 1);
}
