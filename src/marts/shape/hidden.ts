import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";

/**
 * Rows of one total to withhold: those too small, and where one of them stands alone and could be had by subtraction
 * from the shown total, the next smallest as well.
 */
export function hiddenRows<T>(
  rows: readonly T[],
  {size, isSmall}: {size: (row: T) => number; isSmall: (row: T) => boolean},
): Set<T> {
  const cells = rows.map((row, index) => ({id: String(index), n: size(row), suppressed: isSmall(row)}));
  const {also} = complementarySuppression(cells, [{parts: cells.map(({id}) => id)}]);
  return new Set(rows.filter((_, index) => cells[index]!.suppressed || also.includes(String(index))));
}
