import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import type {SurvivalCurve} from "./kaplan-meier.js";

/**
 * Mean time spent before `tau`: the area under a survival curve, "in their first 12 months they stay 10.4 of 12".
 * Var = sum A_i^2 d_i / (n_i (n_i - d_i)), A_i the area right of event i (Royston & Parmar 2013; Uno 2014).
 * tau may not exceed the end of the curve. Compare groups with `gapChange` at the smallest of their ends.
 * @example restrictedMean(kaplanMeier([{exit: 1, event: true}, {exit: 3, event: true}, {exit: 4, event: false}]), 3) // => {estimate: 2.3333333333, se: 0.5443310540}
 */
export function restrictedMean(
  {end, steps}: SurvivalCurve,
  tau: number,
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly se: number} {
  if (!(tau <= end) && steps.at(-1)?.surv !== 0)
    throw new RangeError(`invalid tau; after the end of the curve at ${end}: ${tau}`);
  const inside = steps.filter(({time}) => time < tau);
  const areas = inside.map(({time, surv}, i) => surv * ((inside[i + 1]?.time ?? tau) - time));
  // Before the curve starts everybody it speaks of was still there.
  const estimate = (inside[0]?.time ?? tau) + areas.reduce((sum, area) => sum + area, 0);
  let [right, variance] = [0, 0];
  for (let i = inside.length - 1; i >= 0; i--) {
    const {n_risk, events} = inside[i]!;
    right += areas[i]!;
    if (n_risk > events) variance += (right * right * events) / (n_risk * (n_risk - events));
  }
  const se = Math.sqrt(variance);
  const half = normalMultiplier(confidence) * se;
  return {estimate, low: estimate - half, high: estimate + half, se};
}
