import {chiSquareQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Simultaneous intervals of the shares of one whole (Goodman, Technometrics 1965): all cover together at 95 %.
 * @example goodmanIntervals([56, 72, 73, 59, 62, 87, 58])[0] // => {estimate: 0.1199143469, low: 0.0851672391, high: 0.1662614081}
 */
export function goodmanIntervals(counts: readonly number[], {confidence = 0.95}: ConfidenceOption = {}): Interval[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const b = chiSquareQuantile(1 - (1 - confidence) / counts.length, 1);
  return counts.map((count) => {
    const spread = Math.sqrt(b * (b + (4 * count * (total - count)) / total));
    const scale = 2 * (total + b);
    return {estimate: count / total, low: (b + 2 * count - spread) / scale, high: (b + 2 * count + spread) / scale};
  });
}
