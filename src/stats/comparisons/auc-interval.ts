import {moments} from "../estimates/moments.js";
import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {ranks} from "../numbers/ranks.js";

/**
 * Does a score foretell an event? Area under the ROC curve with DeLong's interval (DeLong, DeLong & Clarke-Pearson,
 * Biometrics 1988), Hanley & McNeil's (Radiology 1982) where DeLong's variance is 0. At least 10 events: `enough`.
 * `events` and `others` are the scores of those with and without the event; above .5 the event goes with high scores.
 * @example aucInterval([3, 4, 5], [1, 2, 3]) // => {estimate: 0.9444444444, enough: false}
 */
export function aucInterval(
  events: readonly number[],
  others: readonly number[],
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly se: number; readonly enough: boolean} {
  const [m, n] = [events.length, others.length];
  const together = ranks([...events, ...others]);
  const own = [ranks(events), ranks(others)];
  const above = events.map((_, i) => (together[i]! - own[0]![i]!) / n);
  const below = others.map((_, i) => 1 - (together[m + i]! - own[1]![i]!) / m);
  const estimate = above.reduce((sum, value) => sum + value, 0) / m;
  const delong = Math.sqrt(moments(above).variance / m + moments(below).variance / n);
  const se = delong > 0 ? delong : hanleyMcNeil(estimate, {m, n});
  const half = normalMultiplier(confidence) * se;
  return {estimate, low: Math.max(0, estimate - half), high: Math.min(1, estimate + half), se, enough: m >= 10};
}

function hanleyMcNeil(auc: number, {m, n}: {m: number; n: number}): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance = (auc * (1 - auc) + (m - 1) * (q1 - auc * auc) + (n - 1) * (q2 - auc * auc)) / (m * n);
  return Math.sqrt(Math.max(0, variance));
}
