import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Wilson score interval of a share k/n, on the 0..1 scale. Works at 0/n and n/n; never leaves 0..1.
 * Counts need not be whole: with weights or repeated answers give k = p * n_eff and n = n_eff.
 * Assumes independent answers. NaN when n is 0.
 * Wilson, JASA 1927; recommended by Newcombe, Stat Med 1998, 17:857.
 * @example wilsonInterval(81, 263) // => {estimate: 0.3079847909, low: 0.2552885199, high: 0.366209577}
 */
export function wilsonInterval(k: number, n: number, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  if (!(k >= 0 && k <= n)) throw new RangeError(`invalid k; not in [0, n]: ${k} of ${n}`);
  const p = k / n;
  const z2 = normalMultiplier(confidence) ** 2;
  const centre = 2 * k + z2;
  const spread = Math.sqrt(z2 * (z2 + 4 * k * (1 - p)));
  const scale = 2 * (n + z2);
  return {
    estimate: p,
    low: k === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: k === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
