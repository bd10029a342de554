import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {wilsonInterval} from "./wilson-interval.js";

/**
 * Wilson interval of a share in a finite base of N, of which n answered: n* = n (N - 1)/(N - n).
 * Only for describing this base now; for comparisons in time or between segments the question is about a process and
 * the plain interval is right (Cochran 1977, 2.14). A full census has no sampling error, but still non-response.
 * @example finiteWilson({k: 45, n: 50, population: 100}) // => {estimate: 0.9, low: 0.8251835861, high: 0.9449338442}
 */
export function finiteWilson(
  {k, n, population}: {readonly k: number; readonly n: number; readonly population: number},
  options: ConfidenceOption = {},
): Interval {
  if (!(population >= n)) throw new RangeError(`invalid population; below n = ${n}: ${population}`);
  if (population === n) return {estimate: k / n, low: k / n, high: k / n};
  const effective = (n * (population - 1)) / (population - n);
  return wilsonInterval((k / n) * effective, effective, options);
}
