/**
 * Monthly values with the month effect taken out (classical additive decomposition: centred 12-month mean, mean
 * deviation per calendar month). Needs 36 months; with fewer, compare with the same month last year (`rateRatio`).
 * @example seasonAdjust(Array.from({length: 36}, (_, i) => 10 + (i % 12 === 0 ? 6 : 0))).effects[0] // => 5.5
 */
export function seasonAdjust(values: readonly number[]): {
  readonly adjusted: readonly number[];
  readonly effects: readonly number[];
} {
  if (values.length < 36) throw new RangeError(`invalid series; fewer than 36 months: ${values.length}`);
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const trend = values.map((_, i) => {
    const window = values.slice(i - 6, i + 7);
    return i < 6 || window.length < 13 ? Number.NaN : (sum(window) - (window[0]! + window[12]!) / 2) / 12;
  });
  const raw = Array.from({length: 12}, (_, month) => {
    const gaps = values.flatMap((value, i) =>
      i % 12 === month && !Number.isNaN(trend[i]!) ? [value - trend[i]!] : [],
    );
    return sum(gaps) / gaps.length;
  });
  const effects = raw.map((effect) => effect - sum(raw) / 12);
  return {adjusted: values.map((value, i) => value - effects[i % 12]!), effects};
}
