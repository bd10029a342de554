import {chiSquareQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Events per unit of exposure with exact Poisson limits (Garwood, Biometrika 1936).
 * The lower limit is 0 where nothing happened. Assumes events arrive singly and independently: where one customer
 * may file many, look at `dispersionTest` first and prefer the share of complaining customers.
 * @example poissonRate({events: 3, exposure: 1}) // => {estimate: 3, low: 0.6186721229, high: 8.7672730697}
 * @example poissonRate({events: 30, exposure: 1000}, {per: 10000}) // => {estimate: 300, low: 202.4087402, high: 428.2686539}
 */
export function poissonRate(
  {events, exposure}: Exposure,
  {per = 1, confidence = 0.95}: ConfidenceOption & {/** unit of the rate; defaults to 1 */ readonly per?: number} = {},
): Interval {
  if (!(events >= 0)) throw new RangeError(`invalid events; below 0: ${events}`);
  if (!(exposure > 0)) return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN};
  const tail = (1 - confidence) / 2;
  const scale = per / exposure;
  return {
    estimate: events * scale,
    low: events === 0 ? 0 : (chiSquareQuantile(tail, 2 * events) / 2) * scale,
    high: (chiSquareQuantile(1 - tail, 2 * events + 2) / 2) * scale,
  };
}

/** A count and what it is held against: customers, customer-months, orders. */
export interface Exposure {
  readonly events: number;
  readonly exposure: number;
}
