/*
 * Small dense systems (at most some dozens of unknowns): Gauss with pivoting, Cholesky-free inverse, Jacobi eigenvalues.
 */

/** Rows of a matrix. */
export type Matrix = readonly (readonly number[])[];

/**
 * x with A x = b. Throws where A is singular to working accuracy, naming the dependent column.
 * @example solveLinear([[2, 1], [1, 3]], [3, 5]) // => [0.8, 1.4]
 */
export function solveLinear(a: Matrix, b: readonly number[]): number[] {
  return eliminate(
    a,
    b.map((value) => [value]),
  ).map((row) => row[0]!);
}

/**
 * Inverse of a square matrix.
 * @example inverse([[2, 0], [0, 4]]) // => [[0.5, 0], [0, 0.25]]
 */
export function inverse(a: Matrix): number[][] {
  return eliminate(
    a,
    a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0))),
  );
}

/**
 * A times x.
 * @example timesVector([[1, 2], [3, 4]], [1, 1]) // => [3, 7]
 */
export function timesVector(a: Matrix, x: readonly number[]): number[] {
  return a.map((row) => dot(row, x));
}

/**
 * Sum of products.
 * @example dot([1, 2], [3, 4]) // => 11
 */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function eliminate(a: Matrix, right: Matrix): number[][] {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...right[i]!]);
  const scale = a.map((row, i) => Math.abs(row[i]!) || 1);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    const head = top[column]!;
    if (!(Math.abs(head) > 1e-13 * scale[column]!))
      throw new RangeError(`singular system: column ${column} depends on the others`);
    for (let j = column; j < top.length; j++) top[j]! /= head;
    for (let i = 0; i < n; i++) {
      const row = rows[i]!;
      const factor = row[column]!;
      if (i === column || factor === 0) continue;
      for (let j = column; j < row.length; j++) row[j]! -= factor * top[j]!;
    }
  }
  return rows.map((row) => row.slice(n));
}

/**
 * Eigenvalues (largest first) and unit eigenvectors (as columns) of a symmetric matrix, by Jacobi rotations.
 * @example symmetricEigen([[2, 1], [1, 2]]).values // => [3, 1]
 */
export function symmetricEigen(a: Matrix): {readonly values: readonly number[]; readonly vectors: Matrix} {
  const n = a.length;
  const m = a.map((row) => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep++) {
    const off = m.reduce(
      (sum, row, i) => sum + row.reduce((rest, value, j) => rest + (i === j ? 0 : value * value), 0),
      0,
    );
    if (off < 1e-30) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(m, v, {p, q});
  }
  const order = m.map((_, i) => i).sort((i, j) => m[j]![j]! - m[i]![i]!);
  return {values: order.map((i) => m[i]![i]!), vectors: v.map((row) => order.map((i) => row[i]!))};
}

function rotate(m: number[][], v: number[][], {p, q}: {p: number; q: number}): void {
  const apq = m[p]![q]!;
  if (apq === 0) return;
  const theta = (m[q]![q]! - m[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of [...m, ...v]) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  const [rowP, rowQ] = [m[p]!, m[q]!];
  for (let k = 0; k < m.length; k++) {
    const [x, y] = [rowP[k]!, rowQ[k]!];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
}
