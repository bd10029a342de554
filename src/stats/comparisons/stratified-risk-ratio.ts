import {chiSquareUpper, normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** One stratum: events among those with the mark, and among those without it. */
export interface RiskStratum {
  readonly with_events: number;
  readonly with_n: number;
  readonly without_events: number;
  readonly without_n: number;
}

/**
 * How many times as often the event comes with the mark as without, compared within strata only (Mantel-Haenszel risk
 * ratio), so that a stratum rich in both is not taken for an effect. Limits by Greenland & Robins (Biometrics 1985),
 * test by Cochran-Mantel-Haenszel without continuity correction. Strata with only one kind say nothing.
 * @example stratifiedRiskRatio([{with_events: 10, with_n: 50, without_events: 5, without_n: 50}]) // => {estimate: 2, low: 0.7362082295, high: 5.4332454321, p: 0.1635408517}
 */
export function stratifiedRiskRatio(
  strata: readonly RiskStratum[],
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly p: number; readonly events: number} {
  const sums = {r: 0, s: 0, spread: 0, gap: 0, variance: 0, events: 0};
  for (const {with_events: a, with_n, without_events: b, without_n} of strata) {
    const n = with_n + without_n;
    if (!(with_n > 0 && without_n > 0)) continue;
    const all = a + b;
    sums.r += (a * without_n) / n;
    sums.s += (b * with_n) / n;
    sums.spread += (all * with_n * without_n - a * b * n) / (n * n);
    sums.gap += a - (all * with_n) / n;
    sums.variance += n > 1 ? (all * (n - all) * with_n * without_n) / (n * n * (n - 1)) : 0;
    sums.events += a;
  }
  const estimate = sums.r / sums.s;
  const half = normalMultiplier(confidence) * Math.sqrt(sums.spread / (sums.r * sums.s));
  return {
    estimate,
    low: estimate * Math.exp(-half),
    high: estimate * Math.exp(half),
    p: chiSquareUpper(sums.gap ** 2 / sums.variance, 1),
    events: sums.events,
  };
}
