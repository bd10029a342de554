import type {Share} from "../comparisons/newcombe-difference.js";
import {chiSquareUpper} from "../numbers/distributions.js";

/**
 * R-indicator: how evenly the invited answered, 1 = all alike. R = 1 - 2 S(rho), from response propensities (segment
 * response rates, or fitted by `logisticRegression`), each standing for n invited; and the largest bias that uneven
 * answering can put on a share with standard deviation `spread` (Schouten, Cobben & Bethlehem 2009).
 * @example rIndicator([{propensity: 0.2, n: 100}, {propensity: 0.6, n: 100}]) // => {r: 0.5989962343, mean: 0.4, max_bias: 0.2506273536}
 */
export function rIndicator(
  groups: readonly {readonly propensity: number; readonly n: number}[],
  {
    spread = 0.5,
  }: {/** standard deviation of the answer; defaults to 0.5, the worst case */ readonly spread?: number} = {},
): {readonly r: number; readonly mean: number; readonly max_bias: number} {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = groups.reduce((sum, group) => sum + group.n * group.propensity, 0) / n;
  const sd = Math.sqrt(groups.reduce((sum, group) => sum + group.n * (group.propensity - mean) ** 2, 0) / (n - 1));
  return {r: 1 - 2 * sd, mean, max_bias: (sd * spread) / mean};
}

/**
 * Limits of the satisfied share among all invited (or the whole base) with no assumption on the silent (Manski 2003).
 * To be printed wherever the response rate is below 60 %.
 * @example manskiBounds({satisfied: 163, respondents: 237, base: 795}) // => {low: 0.2050314465, high: 0.906918239}
 */
export function manskiBounds({
  satisfied,
  respondents,
  base,
}: {
  readonly satisfied: number;
  readonly respondents: number;
  readonly base: number;
}): {readonly low: number; readonly high: number} {
  return {low: satisfied / base, high: (satisfied + base - respondents) / base};
}

/**
 * Do several groups have the same share? Chi-square of homogeneity, k - 1 degrees.
 * @example homogeneityTest([{k: 10, n: 100}, {k: 20, n: 100}]) // => {chi2: 3.9215686275, df: 1, p: 0.0476704}
 */
export function homogeneityTest(groups: readonly Share[]): {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
} {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = groups.reduce((sum, group) => sum + group.k, 0) / n;
  const chi2 = groups.reduce((sum, group) => sum + (group.k - group.n * mean) ** 2 / (group.n * mean * (1 - mean)), 0);
  const df = groups.length - 1;
  return {chi2, df, p: chiSquareUpper(chi2, df)};
}
