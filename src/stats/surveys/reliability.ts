import {correlationMatrix} from "../numbers/covariance.js";
import {fQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import type {Matrix} from "../numbers/linear-algebra.js";

export interface Reliability extends Interval {
  readonly standardised: number;
  readonly mean_correlation: number;
  /** correlation of each item with the sum of the others; negative: a reversed item was not recoded */
  readonly item_rest: readonly number[];
  readonly if_deleted: readonly number[];
  /** indeterminate below 100 answers or 7 per item (Terwee 2007) */
  readonly verdict: "good" | "low" | "redundant" | "indeterminate";
}

/**
 * Cronbach's alpha of several items with Feldt's interval (Cronbach 1951; Feldt 1965), from their covariance matrix.
 * Good is .70-.95 (Terwee 2007). Alpha assumes equal loadings: `omegaTotal` is the preferred figure.
 * Assumes one dimension and complete answers.
 * @example cronbachAlpha([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]], 200) // => {estimate: 0.75, mean_correlation: 0.5, verdict: "good"}
 */
export function cronbachAlpha(covariance: Matrix, n: number, {confidence = 0.95}: ConfidenceOption = {}): Reliability {
  const k = covariance.length;
  if (k < 2) throw new RangeError(`invalid items; fewer than 2: ${k}`);
  const estimate = alphaOf(covariance);
  const tail = (1 - confidence) / 2;
  const degrees = {d1: n - 1, d2: (n - 1) * (k - 1)};
  const correlations = correlationMatrix(covariance);
  const mean_correlation = (sumOf(correlations) - k) / (k * (k - 1));
  const grade = estimate < 0.7 ? "low" : estimate > 0.95 ? "redundant" : "good";
  return {
    estimate,
    low: 1 - (1 - estimate) * fQuantile(1 - tail, degrees),
    high: 1 - (1 - estimate) * fQuantile(tail, degrees),
    standardised: (k * mean_correlation) / (1 + (k - 1) * mean_correlation),
    mean_correlation,
    item_rest: covariance.map((row, i) => {
      const withRest = row.reduce((sum, value, j) => (j === i ? sum : sum + value), 0);
      return withRest / Math.sqrt(row[i]! * sumOf(without(covariance, i)));
    }),
    if_deleted: covariance.map((_, i) => (k > 2 ? alphaOf(without(covariance, i)) : Number.NaN)),
    verdict: n >= 100 && n >= 7 * k ? grade : "indeterminate",
  };
}

function alphaOf(covariance: Matrix): number {
  const k = covariance.length;
  const own = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  return (k / (k - 1)) * (1 - own / sumOf(covariance));
}

function sumOf(matrix: Matrix): number {
  return matrix.reduce((sum, row) => sum + row.reduce((rest, value) => rest + value, 0), 0);
}

function without(matrix: Matrix, index: number): number[][] {
  return matrix.filter((_, i) => i !== index).map((row) => row.filter((_, j) => j !== index));
}
