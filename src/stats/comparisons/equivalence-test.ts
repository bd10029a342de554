import {normalCdf, normalMultiplier} from "../numbers/distributions.js";
import type {Share} from "./newcombe-difference.js";

/**
 * Are two shares the same within a margin? Two one-sided tests with the Wald error (Schuirmann 1987).
 * Equivalent at 5 % where both p-values are below .05, that is where the 90 % interval lies inside the margin.
 * @example equivalenceTest({k: 412, n: 500}, {k: 405, n: 500}, {margin: 0.05}) // => {difference: 0.014, p_lower: 0.0044289892, p_upper: 0.0704650012}
 */
export function equivalenceTest(
  a: Share,
  b: Share,
  {margin}: {readonly margin: number},
): {
  readonly difference: number;
  readonly se: number;
  readonly p_lower: number;
  readonly p_upper: number;
  readonly low_90: number;
  readonly high_90: number;
} {
  const [pa, pb] = [a.k / a.n, b.k / b.n];
  const difference = pa - pb;
  const se = Math.sqrt((pa * (1 - pa)) / a.n + (pb * (1 - pb)) / b.n);
  const half = normalMultiplier(0.9) * se;
  return {
    difference,
    se,
    p_lower: normalCdf(-(difference + margin) / se),
    p_upper: normalCdf((difference - margin) / se),
    low_90: difference - half,
    high_90: difference + half,
  };
}
