import type {MartRow} from "../marts/shape/mart.js";
import {rateRatio} from "../stats/comparisons/rate-ratio.js";

/** Parts of a whole, most customers first. */
export const bySize = (rows: readonly MartRow[], key: string): MartRow[] =>
  [...rows].sort((a, b) => Number(b.customers) - Number(a.customers) || (String(a[key]) < String(b[key]) ? -1 : 1));

/**
 * Whether the first of several parts is surely the largest: exact test against the second, Bonferroni over the others,
 * since the largest of several equal parts is always some part.
 */
export function isLeading([first, second, ...rest]: readonly MartRow[]): boolean {
  if (!first) return false;
  if (!second) return true;
  const count = (row: MartRow) => ({events: Number(row.customers), exposure: 1});
  return rateRatio(count(first), count(second)).p * (1 + rest.length) <= 0.05;
}
