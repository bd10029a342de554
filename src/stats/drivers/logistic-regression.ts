import {normalTwoSided} from "../numbers/distributions.js";
import {dot, inverse, timesVector} from "../numbers/linear-algebra.js";

/** n trials with the same x, k of them with the event. */
export interface BinomialRow {
  readonly x: readonly number[];
  readonly k: number;
  /** defaults to 1 */
  readonly n?: number;
}

export interface LogisticFit {
  /** intercept first */
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly p: readonly number[];
  readonly deviance: number;
  readonly fitted: readonly number[];
  /** a coefficient runs away (|coef| > 10 or SE > 50): show nothing and say so */
  readonly separated: boolean;
  /** at least 10 events and 10 non-events per coefficient without the intercept (Peduzzi 1996) */
  readonly enough: boolean;
}

/**
 * Regression of an event by iteratively reweighted least squares: logit link, or cloglog for the hazard of grouped
 * time (Prentice & Gloeckler 1978). Deviance is that of single trials, as R's glm on 0/1 rows.
 * exp(coefficient) is an odds ratio (logit) or hazard ratio (cloglog) per unit of x.
 * @example logisticRegression([{x: [0], k: 10, n: 100}, {x: [1], k: 20, n: 100}]) // => {coefficients: [-2.1972245773, 0.8109302162], se: [0.3333333333, 0.4166666667]}
 */
export function logisticRegression(
  rows: readonly BinomialRow[],
  {link = "logit"}: {/** defaults to "logit" */ readonly link?: "logit" | "cloglog"} = {},
): LogisticFit {
  const width = (rows[0]?.x.length ?? 0) + 1;
  const designs = rows.map(({x}) => [1, ...x]);
  const trials = rows.reduce((sum, {n = 1}) => sum + n, 0);
  const events = rows.reduce((sum, {k}) => sum + k, 0);
  let coefficients = new Array<number>(width).fill(0);
  coefficients[0] = startOf(events / trials, link);
  let covariance: number[][] = [];
  for (let round = 0; round < 50; round++) {
    const information = coefficients.map(() => coefficients.map(() => 0));
    const score = coefficients.map(() => 0);
    for (const [r, {k, n = 1}] of rows.entries()) {
      const design = designs[r]!;
      const {p, slope} = meanOf(dot(coefficients, design), link);
      const weight = (n * slope * slope) / (p * (1 - p));
      const pull = ((k - n * p) * slope) / (p * (1 - p));
      for (let i = 0; i < width; i++) {
        score[i]! += pull * design[i]!;
        for (let j = 0; j < width; j++) information[i]![j]! += weight * design[i]! * design[j]!;
      }
    }
    covariance = inverse(information);
    const step = timesVector(covariance, score);
    coefficients = coefficients.map((value, i) => value + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-12 || Math.max(...coefficients.map(Math.abs)) > 30) break;
  }
  const fitted = designs.map((design) => meanOf(dot(coefficients, design), link).p);
  const deviance = rows.reduce(
    (sum, {k, n = 1}, r) => sum - 2 * (k * Math.log(fitted[r]!) + (n - k) * Math.log1p(-fitted[r]!)),
    0,
  );
  const se = covariance.map((row, i) => Math.sqrt(row[i]!));
  const separated = coefficients.some((value) => !(Math.abs(value) <= 10)) || se.some((value) => !(value <= 50));
  const enough = Math.min(events, trials - events) >= 10 * (width - 1);
  return {
    coefficients,
    se,
    p: coefficients.map((value, i) => normalTwoSided(value / se[i]!)),
    deviance,
    fitted,
    separated,
    enough,
  };
}

function startOf(mean: number, link: "logit" | "cloglog"): number {
  return link === "logit" ? Math.log(mean / (1 - mean)) : Math.log(-Math.log1p(-mean));
}

function meanOf(eta: number, link: "logit" | "cloglog"): {p: number; slope: number} {
  const bounded = Math.max(-30, Math.min(link === "logit" ? 30 : 3.4, eta));
  if (link === "logit") {
    const p = 1 / (1 + Math.exp(-bounded));
    return {p, slope: p * (1 - p)};
  }
  const rate = Math.exp(bounded);
  return {p: Math.min(1 - 1e-15, -Math.expm1(-rate)), slope: rate * Math.exp(-rate)};
}
