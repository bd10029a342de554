import type {Matrix} from "./linear-algebra.js";

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
