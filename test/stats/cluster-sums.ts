import type {ClusterPair, SharedSums} from "../../src/stats/comparisons/cluster-difference.js";
import type {ClusterSums} from "../../src/stats/estimates/cluster-ratio.js";

/** One answer of one customer; weight defaults to 1. */
export interface Answer {
  readonly customer: string | number;
  readonly score: number;
  readonly weight?: number;
}

/**
 * The sums of `clusterRatio` from single answers, as SQL makes them.
 * e.g. clusterSums([{customer: 1, score: 1}, {customer: 1, score: 0}, {customer: 2, score: 1}]) // => {n: 3, total: 2, customers: 2, sum_total_sq: 2, sum_total_n: 3, sum_n_sq: 5}
 */
export function clusterSums(answers: Iterable<Answer>): ClusterSums {
  const sums = {n: 0, total: 0, customers: 0, sum_total_sq: 0, sum_total_n: 0, sum_n_sq: 0};
  for (const {s, n} of perCustomer(answers).values()) {
    sums.n += n;
    sums.total += s;
    sums.customers += 1;
    sums.sum_total_sq += s * s;
    sums.sum_total_n += s * n;
    sums.sum_n_sq += n * n;
  }
  return sums;
}

/**
 * The sums of `clusterDifference` from the answers on both sides.
 * e.g. clusterPair([{customer: 1, score: 3}], [{customer: 1, score: 2}]).shared // => {customers: 1, total_total: 6, total_n: 3, n_total: 2, n_n: 1}
 */
export function clusterPair(a: readonly Answer[], b: readonly Answer[]): ClusterPair {
  const other = perCustomer(b);
  const shared: {-readonly [Key in keyof SharedSums]: number} = {
    customers: 0,
    total_total: 0,
    total_n: 0,
    n_total: 0,
    n_n: 0,
  };
  for (const [customer, own] of perCustomer(a)) {
    const theirs = other.get(customer);
    if (!theirs) continue;
    shared.customers += 1;
    shared.total_total += own.s * theirs.s;
    shared.total_n += own.s * theirs.n;
    shared.n_total += own.n * theirs.s;
    shared.n_n += own.n * theirs.n;
  }
  return {a: clusterSums(a), b: clusterSums(b), shared};
}

function perCustomer(answers: Iterable<Answer>): Map<string | number, {s: number; n: number}> {
  const customers = new Map<string | number, {s: number; n: number}>();
  for (const {customer, score, weight = 1} of answers) {
    const sums = customers.get(customer) ?? {s: 0, n: 0};
    sums.s += weight * score;
    sums.n += weight;
    customers.set(customer, sums);
  }
  return customers;
}
