import type {Interval} from "../numbers/interval.js";
import {kaplanMeier, type SurvivalCurve, type SurvivalOptions} from "./kaplan-meier.js";
import type {RiskRow, Spell} from "./risk-table.js";
import {survivalAt, survivalQuantile} from "./survival-quantile.js";

export interface ResolutionTimes {
  readonly median: Interval;
  readonly p90: Interval;
  /** share resolved within each horizon, in the order asked */
  readonly within: readonly (Interval & {readonly hours: number})[];
  readonly curve: SurvivalCurve;
}

/**
 * Time to resolve over all tickets of one opening cohort, open tickets counted as "not yet" (censored at their age).
 * Median and p90 in the unit of the data, and the share resolved within each horizon. Figures among closed tickets
 * only are too good: a team that closes its easy tickets first looks fast in them.
 * Takes tickets ({exit: age or duration, event: is it resolved}) or counts per duration, see `kaplanMeier`.
 * @example resolutionTimes([{exit: 1, event: true}, {exit: 2, event: true}, {exit: 5, event: false}, {exit: 8, event: true}], {within: [2]}).within[0].estimate // => 0.5
 */
export function resolutionTimes(
  tickets: readonly Spell[] | readonly RiskRow[],
  {
    within = [24, 48, 72],
    ...options
  }: SurvivalOptions & {/** horizons; defaults to [24, 48, 72] */ readonly within?: readonly number[]} = {},
): ResolutionTimes {
  const curve = kaplanMeier(tickets, options);
  return {
    median: survivalQuantile(curve, 0.5),
    p90: survivalQuantile(curve, 0.9),
    within: within.map((hours) => {
      const {estimate, low, high} = survivalAt(curve, hours);
      return {hours, estimate: 1 - estimate, low: 1 - high, high: 1 - low};
    }),
    curve,
  };
}
