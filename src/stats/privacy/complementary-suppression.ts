import {determinedCells, type ShownTotal} from "./determined-cells.js";

/** A cell of a published table. */
export interface TableCell {
  readonly id: string;
  readonly n: number;
  readonly suppressed: boolean;
}

/**
 * Ids that must be hidden besides the small cells, so that no hidden value can be found by subtraction, in any
 * combination of the totals. Where one hidden cell stands alone in a total, the next smallest is hidden too (GP Patient
 * Survey rule); it goes on until no hidden value is determined by the shown ones. Empty cells hide nothing.
 * Where every part is hidden already the total itself goes; `exposed` lists what even that cannot protect.
 * @example complementarySuppression([{id: "a", n: 5, suppressed: true}, {id: "b", n: 40, suppressed: false}, {id: "c", n: 90, suppressed: false}], [{parts: ["a", "b", "c"]}]).also // => ["b"]
 */
export function complementarySuppression(
  cells: readonly TableCell[],
  totals: readonly ShownTotal[],
): {readonly also: readonly string[]; readonly exposed: readonly string[]} {
  const size = new Map(cells.map((cell) => [cell.id, cell.n]));
  const small = cells.filter((cell) => cell.suppressed).map((cell) => cell.id);
  const hidden = new Set(small.filter((id) => (size.get(id) ?? 0) > 0));
  const exposed = new Set<string>();
  for (const linked of linkedTotals(totals)) {
    for (;;) {
      const inside = new Set(
        linked.flatMap(({total, parts}) => [...parts, total ?? ""]).filter((id) => hidden.has(id)),
      );
      // The lone cell of a total is found at a glance; the algebra is for what is left.
      const isOpen = (id: string) => !exposed.has(id);
      const found = loneCells(inside, linked).find(isOpen) ?? determinedCells(inside, linked).find(isOpen);
      if (found === undefined) break;
      const next = partner(found, {hidden, totals: linked, size});
      if (next === undefined) exposed.add(found);
      else hidden.add(next);
    }
  }
  return {also: [...hidden].filter((id) => !small.includes(id)).sort(), exposed: [...exposed].sort()};
}

function loneCells(hidden: ReadonlySet<string>, totals: readonly ShownTotal[]): string[] {
  return totals.flatMap(({total, parts}) => {
    const inside = [...parts, total ?? ""].filter((id) => hidden.has(id));
    return inside.length === 1 ? inside : [];
  });
}

/** Totals that share no cell, even by way of others, cannot betray each other: each group is treated by itself. */
function linkedTotals(totals: readonly ShownTotal[]): ShownTotal[][] {
  const groupOf = new Map<string, ShownTotal[]>();
  const groups = new Set<ShownTotal[]>();
  for (const each of totals) {
    const ids = each.total === undefined ? each.parts : [...each.parts, each.total];
    const merged = [each];
    for (const old of new Set(ids.map((id) => groupOf.get(id)))) {
      if (!old) continue;
      merged.push(...old);
      groups.delete(old);
    }
    groups.add(merged);
    for (const {total, parts} of merged)
      for (const id of total === undefined ? parts : [...parts, total]) groupOf.set(id, merged);
  }
  return [...groups];
}

interface Table {
  readonly hidden: ReadonlySet<string>;
  readonly totals: readonly ShownTotal[];
  readonly size: ReadonlyMap<string, number>;
}

function partner(id: string, {hidden, totals, size}: Table): string | undefined {
  const around = totals.filter(({total, parts}) => parts.includes(id) || total === id);
  const shown = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && !hidden.has(candidate) && (size.get(candidate) ?? 0) > 0;
  const smallest = (ids: readonly string[]) =>
    ids.toSorted((a, b) => size.get(a)! - size.get(b)! || (a < b ? -1 : 1))[0];
  return (
    smallest(around.flatMap(({parts}) => parts.filter(shown))) ?? smallest(around.map(({total}) => total).filter(shown))
  );
}
