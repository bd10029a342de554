import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";

/**
 * Rows of one total to withhold: those too small, and where one of them stands alone and could be had by subtraction
 * from the shown total, the next smallest as well; with `part`, the smallest as well without which none or all of those
 * withheld would be in that part.
 */
export function hiddenRows<T>(
  rows: readonly T[],
  {size, isSmall, part}: {size: (row: T) => number; isSmall: (row: T) => boolean; part?: (row: T) => number},
): Set<T> {
  const cells = rows.map((row, index) => ({id: String(index), n: size(row), suppressed: isSmall(row)}));
  const {also} = complementarySuppression(cells, [{parts: cells.map(({id}) => id)}]);
  const hidden = rows.filter((_, index) => cells[index]!.suppressed || also.includes(String(index)));
  const isMixed = (some: readonly T[]): boolean => {
    const [all, those] = [sumOf(some, size), part ? sumOf(some, part) : 0];
    return all === 0 || (those > 0 && those < all);
  };
  if (!part || isMixed(hidden)) return new Set(hidden);
  const [next] = rows
    .filter((row) => !hidden.includes(row) && isMixed([...hidden, row]))
    .sort((a, b) => size(a) - size(b));
  return new Set([...hidden, ...(next === undefined ? [] : [next])]);
}

const sumOf = <T>(rows: readonly T[], count: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + count(row), 0);
