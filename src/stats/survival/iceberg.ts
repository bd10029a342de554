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

/**
 * Size of a group seen by two lists, n1 and n2 long with m in both (Chapman 1951); a lower bound where being on one list
 * makes being on the other more likely.
 * @example chapman({n1: 200, n2: 150, m: 30}) // => {estimate: 978.064516129, se: 141.8942847098, low: 699.9568284858, high: 1256.1722037723}
 */
export function chapman({
  n1,
  n2,
  m,
}: {
  readonly n1: number;
  readonly n2: number;
  readonly m: number;
}): Interval & {readonly se: number} {
  const estimate = ((n1 + 1) * (n2 + 1)) / (m + 1) - 1;
  const se = Math.sqrt(((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)) / ((m + 1) ** 2 * (m + 2)));
  const half = 1.959963984540054 * se;
  return {estimate, se, low: estimate - half, high: estimate + half};
}
