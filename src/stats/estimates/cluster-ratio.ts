/**
 * Sums over customers from which one formula gives the standard error of any share, mean, NPS or weighted score.
 * For customer c: s_c = sum of w * y over the answers, n_c = sum of w (with no weights the number of answers).
 * SQL: `with per_customer as (select cell, customer_id, sum(score) as s, count(*) as n ... group by all)
 * select cell, sum(n) as n, sum(s) as total, count(*) as customers, sum(s*s) as sum_total_sq, sum(s*n) as sum_total_n,
 * sum(n*n) as sum_n_sq`.
 */
export interface ClusterSums {
  /** sum of n_c: answers, or sum of weights */
  readonly n: number;
  /** sum of s_c */
  readonly total: number;
  readonly customers: number;
  readonly sum_total_sq: number;
  readonly sum_total_n: number;
  readonly sum_n_sq: number;
}

export interface ClusterEstimate {
  readonly estimate: number;
  /** standard error; NaN for fewer than two customers */
  readonly se: number;
  readonly customers: number;
}

/**
 * A ratio of sums with its linearised, cluster-aware standard error. The unit of inference is the customer:
 * z_c = (s_c - theta n_c) / n, Var = C/(C-1) sum z_c^2.
 * Woodruff, JASA 1971; Binder 1983; Lumley, Complex Surveys, 2010. Assumes different customers independent.
 * @example clusterRatio({n: 4, total: 3, customers: 4, sum_total_sq: 3, sum_total_n: 3, sum_n_sq: 4}) // => {estimate: 0.75, se: 0.25}
 */
export function clusterRatio(sums: ClusterSums): ClusterEstimate {
  const {n, total, customers} = sums;
  if (!(n > 0)) return {estimate: Number.NaN, se: Number.NaN, customers};
  const estimate = total / n;
  const variance = (customers / (customers - 1)) * linearisedSquares(sums);
  return {estimate, se: customers > 1 ? Math.sqrt(variance) : Number.NaN, customers};
}

/**
 * Sum over customers of z_c^2, before the factor C/(C - 1). What is less than 1e-12 of its terms is their rounding:
 * where all answers are alike and carry weights, their spread is 0 and not what the order of adding leaves of it.
 * @example linearisedSquares({n: 4, total: 3, customers: 4, sum_total_sq: 3, sum_total_n: 3, sum_n_sq: 4}) // => 0.046875
 */
export function linearisedSquares({n, total, sum_total_sq, sum_total_n, sum_n_sq}: ClusterSums): number {
  const theta = total / n;
  const [own, both, size] = [sum_total_sq, 2 * theta * sum_total_n, theta * theta * sum_n_sq];
  const squares = own - both + size;
  return squares > 1e-12 * (own + Math.abs(both) + size) ? squares / (n * n) : 0;
}
