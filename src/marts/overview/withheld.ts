import {isOfPeople} from "../../metrics/of-people.js";
import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {type Estimated, kindOf} from "./estimated.js";

/** No larger member is withheld for what few others said. */
const largest = 100;

/**
 * Members of a family to be withheld besides those too small, so that nothing follows from the total: the next smallest
 * where one stands alone; and where customers are asked and all withheld together said the same, the smallest with whom
 * they did not.
 *
 * @returns ids
 */
export function alsoWithheld(
  family: readonly Estimated[],
  {isSmall, total}: {isSmall: (cell: Estimated) => boolean; total: Estimated | undefined},
): ReadonlySet<string> {
  if (!total) return new Set();
  const cells = family.map((cell) => ({id: cell.id, n: cell.estimate.n, suppressed: isSmall(cell)}));
  const also = new Set(complementarySuppression(cells, [{parts: cells.map(({id}) => id)}]).also);
  const hidden = family.filter((cell) => isSmall(cell) || also.has(cell.id));
  if (!isOfPeople(total.row.metric) || isMixed(hidden) || !addUp(family, total)) return also;
  const next = family
    .filter((cell) => !hidden.includes(cell) && cell.estimate.n <= largest && isMixed([...hidden, cell]))
    .sort((a, b) => a.estimate.n - b.estimate.n || (a.id < b.id ? -1 : 1))[0];
  return next ? also.add(next.id) : also;
}

const sum = (cells: readonly Estimated[], name: "n" | "positive" | "negative"): number =>
  cells.reduce((all, {row}) => all + row[name], 0);

const addUp = (family: readonly Estimated[], total: Estimated): boolean => sum(family, "n") === total.row.n;

/** Whether these said different things: none, or all, of a few is what each of them said. */
function isMixed(cells: readonly Estimated[]): boolean {
  const n = sum(cells, "n");
  if (n === 0) return true;
  const kind = kindOf(cells[0]!.row);
  const names = kind === "share" ? (["positive"] as const) : kind === "nps" ? (["positive", "negative"] as const) : [];
  return names.every((name) => sum(cells, name) > 0 && sum(cells, name) < n);
}
