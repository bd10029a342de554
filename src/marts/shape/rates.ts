import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import type {DeriveOptions} from "./table.js";

/** Mean length of a month in days, where several months are one exposure. */
export const daysPerMonth = 30.4375;

/** Part of a whole with Wilson limits, as columns; withheld where the base is too small. */
export function shareOf({k, n}: {k: number; n: number}, {preset}: DeriveOptions) {
  const {estimate, low, high} = wilsonInterval(k, n);
  const {flag} = smallN({n, estimate, low, high}, {preset});
  return flag === "suppressed" ? {value: null, lo: null, hi: null, flag} : {value: estimate, lo: low, hi: high, flag};
}

/** Events over exposure with exact Poisson limits, as columns; withheld where the base is too small. */
export function rate({
  events,
  exposure,
  per,
  n,
  preset,
}: DeriveOptions & {events: number; exposure: number; per: number; n: number}) {
  const {estimate, low, high} = poissonRate({events, exposure}, {per});
  const {flag} = smallN({n, kind: "rate", events, estimate, low, high}, {preset});
  if (!(exposure > 0)) return {value: null, lo: null, hi: null, flag};
  return flag === "suppressed" ? {value: null, lo: null, hi: null, flag} : {value: estimate, lo: low, hi: high, flag};
}
