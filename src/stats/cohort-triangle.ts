import type {ConfidenceOption, Interval} from "./interval.js";
import {wilsonInterval} from "./wilson-interval.js";

/** Customers of one cohort still there at each age; ages not yet reached are left out or null, never 0. */
export interface Cohort {
  readonly size: number;
  readonly kept: readonly (number | null)[];
}

/**
 * Retention by cohort and age with Wilson limits per cell (null for the future), and pooled by age as ratio of sums over
 * the cohorts that have reached it, never the mean of percentages. Compare cohorts at equal age only.
 * @example cohortTriangle([{size: 100, kept: [100, 80, 60]}, {size: 50, kept: [50, 30]}]).pooled // => [{estimate: 1, n: 150}, {estimate: 0.7333333333, n: 150}, {estimate: 0.6, n: 100}]
 */
export function cohortTriangle(
  cohorts: readonly Cohort[],
  options: ConfidenceOption = {},
): {
  readonly cells: readonly (readonly (Interval | null)[])[];
  readonly pooled: readonly (Interval & {readonly n: number})[];
} {
  const ages = Math.max(0, ...cohorts.map(({kept}) => kept.length));
  const cells = cohorts.map(({size, kept}) =>
    Array.from({length: ages}, (_, age) => {
      const count = kept[age] ?? null;
      return count === null || size === 0 ? null : wilsonInterval(count, size, options);
    }),
  );
  const pooled = Array.from({length: ages}, (_, age) => {
    const reached = cohorts.filter(({kept}) => (kept[age] ?? null) !== null);
    const n = reached.reduce((sum, {size}) => sum + size, 0);
    const left = reached.reduce((sum, {kept}) => sum + kept[age]!, 0);
    return {...wilsonInterval(left, n, options), n};
  });
  return {cells, pooled};
}
