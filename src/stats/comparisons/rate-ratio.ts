import type {Exposure} from "../estimates/poisson-rate.js";
import {betaQuantile, binomialCdf, binomialPdf} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Ratio of two Poisson rates, a / b, exact by conditioning on the total (Clopper-Pearson on x1 of x1 + x2, each limit
 * p turned into p t2 / ((1 - p) t1)), with the mid-p test of equal rates. This month against the same month last year.
 * High is Infinity where b had no events.
 * @example rateRatio({events: 30, exposure: 1000}, {events: 20, exposure: 1000}) // => {estimate: 1.5, low: 0.8241318992, high: 2.786754307, p: 0.1607796018}
 */
export function rateRatio(
  a: Exposure,
  b: Exposure,
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly p: number} {
  const n = a.events + b.events;
  const tail = (1 - confidence) / 2;
  const turn = (p: number) => (p * b.exposure) / ((1 - p) * a.exposure);
  const share = a.exposure / (a.exposure + b.exposure);
  const upTo = binomialCdf(a.events, {n, p: share});
  const at = binomialPdf(a.events, {n, p: share});
  return {
    estimate: a.events / a.exposure / (b.events / b.exposure),
    low: a.events === 0 ? 0 : turn(betaQuantile(tail, {a: a.events, b: b.events + 1})),
    high: b.events === 0 ? Infinity : turn(1 - betaQuantile(tail, {a: b.events, b: a.events + 1})),
    p: n === 0 ? 1 : Math.min(1, 2 * Math.min(upTo - at / 2, 1 - upTo + at / 2)),
  };
}
