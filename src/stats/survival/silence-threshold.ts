import type {SurvivalCurve} from "./kaplan-meier.js";
import {survivalAt} from "./survival-quantile.js";

/**
 * After how much silence is a customer without contract lost? The smallest d with P(returns within the horizon | silent
 * for d) below 10 %, from the Kaplan-Meier curve of gaps between purchases (the last, open gap censored). Looked for at
 * the event times; NaN where the curve is too short to tell. Show the headline also for half and one and a half of d.
 * @example silenceThreshold(kaplanMeier([1, 1, 2, 2, 3, 30, 40].map((exit) => ({exit, event: exit < 30}))), {horizon: 10}) // => 3
 */
export function silenceThreshold(
  curve: SurvivalCurve,
  {
    horizon = 365,
    share = 0.1,
  }: {
    /** time to return in; defaults to 365 */
    readonly horizon?: number;
    /** chance of return that is let pass; defaults to 0.1 */
    readonly share?: number;
  } = {},
): number {
  for (const {time, surv} of curve.steps) {
    const later = survivalAt(curve, time + horizon).estimate;
    if (surv > 0 && 1 - later / surv < share) return time;
  }
  return Number.NaN;
}
