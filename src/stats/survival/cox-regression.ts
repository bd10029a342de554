import {chiSquareUpper, normalMultiplier, normalTwoSided} from "../numbers/distributions.js";
import type {ConfidenceOption} from "../numbers/interval.js";
import {dot, inverse, timesVector} from "../numbers/linear-algebra.js";
import {type CoxState, coxState} from "./cox-likelihood.js";
import type {CoxRow} from "./cox-row.js";

export interface CoxFit {
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly p: readonly number[];
  /** hazard ratio per unit of x, with limits */
  readonly hazard_ratios: readonly {readonly estimate: number; readonly low: number; readonly high: number}[];
  readonly covariance: readonly (readonly number[])[];
  readonly log_likelihood_null: number;
  readonly log_likelihood: number;
  readonly likelihood_ratio: number;
  readonly p_model: number;
  readonly score: number;
  readonly n: number;
  readonly events: number;
  /** at least 10 events per coefficient (Peduzzi 1995); otherwise show curves only */
  readonly enough: boolean;
}

/**
 * Cox regression, Efron ties (or Breslow), left truncation and time-dependent covariates by start-stop rows, strata,
 * Newton-Raphson with step halving. Therneau & Grambsch 2000. Association, not cause; "ever complained" must be
 * time-dependent (a new row from the complaint on). Check with `proportionalHazards`.
 * @example coxRegression([[1, 1], [2, 0], [3, 1], [4, 0], [5, 1], [6, 0]].map(([exit, x]) => ({exit, x: [x], event: true}))).coefficients // => [0.6320516962]
 */
export function coxRegression(
  rows: readonly CoxRow[],
  {
    confidence = 0.95,
    ties = "efron",
  }: ConfidenceOption & {/** defaults to "efron" */ readonly ties?: "efron" | "breslow"} = {},
): CoxFit {
  const evaluate = coxState(rows, {ties});
  const start = evaluate(new Array<number>(rows[0]?.x.length ?? 0).fill(0));
  const best = climb(start, evaluate);
  const covariance = inverse(best.information);
  const se = covariance.map((row, i) => Math.sqrt(row[i]!));
  const coefficients = best.beta;
  const z = normalMultiplier(confidence);
  const likelihood_ratio = 2 * (best.value - start.value);
  const events = rows.reduce((sum, {event, count = 1}) => sum + (event ? count : 0), 0);
  return {
    coefficients,
    se,
    p: coefficients.map((value, i) => normalTwoSided(value / se[i]!)),
    hazard_ratios: coefficients.map((value, i) => ({
      estimate: Math.exp(value),
      low: Math.exp(value - z * se[i]!),
      high: Math.exp(value + z * se[i]!),
    })),
    covariance,
    log_likelihood_null: start.value,
    log_likelihood: best.value,
    likelihood_ratio,
    p_model: chiSquareUpper(likelihood_ratio, coefficients.length),
    score: dot(start.gradient, timesVector(inverse(start.information), start.gradient)),
    n: rows.reduce((sum, {count = 1}) => sum + count, 0),
    events,
    enough: events >= 10 * coefficients.length,
  };
}

function climb(start: CoxState, evaluate: (beta: readonly number[]) => CoxState): CoxState {
  let state = start;
  for (let round = 0; round < 30; round++) {
    const step = timesVector(inverse(state.information), state.gradient);
    let scale = 1;
    let next = evaluate(state.beta.map((value, i) => value + step[i]!));
    while (!(next.value >= state.value - 1e-12 * Math.abs(state.value)) && scale > 1e-6) {
      scale /= 2;
      next = evaluate(state.beta.map((value, i) => value + scale * step[i]!));
    }
    const gain = next.value - state.value;
    state = next;
    if (Math.abs(gain) <= 1e-13 * Math.abs(state.value) && Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return state;
}
