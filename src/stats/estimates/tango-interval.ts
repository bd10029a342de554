import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** b pairs changed one way, c the other, n pairs in all. */
export interface DiscordantPairs {
  readonly b: number;
  readonly c: number;
  readonly n: number;
}

/**
 * Asymptotic score interval of the difference of two paired proportions, (b - c)/n, on the -1..1 scale.
 * Solved by bisection; non-whole counts are allowed. Tango, Stat Med 1998, 17:891.
 * @example tangoInterval({b: 150, c: 86, n: 1600}) // => {estimate: 0.04, low: 0.0213615648, high: 0.0589980333}
 */
export function tangoInterval(pairs: DiscordantPairs, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  const {b, c, n} = pairs;
  if (!(b >= 0 && c >= 0 && b + c <= n * (1 + 1e-12))) throw new RangeError(`invalid counts: b ${b}, c ${c} of n ${n}`);
  if (!(n > 0)) return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN};
  const z = normalMultiplier(confidence);
  const estimate = (b - c) / n;
  return {
    estimate,
    low: b === 0 && c === n ? -1 : bisect(-1, estimate, (delta) => score(pairs, delta) - z),
    high: c === 0 && b === n ? 1 : bisect(estimate, 1, (delta) => score(pairs, delta) + z),
  };
}

function score({b, c, n}: DiscordantPairs, delta: number): number {
  const linear = -b - c + (2 * n - b + c) * delta;
  const root = Math.sqrt(Math.max(0, linear * linear + 8 * n * c * delta * (1 - delta)));
  const q = (root - linear) / (4 * n);
  const variance = n * (2 * q + delta * (1 - delta));
  const distance = b - c - n * delta;
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

/** The score falls as delta grows. */
function bisect(from: number, to: number, excess: (delta: number) => number): number {
  let low = from;
  let high = to;
  while (high - low > 1e-15) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
