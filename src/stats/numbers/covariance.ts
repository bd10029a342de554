import type {Matrix} from "./linear-algebra.js";

/**
 * Covariance matrix (n - 1) of complete rows.
 * @example covarianceMatrix([[1, 2], [2, 4], [3, 9]]) // => [[1, 3.5], [3.5, 13]]
 */
export function covarianceMatrix(rows: Matrix): number[][] {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({length: width}, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const sums = means.map(() => means.map(() => 0));
  for (const row of rows) {
    for (let i = 0; i < width; i++) {
      const di = row[i]! - means[i]!;
      for (let j = 0; j <= i; j++) sums[i]![j]! += di * (row[j]! - means[j]!);
    }
  }
  return sums.map((_, i) => sums.map((__, j) => sums[Math.max(i, j)]![Math.min(i, j)]! / (rows.length - 1)));
}

/**
 * Correlations from covariances.
 * @example correlationMatrix([[4, 2], [2, 4]]) // => [[1, 0.5], [0.5, 1]]
 */
export function correlationMatrix(covariance: Matrix): number[][] {
  const sd = covariance.map((row, i) => Math.sqrt(row[i]!));
  return covariance.map((row, i) => row.map((value, j) => (i === j ? 1 : value / (sd[i]! * sd[j]!))));
}

/** What is summed over everybody who answered both of two items, or one item twice. */
export interface PairSums {
  readonly part: string;
  readonly other: string;
  readonly n: number;
  readonly sum_x: number;
  readonly sum_y: number;
  readonly sum_xy: number;
}

/**
 * The covariance matrix (n − 1) of items from the sums of their pairs, all over the same answers; items in the order given.
 * @example covarianceOfSums([{part: "a", other: "a", n: 3, sum_x: 6, sum_y: 6, sum_xy: 14}], ["a"]) // => [[1]]
 */
export function covarianceOfSums(sums: readonly PairSums[], items: readonly string[]): number[][] {
  return items.map((item) =>
    items.map((other) => {
      const pair = sums.find((each) => each.part === item && each.other === other);
      if (!pair) throw new RangeError(`no sums of ${item} and ${other}`);
      return (pair.sum_xy - (pair.sum_x * pair.sum_y) / pair.n) / (pair.n - 1);
    }),
  );
}
