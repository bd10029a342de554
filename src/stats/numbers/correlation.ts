import {normalMultiplier} from "./distributions.js";
import type {ConfidenceOption, Interval} from "./interval.js";
import {ranks} from "./ranks.js";

/**
 * Pearson correlation with Fisher's z interval; needs n >= 4 and complete pairs.
 * @example pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]).estimate // => 0.8
 */
export function pearson(x: readonly number[], y: readonly number[], options: ConfidenceOption = {}): Interval {
  const r = correlationOf(x, y);
  return fisherLimits(r, Math.sqrt(1 / (x.length - 3)), options);
}

/**
 * Spearman rank correlation (midranks) with the Bonett-Wright interval (Psychometrika 2000).
 * @example spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 50]).estimate // => 0.8
 */
export function spearman(x: readonly number[], y: readonly number[], options: ConfidenceOption = {}): Interval {
  const r = correlationOf(ranks(x), ranks(y));
  return fisherLimits(r, Math.sqrt((1 + (r * r) / 2) / (x.length - 3)), options);
}

function correlationOf(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError(`invalid pairs; ${x.length} and ${y.length} values`);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/**
 * Limits by Fisher's z transformation, back on the scale of r.
 * @example fisherLimits(0, 0.1).high // => 0.1935246648
 */
export function fisherLimits(r: number, se: number, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  const half = normalMultiplier(confidence) * se;
  return {estimate: r, low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half)};
}
