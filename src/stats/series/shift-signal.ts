import {binomialQuantile} from "../numbers/distributions.js";
import {quantile} from "../numbers/quantile.js";

export interface ShiftSignal {
  readonly centre: number;
  readonly longest_run: number;
  /** a longer run than this is a signal */
  readonly run_limit: number;
  readonly crossings: number;
  /** fewer crossings than this are a signal */
  readonly crossings_limit: number;
  readonly signal: boolean;
}

/**
 * Has the level shifted? Anhoej's two rules on a run chart: longest run on one side above round(log2 n) + 3, or fewer
 * crossings of the centre than chance allows, qbinom(.05, n - 1, .5). Points on the centre do not count.
 * Anhoej & Olesen, PLoS ONE 2014. Below 12 points nothing is said.
 * @example shiftSignal([1, 2, 1, 2, 1, 2, 3, 9, 8, 9, 8, 9, 8, 9]) // => {longest_run: 7, crossings: 1, crossings_limit: 4, signal: true}
 */
export function shiftSignal(
  values: readonly number[],
  {centre}: {/** line to cross; defaults to the median of the values */ readonly centre?: number} = {},
): ShiftSignal {
  const known = values.filter((value) => !Number.isNaN(value));
  const line = centre ?? quantile(known, 0.5);
  const sides = known.filter((value) => value !== line).map((value) => value > line);
  const n = sides.length;
  let [longest_run, run, crossings] = [0, 0, 0];
  for (const [i, side] of sides.entries()) {
    if (i > 0 && side !== sides[i - 1]) crossings += 1;
    run = i > 0 && side === sides[i - 1] ? run + 1 : 1;
    longest_run = Math.max(longest_run, run);
  }
  const run_limit = n > 0 ? Math.round(Math.log2(n)) + 3 : 0;
  const crossings_limit = n > 1 ? binomialQuantile(0.05, {n: n - 1, p: 0.5}) : 0;
  const signal = n >= 12 && (longest_run > run_limit || crossings < crossings_limit);
  return {centre: line, longest_run, run_limit, crossings, crossings_limit, signal};
}
