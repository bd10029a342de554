import type {Moments} from "../../src/stats/estimates/mean-interval.js";

/** Size, mean and sample variance (n - 1) of values; variance is NaN below two. */
export function moments(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {n, mean, variance: n > 1 ? squares / (n - 1) : Number.NaN};
}
