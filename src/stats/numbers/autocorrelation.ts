/**
 * Correlation of a series with itself one period earlier. Above .5 the limits of a control chart are too narrow: use
 * Laney's, or season-adjusted values. NaN below three values or without variation.
 * @example lagOne([1, 2, 3, 4, 5, 6]) // => 0.5
 */
export function lagOne(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (values.length < 3 || squares === 0) return Number.NaN;
  return values.slice(1).reduce((sum, value, i) => sum + (value - mean) * (values[i]! - mean), 0) / squares;
}
