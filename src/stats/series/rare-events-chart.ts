import {quantile} from "../numbers/quantile.js";

/**
 * Time between rare events (fewer than about three a period): days between them, drawn with the limits that an
 * exponential of the same median would give (t chart; Montgomery 2013). A point above `upper` means events became rarer,
 * below `lower` more frequent. `dates` are day numbers in order; limits rest on the whole series, at least 12 gaps.
 * @example rareEventsChart([0, 10, 20, 30]).gaps // => [10, 10, 10]
 */
export function rareEventsChart(dates: readonly number[]): {
  readonly gaps: readonly number[];
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly firm: boolean;
} {
  const gaps = dates.slice(1).map((date, i) => date - dates[i]!);
  const centre = quantile(gaps, 0.5);
  const mean = centre / Math.LN2;
  // Probability limits of the exponential at the tails of three sigma.
  return {gaps, centre, lower: -mean * Math.log1p(-0.00135), upper: -mean * Math.log(0.00135), firm: gaps.length >= 12};
}
