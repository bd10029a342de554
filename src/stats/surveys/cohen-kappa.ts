import type {Matrix} from "../numbers/linear-algebra.js";

/**
 * Agreement of two coders beyond chance, from their square table: Cohen (1960), or with quadratic weights for ordered
 * codes (test-retest of a single item). NaN where both used one code only.
 * @example cohenKappa([[88, 10, 2], [14, 40, 6], [18, 10, 12]]) // => 0.4915254237
 * @example cohenKappa([[88, 10, 2], [14, 40, 6], [18, 10, 12]], {weights: "quadratic"}) // => 0.4545454545
 */
export function cohenKappa(
  table: Matrix,
  {weights = "none"}: {/** defaults to "none" */ readonly weights?: "none" | "quadratic"} = {},
): number {
  const total = table.reduce((sum, row) => sum + row.reduce((rest, value) => rest + value, 0), 0);
  const rows = table.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  let [observed, expected] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, value] of row.entries()) {
      const distance = weights === "quadratic" ? (i - j) ** 2 : Number(i !== j);
      observed += distance * value;
      expected += (distance * rows[i]! * columns[j]!) / total;
    }
  }
  return 1 - observed / expected;
}
