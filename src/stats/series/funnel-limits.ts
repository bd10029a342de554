import type {Share} from "../comparisons/newcombe-difference.js";
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

/**
 * Shares of units pulled towards the common share, the more so the fewer cases they have (beta-binomial; correlation
 * within units by the analysis-of-variance estimator, Fleiss 1981). `within` is 0 where units differ by chance only.
 * @example shrunkenShares([{k: 8, n: 10}, {k: 80, n: 100}, {k: 30, n: 60}]) // => {within: 0.1509747547, shares: [0.7618883214, 0.7943626008, 0.5166349339]}
 */
export function shrunkenShares(units: readonly Share[]): {readonly within: number; readonly shares: readonly number[]} {
  const total = units.reduce((sum, {n}) => sum + n, 0);
  const mean = units.reduce((sum, {k}) => sum + k, 0) / total;
  const between = units.reduce((sum, {k, n}) => sum + n * (k / n - mean) ** 2, 0) / (units.length - 1);
  const inside = units.reduce((sum, {k, n}) => sum + (k * (n - k)) / n, 0) / (total - units.length);
  const size = (total - units.reduce((sum, {n}) => sum + n * n, 0) / total) / (units.length - 1);
  const within = Math.max(0, (between - inside) / (between + (size - 1) * inside));
  const prior = (1 - within) / within;
  return {within, shares: units.map(({k, n}) => (within === 0 ? mean : (k + prior * mean) / (n + prior)))};
}
