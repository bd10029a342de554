import type {ConfidenceOption, Interval} from "./interval.js";
import {quantile} from "./quantile.js";
import type {RandomSource} from "./seeded-random.js";

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
  {
    random,
    resamples = 1000,
    confidence = 0.95,
  }: ConfidenceOption & {
    readonly random: RandomSource;
    /** defaults to 1000 */
    readonly resamples?: number;
  },
): Interval {
  const losses = Float64Array.from(customers, ({revenue, probability}) => revenue * probability);
  const estimate = losses.reduce((sum, loss) => sum + loss, 0);
  const sums = Array.from({length: resamples}, () => {
    let sum = 0;
    for (let i = 0; i < losses.length; i++) sum += losses[Math.floor(random() * losses.length)]!;
    return sum;
  });
  return {estimate, low: quantile(sums, (1 - confidence) / 2), high: quantile(sums, (1 + confidence) / 2)};
}
