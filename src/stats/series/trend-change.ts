import type {Estimate} from "../comparisons/gap-change.js";
import {normalMultiplier, normalTwoSided} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Change from the first to the last of several fresh samples in equal steps, by the linear contrast over all of them: a
 * single odd sample at either end is not taken for a trend. Of two samples it is their plain difference.
 * @example trendChange([{estimate: 1, se: 0.1}, {estimate: 2, se: 0.1}, {estimate: 3, se: 0.1}]) // => {estimate: 2, se: 0.1414213562, low: 1.7228191352, high: 2.2771808648}
 */
export function trendChange(
  samples: readonly Estimate[],
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & Estimate & {readonly p: number} {
  const middle = (samples.length - 1) / 2;
  const squares = samples.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const weight = (i: number) => ((i - middle) * (samples.length - 1)) / squares;
  const estimate = samples.reduce((sum, sample, i) => sum + weight(i) * sample.estimate, 0);
  const se = Math.sqrt(samples.reduce((sum, sample, i) => sum + (weight(i) * sample.se) ** 2, 0));
  const half = normalMultiplier(confidence) * se;
  return {estimate, se, low: estimate - half, high: estimate + half, p: normalTwoSided(estimate / se)};
}
