import {rateRatio} from "../stats/comparisons/rate-ratio.js";

interface Part {
  /** null where too few to be told. */
  readonly customers: number | null;
}

/** Parts of a whole, most customers first. */
export const bySize = <Row extends Part>(rows: readonly Row[], name: (row: Row) => string): Row[] =>
  [...rows].sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0) || (name(a) < name(b) ? -1 : 1));

/**
 * Whether the first of several parts is surely the largest: exact test against the second, Bonferroni over the others,
 * since the largest of several equal parts is always some part.
 */
export function isLeading([first, second, ...rest]: readonly Part[]): boolean {
  if (!first) return false;
  if (!second) return true;
  const count = ({customers}: Part) => ({events: customers ?? 0, exposure: 1});
  return rateRatio(count(first), count(second)).p * (1 + rest.length) <= 0.05;
}
