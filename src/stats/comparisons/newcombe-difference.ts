import {wilsonInterval} from "../estimates/wilson-interval.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {differenceOf} from "./difference-of.js";

/** k of n. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

/**
 * Difference of two independent proportions, a - b, by the hybrid score method (method 10).
 * Newcombe, Stat Med 1998, 17:873.
 * @example newcombeDifference({k: 56, n: 70}, {k: 48, n: 80}) // => {estimate: 0.2, low: 0.0524314724, high: 0.333872654}
 */
export function newcombeDifference(a: Share, b: Share, options: ConfidenceOption = {}): Interval {
  return differenceOf(wilsonInterval(a.k, a.n, options), wilsonInterval(b.k, b.n, options));
}
