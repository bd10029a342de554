import {binomialQuantile} from "../numbers/distributions.js";

/**
 * Exact binomial limits of a funnel plot at 95 % and 99.8 % for a unit with n cases (Spiegelhalter, Stat Med 2005).
 * Agents and teams are compared with these instead of being ranked.
 * @example funnelLimits(100, 0.85) // => {low_95: 0.78, high_95: 0.92, low_998: 0.73, high_998: 0.95}
 */
export function funnelLimits(
  n: number,
  target: number,
): {readonly low_95: number; readonly high_95: number; readonly low_998: number; readonly high_998: number} {
  const at = (p: number) => binomialQuantile(p, {n, p: target}) / n;
  return {low_95: at(0.025), high_95: at(0.975), low_998: at(0.001), high_998: at(0.999)};
}
