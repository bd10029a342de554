import {type BootstrapOptions, blockBootstrap, percentileInterval} from "../numbers/block-bootstrap.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** An active customer: revenue per month and chance to leave within the horizon (from a curve or model of its tier). */
export interface CustomerAtRisk {
  readonly revenue: number;
  readonly probability: number;
}

/**
 * Revenue expected to be lost: sum of revenue times the chance to leave, with percentile limits from resampling
 * customers. The chances must not reach beyond the end of the curve they come from.
 * @example revenueAtRisk([{revenue: 100, probability: 0.1}, {revenue: 50, probability: 0.4}], {random: seededRandom(1)}).estimate // => 30
 */
export function revenueAtRisk(
  customers: readonly CustomerAtRisk[],
  {confidence = 0.95, ...options}: ConfidenceOption & BootstrapOptions,
): Interval {
  const sums = Float64Array.from(customers, ({revenue, probability}) => revenue * probability);
  const estimate = sums.reduce((sum, loss) => sum + loss, 0);
  const drawn = blockBootstrap({size: 1, sums}, (total) => [total[0]!], options);
  return percentileInterval(
    estimate,
    drawn.map(([loss]) => loss!),
    {confidence},
  );
}
