import {chiSquareUpper, normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import type {SegmentPeriods} from "./kitagawa.js";

/**
 * Odds ratio of period 1 against period 0 within segments (Mantel & Haenszel 1959), limits by Robins, Breslow &
 * Greenland (Biometrics 1986), and the chi-square test without continuity correction.
 * @example mantelHaenszel([{n0: 100, k0: 20, n1: 100, k1: 30}, {n0: 100, k0: 40, n1: 100, k1: 50}]) // => {estimate: 1.5882353}
 */
export function mantelHaenszel(
  segments: readonly SegmentPeriods[],
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly chi2: number; readonly p: number} {
  const total = {r: 0, s: 0, pr: 0, psqr: 0, qs: 0, gap: 0, variance: 0};
  for (const {n0, k0, n1, k1} of segments) {
    const n = n0 + n1;
    if (!(n0 > 0 && n1 > 0)) continue;
    const [a, b, c, d] = [k1, n1 - k1, k0, n0 - k0];
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    total.r += r;
    total.s += s;
    total.pr += p * r;
    total.psqr += p * s + q * r;
    total.qs += q * s;
    total.gap += a - (n1 * (a + c)) / n;
    total.variance += n > 1 ? (n1 * n0 * (a + c) * (b + d)) / (n * n * (n - 1)) : 0;
  }
  const estimate = total.r / total.s;
  const variance = total.pr / (2 * total.r ** 2) + total.psqr / (2 * total.r * total.s) + total.qs / (2 * total.s ** 2);
  const spread = Math.exp(normalMultiplier(confidence) * Math.sqrt(variance));
  const chi2 = total.gap ** 2 / total.variance;
  return {estimate, low: estimate / spread, high: estimate * spread, chi2, p: chiSquareUpper(chi2, 1)};
}
