import {chiSquareUpper} from "../numbers/distributions.js";
import {dot, type Matrix, solveLinear} from "../numbers/linear-algebra.js";
import {coxState} from "./cox-likelihood.js";
import type {CoxFit} from "./cox-regression.js";
import type {CoxRow} from "./cox-row.js";
import {kaplanMeier} from "./kaplan-meier.js";

/**
 * Do the hazard ratios hold over time? The score test of Grambsch & Therneau (Biometrika 1994) for coefficients that
 * change with time on the Kaplan-Meier scale, as R's `cox.zph` computes it since survival 3.0: one chi-square per
 * covariate and a global one. Global p < .05: one ratio would mislead, show restricted means or strata. Ties as in the fit.
 * @example proportionalHazards([[1, 1], [2, 0], [3, 1], [4, 0], [5, 1], [6, 0]].map(([exit, x]) => ({exit, x: [x], event: true})), coxRegression([[1, 1], [2, 0], [3, 1], [4, 0], [5, 1], [6, 0]].map(([exit, x]) => ({exit, x: [x], event: true})))).global.df // => 1
 */
export function proportionalHazards(
  rows: readonly CoxRow[],
  {coefficients}: Pick<CoxFit, "coefficients">,
  {ties = "efron"}: {/** defaults to "efron" */ readonly ties?: "efron" | "breslow"} = {},
): {
  readonly chi2: readonly number[];
  readonly p: readonly number[];
  readonly global: {readonly chi2: number; readonly df: number; readonly p: number};
} {
  const curve = kaplanMeier(rows);
  const before = new Map(curve.steps.map(({time}, i) => [time, 1 - (curve.steps[i - 1]?.surv ?? 1)]));
  const width = coefficients.length;
  // Curvature for the coefficients (0), for them beside their change over time (1), and for the change (2).
  const curvature = [0, 1, 2].map(() => new Float64Array(width * width));
  const slope = new Float64Array(width);
  coxState(rows, {ties})(coefficients, ({time, gradient, information}) => {
    const g = before.get(time) ?? Number.NaN;
    for (const [j, part] of gradient.entries()) slope[j]! += g * part;
    for (const [power, sums] of curvature.entries())
      for (const [at, part] of information.entries()) sums[at]! += g ** power * part;
  });
  const [own, cross, change] = curvature.map((sums) => symmetric(sums, width)) as [Matrix, Matrix, Matrix];
  // What the coefficients themselves explain is taken out (Schur complement).
  const explained = cross.map((row) => solveLinear(own, row));
  const left = change.map((row, i) => row.map((value, j) => value - dot(cross[i]!, explained[j]!)));
  const chi2 = [...slope].map((value, j) => value ** 2 / left[j]![j]!);
  const all = dot([...slope], solveLinear(left, [...slope]));
  return {
    chi2,
    p: chi2.map((value) => chiSquareUpper(value, 1)),
    global: {chi2: all, df: width, p: chiSquareUpper(all, width)},
  };
}

/** A whole matrix of its lower triangle. */
const symmetric = (lower: Float64Array, width: number): Matrix =>
  Array.from({length: width}, (_, i) =>
    Array.from({length: width}, (__, j) => lower[Math.max(i, j) * width + Math.min(i, j)]!),
  );
