import {type ClusterSums, linearisedSquares} from "../estimates/cluster-ratio.js";
import {tQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** Two sides of a comparison and what the customers found on both sides have in common. */
export interface ClusterPair {
  readonly a: ClusterSums;
  readonly b: ClusterSums;
  /** over customers on both sides: sum s_a s_b, s_a n_b, n_a s_b, n_a n_b; all 0 when nobody is on both */
  readonly shared: SharedSums;
}

export interface SharedSums {
  readonly customers: number;
  readonly total_total: number;
  readonly total_n: number;
  readonly n_total: number;
  readonly n_n: number;
}

/**
 * Difference a - b of two ratios over the union of customers: paired, unpaired and partly overlapping data alike.
 * z_c = z_c(a) - z_c(b), Var = C/(C-1) sum z_c^2, C = customers on either side; limits by t with C - 1 degrees.
 * Equal to the clustered standard error of survey::svyglm.
 * @example clusterDifference({a: {n: 2, total: 2, customers: 2, sum_total_sq: 2, sum_total_n: 2, sum_n_sq: 2}, b: {n: 2, total: 1, customers: 2, sum_total_sq: 1, sum_total_n: 1, sum_n_sq: 2}, shared: {customers: 0, total_total: 0, total_n: 0, n_total: 0, n_n: 0}}) // => {estimate: 0.5, se: 0.4082482905}
 */
export function clusterDifference(
  {a, b, shared}: ClusterPair,
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & {readonly se: number; readonly customers: number} {
  const customers = a.customers + b.customers - shared.customers;
  const thetaA = a.total / a.n;
  const thetaB = b.total / b.n;
  const cross =
    (shared.total_total - thetaB * shared.total_n - thetaA * shared.n_total + thetaA * thetaB * shared.n_n) /
    (a.n * b.n);
  const squares = linearisedSquares(a) + linearisedSquares(b) - 2 * cross;
  const se = customers > 1 ? Math.sqrt(Math.max(0, (customers / (customers - 1)) * squares)) : Number.NaN;
  const half = customers > 1 ? tQuantile((1 + confidence) / 2, customers - 1) * se : Number.NaN;
  const estimate = thetaA - thetaB;
  return {estimate, low: estimate - half, high: estimate + half, se, customers};
}
