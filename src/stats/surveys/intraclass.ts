import type {Matrix} from "../numbers/linear-algebra.js";

/** The six forms of Shrout & Fleiss; they differ widely on the same data, so the form is printed beside the figure. */
export interface Intraclass {
  readonly icc_1_1: number;
  readonly icc_2_1: number;
  readonly icc_3_1: number;
  readonly icc_1_k: number;
  readonly icc_2_k: number;
  readonly icc_3_k: number;
}

/**
 * Intraclass correlations of n subjects (rows) rated k times (columns). Test-retest of a scale uses ICC(2,1), good
 * from .70 (Terwee 2007). Complete rows. Shrout & Fleiss, Psych Bull 1979.
 * @example intraclass([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]) // => {icc_1_1: 0.1657418, icc_2_1: 0.2897638, icc_3_1: 0.7148407, icc_1_k: 0.4427971, icc_2_k: 0.6200505, icc_3_k: 0.9093155}
 */
export function intraclass(rows: Matrix): Intraclass {
  const n = rows.length;
  const k = rows[0]!.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = mean(rows.map(mean));
  const columns = rows[0]!.map((_, j) => mean(rows.map((row) => row[j]!)));
  const between = k * rows.reduce((sum, row) => sum + (mean(row) - grand) ** 2, 0);
  const raters = n * columns.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const all = rows.reduce((sum, row) => sum + row.reduce((rest, value) => rest + (value - grand) ** 2, 0), 0);
  const msr = between / (n - 1);
  const msc = raters / (k - 1);
  const mse = (all - between - raters) / ((n - 1) * (k - 1));
  const msw = (all - between) / (n * (k - 1));
  return {
    icc_1_1: (msr - msw) / (msr + (k - 1) * msw),
    icc_2_1: (msr - mse) / (msr + (k - 1) * mse + (k * (msc - mse)) / n),
    icc_3_1: (msr - mse) / (msr + (k - 1) * mse),
    icc_1_k: (msr - msw) / msr,
    icc_2_k: (msr - mse) / (msr + (msc - mse) / n),
    icc_3_k: (msr - mse) / msr,
  };
}
