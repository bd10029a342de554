import {wilsonInterval} from "../estimates/wilson-interval.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

export interface Iceberg {
  /** share of dissatisfied respondents who complained */
  readonly complained: Interval;
  /** estimated dissatisfied customers; the estimate is NaN with 10-29 dissatisfied respondents: range only */
  readonly dissatisfied: Interval;
  readonly hidden: Interval;
}

/**
 * How many are dissatisfied and silent, from our own data: complainants divided by the share of dissatisfied
 * respondents who complained (Wilson); the range divides by its two limits. null below 10 dissatisfied respondents.
 * Compare with the survey's own estimate, base times dissatisfied share: the two often disagree, print both and why.
 * Folklore multipliers are never used.
 * @example iceberg({complainants: 120, dissatisfied: 80, dissatisfiedComplained: 20}).dissatisfied // => {estimate: 480, low: 338.1741590916, high: 714.0208526050}
 */
export function iceberg(
  {
    complainants,
    dissatisfied,
    dissatisfiedComplained,
  }: {
    /** customers who complained in the period */
    readonly complainants: number;
    /** dissatisfied respondents, and how many of them complained */
    readonly dissatisfied: number;
    readonly dissatisfiedComplained: number;
  },
  options: ConfidenceOption = {},
): Iceberg | null {
  if (!(dissatisfied >= 10)) return null;
  const complained = wilsonInterval(dissatisfiedComplained, dissatisfied, options);
  const enough = dissatisfied >= 30;
  const all = {
    estimate: enough ? complainants / complained.estimate : Number.NaN,
    low: complainants / complained.high,
    high: complainants / complained.low,
  };
  const hidden = {estimate: all.estimate - complainants, low: all.low - complainants, high: all.high - complainants};
  return {complained, dissatisfied: all, hidden};
}
