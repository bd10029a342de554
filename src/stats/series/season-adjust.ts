import {fCdf} from "../numbers/distributions.js";

/** Fewer months than three years leave one or none to compare with. */
export const leastForSeason = 36;

/** A season is taken for sure from this p-value down, as in X-11: monthly values are never quite independent. */
export const sureSeason = 0.001;

/** What a series has of a season. */
export interface Season {
  /** The values with the effect of their month taken out. */
  readonly adjusted: readonly number[];
  /** What each of the twelve months is above or below the trend, from that of the first value on. */
  readonly effects: readonly number[];
  /** Of the F test for a stable season: as small if there were none. X-11 takes one for sure from 0.001 down. */
  readonly p: number;
}

/**
 * Monthly values with the month effect taken out (classical additive decomposition, as R's `decompose`: centred 12-month
 * mean, mean deviation per calendar month), and whether there is a season at all (one-way F test of the deviations by
 * month, as X-11's F_S: Shiskin, Young & Musgrave 1967). Needs 36 months; with fewer, compare with the same month last
 * year (`rateRatio`).
 * @example seasonAdjust(Array.from({length: 36}, (_, i) => 10 + (i % 12 === 0 ? 6 : 0))).effects[0] // => 5.5
 */
export function seasonAdjust(values: readonly number[]): Season {
  if (values.length < leastForSeason) throw new RangeError(`invalid series; fewer than 36 months: ${values.length}`);
  const trend = values.map((_, i) => {
    const window = values.slice(i - 6, i + 7);
    return i < 6 || window.length < 13 ? Number.NaN : (sum(window) - (window[0]! + window[12]!) / 2) / 12;
  });
  const gaps = Array.from({length: 12}, (_, month) =>
    values.flatMap((value, i) => (i % 12 === month && !Number.isNaN(trend[i]!) ? [value - trend[i]!] : [])),
  );
  const raw = gaps.map(mean);
  const effects = raw.map((effect) => effect - mean(raw));
  return {adjusted: values.map((value, i) => value - effects[i % 12]!), effects, p: stability(gaps)};
}

/** Deviations between the months of the year over those within a month. */
function stability(gaps: readonly (readonly number[])[]): number {
  const all = gaps.flat();
  const middle = mean(all);
  const between = sum(gaps.map((each) => each.length * (mean(each) - middle) ** 2));
  const within = sum(gaps.flatMap((each) => each.map((gap) => (gap - mean(each)) ** 2)));
  const [d1, d2] = [gaps.length - 1, all.length - gaps.length];
  // Without any difference there is nothing to test.
  if (between + within === 0) return 1;
  return within === 0 ? 0 : 1 - fCdf(between / d1 / (within / d2), {d1, d2});
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
const mean = (list: readonly number[]): number => sum(list) / list.length;
