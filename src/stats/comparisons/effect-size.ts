import type {Moments} from "../estimates/mean-interval.js";

/**
 * Standardised difference of two means, pooled: Cohen's d and Hedges' g = d (1 - 3/(4 df - 1)).
 * @example effectSize({n: 10, mean: 0.75, variance: 3.2005555556}, {n: 10, mean: 2.33, variance: 4.009}) // => {cohen_d: -0.8321810814, hedges_g: -0.7970185004}
 */
export function effectSize(a: Moments, b: Moments): {readonly cohen_d: number; readonly hedges_g: number} {
  const df = a.n + b.n - 2;
  const pooled = Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / df);
  const cohen_d = (a.mean - b.mean) / pooled;
  return {cohen_d, hedges_g: cohen_d * (1 - 3 / (4 * df - 1))};
}
