import {dot, inverse, timesVector} from "../numbers/linear-algebra.js";

/** A row of a regression; `n` rows alike may be given as one. */
export interface RegressionRow {
  readonly x: readonly number[];
  readonly y: number;
  /** defaults to 1 */
  readonly n?: number;
}

export interface LeastSquares {
  /** intercept first */
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  /** heteroskedasticity-consistent, MacKinnon & White 1985 */
  readonly se_hc3: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly covariance_hc3: readonly (readonly number[])[];
  readonly r2: number;
  readonly adjusted_r2: number;
  readonly df: number;
}

/**
 * Ordinary least squares with an intercept; plain and HC3 standard errors. Throws where a column depends on others.
 * @example leastSquares([{x: [1], y: 1}, {x: [2], y: 3}, {x: [3], y: 4}, {x: [4], y: 4}]) // => {coefficients: [0.5, 1], se: [0.8660254038, 0.316227766], r2: 0.8333333333}
 */
export function leastSquares(rows: readonly RegressionRow[]): LeastSquares {
  const width = (rows[0]?.x.length ?? 0) + 1;
  const products = square(width);
  const right = new Array<number>(width).fill(0);
  let [count, sum, squares] = [0, 0, 0];
  for (const {x, y, n = 1} of rows) {
    const design = [1, ...x];
    addOuter(products, design, n);
    for (let i = 0; i < width; i++) right[i]! += n * design[i]! * y;
    count += n;
    sum += n * y;
    squares += n * y * y;
  }
  const bread = inverse(products);
  const coefficients = timesVector(bread, right);
  const meat = square(width);
  let residual = 0;
  for (const {x, y, n = 1} of rows) {
    const design = [1, ...x];
    const error = y - dot(coefficients, design);
    const leverage = dot(design, timesVector(bread, design));
    residual += n * error * error;
    addOuter(meat, design, n * (error / (1 - leverage)) ** 2);
  }
  const df = count - width;
  const total = squares - (sum * sum) / count;
  const covariance = bread.map((row) => row.map((value) => (value * residual) / df));
  const covariance_hc3 = multiply(multiply(bread, meat), bread);
  const roots = (matrix: readonly (readonly number[])[]) => matrix.map((row, i) => Math.sqrt(row[i]!));
  const r2 = 1 - residual / total;
  const adjusted_r2 = 1 - ((1 - r2) * (count - 1)) / df;
  return {
    coefficients,
    se: roots(covariance),
    se_hc3: roots(covariance_hc3),
    covariance,
    covariance_hc3,
    r2,
    adjusted_r2,
    df,
  };
}

function square(width: number): number[][] {
  return Array.from({length: width}, () => new Array<number>(width).fill(0));
}

function addOuter(target: number[][], x: readonly number[], weight: number): void {
  for (let i = 0; i < x.length; i++) for (let j = 0; j < x.length; j++) target[i]![j]! += weight * x[i]! * x[j]!;
}

function multiply(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
}
