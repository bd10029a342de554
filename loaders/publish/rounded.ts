/** From here on a number with six decimals has more digits than can be told apart. */
const most = Number.MAX_SAFE_INTEGER / 1e6;

/**
 * A number as it leaves, with six decimals: finer than any page shows, coarser than a last digit that could differ between
 * machines; a large one with fifteen digits, a whole one as it is. What is no number (no end, nothing to divide by) is no
 * value.
 *
 * @example rounded(0.12345678) // => 0.123457
 * @example rounded(9_000_123_456_789) // => 9000123456789
 * @example rounded(12_345_678_901.12346) // => 12345678901.1235
 * @example rounded(1 / 0) // => null
 */
export function rounded(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return value;
  return Math.abs(value) < most ? Math.round(value * 1e6) / 1e6 : Number(value.toPrecision(15));
}
