import {tTwoSided} from "../numbers/distributions.js";
import {dot, timesVector} from "../numbers/linear-algebra.js";
import type {LeastSquares} from "./least-squares.js";

/**
 * A weighted sum of coefficients against 0 (t test).
 * @example linearContrast({coefficients: [0, 1], covariance: [[1, 0], [0, 0.25]], df: 10}, [0, 1]) // => {estimate: 1, se: 0.5, p: 0.0733880348}
 */
export function linearContrast(
  {coefficients, covariance, df}: Pick<LeastSquares, "coefficients" | "covariance" | "df">,
  weights: readonly number[],
): {readonly estimate: number; readonly se: number; readonly p: number} {
  const estimate = dot(coefficients, weights);
  const se = Math.sqrt(dot(weights, timesVector(covariance, weights)));
  return {estimate, se, p: tTwoSided(estimate / se, df)};
}
