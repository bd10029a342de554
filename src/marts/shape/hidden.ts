import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";

/**
 * Rows of one total to withhold: those too small, and where one of them stands alone and could be had by subtraction
 * from the shown total, the next smallest as well.
 * @param options.isTelling whether the sum of these rows, which anybody can have, tells of each of them: then more go
 */
export function hiddenRows<T>(
  rows: readonly T[],
  {
    size,
    isSmall,
    isTelling = () => false,
  }: {size: (row: T) => number; isSmall: (row: T) => boolean; isTelling?: (rows: readonly T[]) => boolean},
): Set<T> {
  const cells = rows.map((row, index) => ({id: String(index), n: size(row), suppressed: isSmall(row)}));
  const {also} = complementarySuppression(cells, [{parts: cells.map(({id}) => id)}]);
  const least = rows.filter((_, index) => cells[index]!.suppressed || also.includes(String(index)));
  // Where all rows are alike the total tells it of everybody, whatever is withheld.
  const hidden = new Set(least);
  if (isTelling(rows.filter((row) => size(row) > 0))) return hidden;
  const others = rows.filter((row) => !hidden.has(row) && size(row) > 0).sort((a, b) => size(a) - size(b));
  while (others.length > 0 && isTelling([...hidden])) hidden.add(others.shift()!);
  return hidden;
}
