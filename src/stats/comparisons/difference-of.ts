import type {Interval} from "../numbers/interval.js";

/**
 * Interval of a - b for two independent estimates whose limits may be asymmetric (MOVER).
 * Zou & Donner, Stat Med 2008, 27:1693. Feed it limits of the same confidence; with 90 % limits it gives 90 %.
 * @example differenceOf({estimate: 0.8, low: 0.69, high: 0.88}, {estimate: 0.6, low: 0.49, high: 0.7}) // => {estimate: 0.2, low: 0.0513393, high: 0.3360147}
 */
export function differenceOf(a: Interval, b: Interval): Interval {
  const estimate = a.estimate - b.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(a.estimate - a.low, b.high - b.estimate),
    high: estimate + Math.hypot(a.high - a.estimate, b.estimate - b.low),
  };
}
