import {normalMultiplier, normalTwoSided} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** A count before and after. */
export interface CountChange {
  readonly before: number;
  readonly after: number;
}

/**
 * How a count changed beside how another changed over the same two stretches: (a after / a before) / (b after / b before).
 * Both stand over the same exposure, which cancels, so it is an odds ratio: limits by the log with the variance of
 * Woolf (Ann Hum Genet 1955); where a cell is 0, half is added to each (Haldane 1956). NaN where one of the two was
 * never counted.
 * @example ratioOfRatios({before: 10845, after: 189}, {before: 10933, after: 104}) // => {estimate: 1.8320539419, low: 1.4400415916, high: 2.330780188}
 */
export function ratioOfRatios(
  a: CountChange,
  b: CountChange,
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly p: number} {
  const counts = [a.after, a.before, b.after, b.before];
  if (a.after + a.before === 0 || b.after + b.before === 0)
    return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN, p: Number.NaN};
  const add = counts.some((count) => count === 0) ? 0.5 : 0;
  const [x = 0, y = 0, u = 0, v = 0] = counts.map((count) => count + add);
  const log = Math.log(x / y / (u / v));
  const se = Math.sqrt(1 / x + 1 / y + 1 / u + 1 / v);
  const half = normalMultiplier(confidence) * se;
  return {
    estimate: Math.exp(log),
    low: Math.exp(log - half),
    high: Math.exp(log + half),
    p: normalTwoSided(log / se),
  };
}
