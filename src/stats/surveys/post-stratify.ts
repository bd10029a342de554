import type {ClusterSums} from "../estimates/cluster-ratio.js";

/** Answers of one segment, summed per customer (a customer is in one segment), and the customers it has in the base. */
export interface Stratum extends ClusterSums {
  readonly population: number;
}

export interface WeightedEstimate {
  readonly estimate: number;
  readonly se: number;
  /** weight of one answer in each stratum, 1 on average */
  readonly weights: readonly number[];
  /** Kish n_eff of the weights */
  readonly n_eff: number;
}

/**
 * Mean or share weighted to known segment sizes: w_h = (N_h/N)/(n_h/n) (Holt & Smith 1979), with the linearised,
 * cluster-aware standard error of survey::postStratify. A total is N times estimate and error.
 * Throws on a segment of the base without answers: merge it first (`collapseStrata`).
 * @example postStratify([{population: 60, n: 2, total: 2, customers: 2, sum_total_sq: 2, sum_total_n: 2, sum_n_sq: 2}, {population: 40, n: 2, total: 1, customers: 2, sum_total_sq: 1, sum_total_n: 1, sum_n_sq: 2}]) // => {estimate: 0.8, se: 0.1632993162}
 */
export function postStratify(strata: readonly Stratum[]): WeightedEstimate {
  const base = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  const customers = strata.reduce((sum, stratum) => sum + stratum.customers, 0);
  let [estimate, squares, weightSquares] = [0, 0, 0];
  const weights = strata.map(({population, n: answers}, i) => {
    if (population > 0 && !(answers > 0))
      throw new RangeError(`stratum ${i} has ${population} customers and no answer`);
    return population === 0 ? 0 : population / base / (answers / n);
  });
  for (const [i, {population, n: answers, total, sum_total_sq, sum_total_n, sum_n_sq}] of strata.entries()) {
    if (population === 0) continue;
    const mean = total / answers;
    estimate += (population / base) * mean;
    squares += weights[i]! ** 2 * (sum_total_sq - 2 * mean * sum_total_n + mean * mean * sum_n_sq);
    weightSquares += weights[i]! ** 2 * answers;
  }
  const se = Math.sqrt((customers / (customers - 1)) * Math.max(0, squares)) / n;
  return {estimate, se, weights, n_eff: (n * n) / weightSquares};
}
