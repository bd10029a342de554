import {type BaselineOption, type ControlPoint, type LimitStatus, limitStatus} from "./control-chart.js";
import {meanMovingRange} from "./moving-range.js";

export interface XmrChart {
  readonly points: readonly ControlPoint[];
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly mean_range: number;
  /** upper limit of a single moving range, 3.267 mR */
  readonly range_upper: number;
  readonly status: LimitStatus;
}

/**
 * Individuals chart: mean +- 2.66 times the mean moving range (Wheeler 1993). For monthly medians, NPS, CES.
 * Missing months are NaN. Limits come from the first 20 points and are then frozen; below 12 there are none to act on.
 * @example xmrChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]).upper // => 55.8048888889
 */
export function xmrChart(
  values: readonly number[],
  {
    baseline = 20,
    factor = 2.66,
  }: BaselineOption & {/** ranges from the centre to a limit; defaults to 2.66 */ readonly factor?: number} = {},
): XmrChart {
  const known = values.filter((value) => !Number.isNaN(value)).slice(0, baseline);
  const centre = known.reduce((sum, value) => sum + value, 0) / known.length;
  const mean_range = meanMovingRange(known);
  const [lower, upper] = [centre - factor * mean_range, centre + factor * mean_range];
  const status = limitStatus(known.length);
  const points = values.map((value) => {
    const signal = status !== "run" && (value < lower || value > upper);
    return {value, centre, lower, upper, signal};
  });
  return {points, centre, lower, upper, mean_range, range_upper: 3.267 * mean_range, status};
}
