import type {Exposure} from "../estimates/poisson-rate.js";
import {type BaselineOption, type ControlPoint, type LimitStatus, limitStatus} from "./control-chart.js";
import {meanMovingRange} from "./moving-range.js";

export interface RateChart {
  readonly points: readonly ControlPoint[];
  readonly centre: number;
  /** spread of the periods in units of what chance alone gives; above 1.2 the limits are widened by it */
  readonly sigma_z: number;
  readonly laney: boolean;
  readonly status: LimitStatus;
  /** a period expects fewer than 3 events: show quarters, or days between events */
  readonly too_few: boolean;
}

/**
 * p chart (share of tickets) or u chart (events per exposure), widened to Laney p' or u' where the periods vary more
 * than chance: centre +- 3 s_i sigma_z, sigma_z = mean|z_i - z_(i-1)| / 1.128 (Laney, Quality Engineering 2002).
 * Limits come from the first 20 periods and are then frozen. For p, `exposure` is the number of tickets.
 * @example laneyChart([{events: 12, exposure: 50}, {events: 15, exposure: 50}, {events: 8, exposure: 50}], {kind: "p"}).centre // => 0.2333333333
 */
export function laneyChart(
  periods: readonly Exposure[],
  {
    kind,
    baseline = 20,
    widen = "auto",
  }: BaselineOption & {
    readonly kind: "p" | "u";
    /** "auto" widens when sigma_z > 1.2; defaults to "auto" */
    readonly widen?: "auto" | "always" | "never";
  },
): RateChart {
  const known = periods.filter(({exposure}) => exposure > 0).slice(0, baseline);
  const exposure = known.reduce((sum, period) => sum + period.exposure, 0);
  const centre = known.reduce((sum, period) => sum + period.events, 0) / exposure;
  const spread = (base: number) => Math.sqrt((kind === "p" ? centre * (1 - centre) : centre) / base);
  const z = known.map((period) => (period.events / period.exposure - centre) / spread(period.exposure));
  const sigma_z = meanMovingRange(z) / 1.128;
  const laney = widen === "always" || (widen === "auto" && sigma_z > 1.2);
  const status = limitStatus(known.length);
  const points = periods.map((period) => {
    const value = period.exposure > 0 ? period.events / period.exposure : Number.NaN;
    const half = 3 * spread(period.exposure) * (laney ? sigma_z : 1);
    const lower = Math.max(0, centre - half);
    const upper = kind === "p" ? Math.min(1, centre + half) : centre + half;
    return {value, centre, lower, upper, signal: status !== "run" && (value < lower || value > upper)};
  });
  const too_few = known.some((period) => period.exposure * centre < 3);
  return {points, centre, sigma_z, laney, status, too_few};
}
