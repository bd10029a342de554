/**
 * P-values adjusted for the number of comparisons in one declared family, in the order given.
 * A comparison is significant at false-discovery rate q where its adjusted value is <= q. NaN entries (comparisons
 * that were not made) stay NaN and do not count. Benjamini & Hochberg, JRSS B 1995, 57:289.
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => Number.NaN);
  const order = pValues
    .map((p, index) => ({p, index}))
    .filter(({p}) => !Number.isNaN(p))
    .sort((a, b) => b.p - a.p);
  let running = 1;
  order.forEach(({p, index}, i) => {
    running = Math.min(running, (p * order.length) / (order.length - i));
    adjusted[index] = running;
  });
  return adjusted;
}
