import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {tangoInterval} from "./tango-interval.js";

/** How many answered 9-10, 7-8 and 0-6. Counts need not be whole (effective counts of weighted or repeated answers). */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/**
 * Net promoter score in points (-100 to 100) with the asymptotic score interval.
 * NPS is the difference of two paired proportions, so its score interval is Tango's (Stat Med 1998); adjusted
 * Wald variants are close, plain Wald covers badly (Rocks, The American Statistician 2016). NaN without answers.
 * @example npsInterval({promoters: 150, passives: 60, detractors: 40}) // => {estimate: 44, low: 34.162931905, high: 52.780271516}
 */
export function npsInterval({promoters, passives, detractors}: NpsCounts, options: ConfidenceOption = {}): Interval {
  const n = promoters + passives + detractors;
  const {estimate, low, high} = tangoInterval({b: promoters, c: detractors, n}, options);
  return {estimate: 100 * estimate, low: 100 * low, high: 100 * high};
}

/**
 * Standard error of an NPS in points: sqrt((P + D - (P - D)^2) / n).
 * @example npsStandardError({promoters: 150, passives: 60, detractors: 40}) // => 4.7598319298
 */
export function npsStandardError({promoters, passives, detractors}: NpsCounts): number {
  const n = promoters + passives + detractors;
  const net = (promoters - detractors) / n;
  return 100 * Math.sqrt(((promoters + detractors) / n - net * net) / n);
}
