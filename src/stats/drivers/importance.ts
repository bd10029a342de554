import {dot, inverse, type Matrix, timesVector} from "../numbers/linear-algebra.js";
import {symmetricEigen} from "../numbers/symmetric-eigen.js";
import {type DriverCorrelations, shapleyParts} from "./shapley-parts.js";

export interface Importance {
  readonly r2: number;
  /** parts of R^2; they add up to it */
  readonly lmg: readonly number[];
  /** the same as shares of 1 */
  readonly shares: readonly number[];
  /** Johnson's relative weights, as a cross-check only */
  readonly johnson: readonly number[];
  /** standardised coefficients, for the sign and to be shown, never for ranking */
  readonly beta: readonly number[];
  readonly beta_times_r: readonly number[];
  /** gain of R^2 when entered last */
  readonly last: readonly number[];
  readonly vif: readonly number[];
  readonly condition_number: number;
}

/**
 * What the outcome goes with: R^2 split by LMG / Shapley (Lindeman, Merenda & Gold 1980; Groemping 2006), exact over all
 * subsets, at most 12 drivers; Johnson (2000) beside it. Associations, not effects. Below R^2 = .15 no chart is drawn.
 * @example importance({xx: [[1, 0], [0, 1]], xy: [0.6, 0.3]}) // => {r2: 0.45, lmg: [0.36, 0.09], shares: [0.8, 0.2], johnson: [0.36, 0.09]}
 */
export function importance({xx, xy}: DriverCorrelations): Importance {
  const inverted = inverse(xx);
  const beta = timesVector(inverted, xy);
  const r2 = dot(beta, xy);
  const lmg = shapleyParts({xx, xy});
  const {values, vectors} = symmetricEigen(xx);
  const vif = inverted.map((row, i) => row[i]!);
  return {
    r2,
    lmg,
    shares: lmg.map((part) => part / r2),
    johnson: johnsonWeights({xx, xy}, {values, vectors}),
    beta,
    beta_times_r: beta.map((value, i) => value * xy[i]!),
    last: beta.map((value, i) => value ** 2 / vif[i]!),
    vif,
    condition_number: Math.sqrt(values[0]! / values.at(-1)!),
  };
}

function johnsonWeights({xx, xy}: DriverCorrelations, eigen: {values: readonly number[]; vectors: Matrix}): number[] {
  const root = eigen.values.map((value) => Math.sqrt(Math.max(0, value)));
  const lambda = xx.map((_, i) =>
    xx.map((__, j) =>
      dot(
        eigen.vectors[i]!.map((v, k) => v * root[k]!),
        eigen.vectors[j]!,
      ),
    ),
  );
  const beta = timesVector(inverse(lambda), xy);
  return lambda.map((row) => row.reduce((sum, value, k) => sum + (value * beta[k]!) ** 2, 0));
}
