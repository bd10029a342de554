import type {Matrix} from "../numbers/linear-algebra.js";

/** Correlations among the drivers, and of each with the outcome. */
export interface DriverCorrelations {
  readonly xx: Matrix;
  readonly xy: readonly number[];
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
