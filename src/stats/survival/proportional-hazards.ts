import {chiSquareUpper} from "../numbers/distributions.js";
import {dot, timesVector} from "../numbers/linear-algebra.js";
import {coxState} from "./cox-likelihood.js";
import type {CoxFit} from "./cox-regression.js";
import type {CoxRow} from "./cox-row.js";
import {kaplanMeier} from "./kaplan-meier.js";

/**
 * Do the hazard ratios hold over time? Grambsch & Therneau (Biometrika 1994): scaled Schoenfeld residuals against time
 * on the Kaplan-Meier scale, one chi-square per covariate and a global one. Global p < .05: one ratio would mislead,
 * show restricted means or strata.
 * @example proportionalHazards([[1, 1], [2, 0], [3, 1], [4, 0], [5, 1], [6, 0]].map(([exit, x]) => ({exit, x: [x], event: true})), coxRegression([[1, 1], [2, 0], [3, 1], [4, 0], [5, 1], [6, 0]].map(([exit, x]) => ({exit, x: [x], event: true})))).global.df // => 1
 */
export function proportionalHazards(
  rows: readonly CoxRow[],
  {coefficients, covariance}: Pick<CoxFit, "coefficients" | "covariance">,
): {
  readonly chi2: readonly number[];
  readonly p: readonly number[];
  readonly global: {readonly chi2: number; readonly df: number; readonly p: number};
} {
  const curve = kaplanMeier(rows);
  const before = new Map(curve.steps.map(({time}, i) => [time, 1 - (curve.steps[i - 1]?.surv ?? 1)]));
  const width = coefficients.length;
  const subjects = rows.reduce((sum, {count = 1}) => sum + count, 0);
  const centre = Array.from(
    {length: width},
    (_, j) => rows.reduce((sum, {x, count = 1}) => sum + count * x[j]!, 0) / subjects,
  );
  const residuals: {readonly g: number; readonly r: readonly number[]; readonly count: number}[] = [];
  coxState(rows, {ties: "efron"})(coefficients, ({time, members, mean}) => {
    const g = before.get(time) ?? Number.NaN;
    for (const i of members) {
      const r = centre.map((value, j) => rows[i]!.x[j]! - value - mean[j]!);
      residuals.push({g, r, count: rows[i]!.count ?? 1});
    }
  });
  const sum = (value: (one: (typeof residuals)[number]) => number) =>
    residuals.reduce((all, one) => all + one.count * value(one), 0);
  const events = sum(() => 1);
  const middle = sum(({g}) => g) / events;
  const spread = sum(({g}) => (g - middle) ** 2);
  const slope = centre.map((_, j) => sum(({g, r}) => (g - middle) * r[j]!));
  const scaled = timesVector(covariance, slope);
  const chi2 = scaled.map((value, j) => (value ** 2 * events) / (covariance[j]![j]! * spread));
  const all = (dot(slope, scaled) * events) / spread;
  return {
    chi2,
    p: chi2.map((value) => chiSquareUpper(value, 1)),
    global: {chi2: all, df: width, p: chiSquareUpper(all, width)},
  };
}
