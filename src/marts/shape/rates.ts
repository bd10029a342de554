import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {limits} from "./limits.js";
import type {DeriveOptions} from "./table.js";

/** Mean length of a month in days, where several months are one exposure. */
export const daysPerMonth = 30.4375;

/** Part of a whole with Wilson limits, as columns; withheld where the base is too small. */
export function shareOf({k, n}: {k: number; n: number}, {preset}: DeriveOptions) {
  const {estimate, low, high} = wilsonInterval(k, n);
  const {flag} = smallN({n, estimate, low, high}, {preset});
  return flag === "suppressed" ? {value: null, lo: null, hi: null, flag} : {value: estimate, lo: low, hi: high, flag};
}

/** The same under a name of its own, for rows of several shares: `kept_share`, `kept_share_lo`, `kept_share_hi`. */
export function shareAs<Name extends string>(name: Name, part: {k: number; n: number}, options: DeriveOptions) {
  const {value, lo, hi} = shareOf(part, options);
  return limits(name, value === null ? undefined : {estimate: value, low: lo!, high: hi!});
}

/** A share with its limits whatever its base, and why it may not be shown: for rows whose base is judged together with others'. */
export function judgedShare({k, n}: {k: number; n: number}, {preset}: DeriveOptions) {
  const interval = wilsonInterval(k, n);
  const {flag, reason} = smallN({n, ...interval}, {preset});
  return {...interval, flag, reason};
}

/** Mean of a total over the records in which it is known; null where they are too few to show. */
export function meanOf({total, known}: {total: number | null; known: number}, {preset}: DeriveOptions): number | null {
  return total === null || smallN({n: known, kind: "mean"}, {preset}).flag === "suppressed" ? null : total / known;
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
