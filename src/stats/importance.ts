import {dot, inverse, type Matrix, symmetricEigen, timesVector} from "./linear-algebra.js";

/** Correlations among the drivers, and of each with the outcome. */
export interface DriverCorrelations {
  readonly xx: Matrix;
  readonly xy: readonly number[];
}

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

/**
 * The parts of R^2 alone, fast enough for a thousand resamples.
 * @example shapleyParts({xx: [[1, 0.5], [0.5, 1]], xy: [0.5, 0.5]}) // => [0.1666666667, 0.1666666667]
 */
export function shapleyParts({xx, xy}: DriverCorrelations): number[] {
  const p = xy.length;
  if (p > 12) throw new RangeError(`invalid drivers; more than 12: ${p}`);
  const r2 = subsetR2({xx, xy});
  // weight[s] = s! (p - s - 1)! / p!, by size s of the subset the driver joins
  const weight = [1 / p];
  for (let size = 1; size < p; size++) weight.push((weight[size - 1]! * size) / (p - size));
  const parts = new Array<number>(p).fill(0);
  for (let set = 0; set < r2.length; set++) {
    const gain = weight[sizeOf(set)]!;
    for (let j = 0; j < p; j++) if (!(set & (1 << j))) parts[j]! += gain * (r2[set | (1 << j)]! - r2[set]!);
  }
  return parts;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size++;
  return size;
}

/** R^2 of every subset (bit i = driver i): each driver is swept out of the rest or left, one Schur step at a time. */
function subsetR2({xx, xy}: DriverCorrelations): Float64Array {
  const p = xy.length;
  const result = new Float64Array(1 << p);
  const width = p + 1;
  const levels = Array.from({length: p + 1}, () => new Float64Array(width * width));
  const full = levels[0]!;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) full[i * width + j] = xx[i]![j]!;
    full[i * width + p] = xy[i]!;
  }
  const visit = (
    matrix: Float64Array,
    {next, depth, set, r2}: {next: number; depth: number; set: number; r2: number},
  ) => {
    result[set] = r2;
    for (let k = next; k < p; k++) {
      const head = matrix[k * width + k]!;
      if (!(head > 1e-12)) throw new RangeError(`driver ${k} is a mixture of the others`);
      const swept = levels[depth + 1]!;
      for (let i = k + 1; i < p; i++) {
        const factor = matrix[k * width + i]! / head;
        for (let j = i; j <= p; j++) swept[i * width + j] = matrix[i * width + j]! - factor * matrix[k * width + j]!;
      }
      visit(swept, {next: k + 1, depth: depth + 1, set: set | (1 << k), r2: r2 + matrix[k * width + p]! ** 2 / head});
    }
  };
  visit(full, {next: 0, depth: 0, set: 0, r2: 0});
  return result;
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
