/*
 * Small dense systems (at most some dozens of unknowns): solved by Gauss with pivoting. Eigenvalues: symmetric-eigen.ts.
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
