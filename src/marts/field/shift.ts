import type {Share} from "../../stats/comparisons/newcombe-difference.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";

interface Step extends Share {
  readonly label: string;
}

export interface Shift {
  /** The first step of the later part. */
  readonly label: string;
  readonly before: Share;
  readonly since: Share;
  /** Times the number of places where it could have been, and of series looked at (Bonferroni). */
  readonly p: number;
}

/** A shift that rests on fewer steps than this may be one odd month. */
const leastSteps = 2;

/**
 * Where a share began to differ: of all places the one that parts the steps best (largest binomial likelihood), if the
 * difference is sure after a correction for all places and series looked at, and at least half again as large.
 * @param options.family series looked at together; defaults to 1
 */
export function returnShift(steps: readonly Step[], {family = 1}: {readonly family?: number} = {}): Shift | undefined {
  const places = steps
    .map((_, at) => at)
    .filter((at) => at >= leastSteps && steps.length - at >= leastSteps)
    .map((at) => {
      const [before, since] = [sumOf(steps.slice(0, at)), sumOf(steps.slice(at))];
      return {label: steps[at]!.label, before, since, fit: fitOf(before) + fitOf(since)};
    })
    .filter(({before, since}) => before.n >= 30 && since.n >= 30 && before.k + since.k > 0);
  const best = places.toSorted((a, b) => b.fit - a.fit || (a.label < b.label ? -1 : 1))[0];
  if (!best) return undefined;
  const {label, before, since} = best;
  const p = Math.min(1, twoProportionTest(since, before).p * places.length * family);
  const [low, high] = [before.k / before.n, since.k / since.n].sort((a, b) => a - b) as [number, number];
  return p <= 0.05 && high >= 1.5 * low ? {label, before, since, p} : undefined;
}

const sumOf = (steps: readonly Share[]): Share => ({
  k: steps.reduce((sum, {k}) => sum + k, 0),
  n: steps.reduce((sum, {n}) => sum + n, 0),
});

/** Binomial log-likelihood at its maximum, without the part that no split changes. */
function fitOf({k, n}: Share): number {
  const part = (count: number) => (count > 0 ? count * Math.log(count / n) : 0);
  return part(k) + part(n - k);
}
