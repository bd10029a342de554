import {correlationMatrix} from "../numbers/covariance.js";
import type {Matrix} from "../numbers/linear-algebra.js";
import {symmetricEigen} from "../numbers/symmetric-eigen.js";

/**
 * Omega total of one scale from a one-factor principal-axis solution, iterated to 1e-15 (= minres), of the raw and of
 * the standardised items. McDonald 1999; Dunn, Baguley & Brunsden 2014; not lavaan's ML estimate.
 * `eigenvalues` are the first two of the correlation matrix: a second one near the first means two dimensions.
 * @example omegaTotal([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]) // => {raw: 0.75, standardised: 0.75, loadings: [0.7071067812, 0.7071067812, 0.7071067812]}
 */
export function omegaTotal(covariance: Matrix): {
  readonly raw: number;
  readonly standardised: number;
  readonly loadings: readonly number[];
  readonly eigenvalues: readonly [number, number];
} {
  const correlations = correlationMatrix(covariance);
  const {values} = symmetricEigen(correlations);
  const loadings = principalAxis(correlations);
  const sd = covariance.map((row, i) => Math.sqrt(row[i]!));
  return {
    raw: omega(loadings, sd),
    standardised: omega(
      loadings,
      sd.map(() => 1),
    ),
    loadings,
    eigenvalues: [values[0]!, values[1]!],
  };
}

function principalAxis(correlations: Matrix): number[] {
  let loadings = correlations.map((row, i) =>
    Math.sqrt(Math.max(...row.map((value, j) => (i === j ? 0 : Math.abs(value))))),
  );
  for (let i = 0; i < 5000; i++) {
    const reduced = correlations.map((row, j) => row.map((value, k) => (j === k ? loadings[j]! ** 2 : value)));
    const {values, vectors} = symmetricEigen(reduced);
    const first = vectors.map((row) => row[0]! * Math.sqrt(Math.max(0, values[0]!)));
    const sign = first.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
    const change = Math.max(...first.map((value, j) => Math.abs(value ** 2 - loadings[j]! ** 2)));
    loadings = first.map((value) => sign * value);
    if (change < 1e-15) break;
  }
  return loadings;
}

function omega(loadings: readonly number[], sd: readonly number[]): number {
  const common = loadings.reduce((sum, loading, i) => sum + loading * sd[i]!, 0) ** 2;
  const unique = loadings.reduce((sum, loading, i) => sum + sd[i]! ** 2 * (1 - loading ** 2), 0);
  return common / (common + unique);
}
