import {wilsonInterval} from "../estimates/wilson-interval.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {kaplanMeier} from "./kaplan-meier.js";
import {survivalAt} from "./survival-quantile.js";

/** Customers of one cohort still there at each age; ages not yet reached are left out or null, never 0. */
export interface Cohort {
  readonly size: number;
  readonly kept: readonly (number | null)[];
}

/**
 * Retention by cohort and age with Wilson limits per cell (null for the future), and together by age as a chain of the
 * steps from age to age (Kaplan-Meier), each over the cohorts that have made it, so that it never rises because the
 * cohorts change; log-log limits. Never the mean of percentages. Compare cohorts at equal age only.
 * @example cohortTriangle([{size: 100, kept: [100, 80, 60]}, {size: 50, kept: [50, 30]}]).pooled // => [{estimate: 1, n: 150}, {estimate: 0.7333333333, n: 150}, {estimate: 0.55, n: 100}]
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
  const step = (age: number) => {
    const reached = cohorts.filter(({kept}) => (kept[age] ?? null) !== null);
    const sum = (value: (cohort: Cohort) => number) => reached.reduce((total, cohort) => total + value(cohort), 0);
    const before = sum(({size, kept}) => (age === 0 ? size : (kept[age - 1] ?? size)));
    return {n: sum(({size}) => size), before, lost: before - sum(({kept}) => kept[age]!)};
  };
  const steps = Array.from({length: ages}, (_, age) => step(age));
  // Who is compared at one age enters before it and leaves at it: the chain is their Kaplan-Meier curve.
  const table = [...steps, undefined].map((own, time) => ({
    time,
    entered: own?.before ?? 0,
    exited: steps[time - 1]?.before ?? 0,
    events: steps[time - 1]?.lost ?? 0,
  }));
  const curve = kaplanMeier(table, options);
  const pooled = steps.map(({n}, age) => {
    const {estimate, low, high} = survivalAt(curve, age + 1);
    return {estimate, low, high, n};
  });
  return {cells, pooled};
}
