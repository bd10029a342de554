/** A cell of a published table. */
export interface TableCell {
  readonly id: string;
  readonly n: number;
  readonly suppressed: boolean;
}

/** A sum the reader knows: the parts add up to the cell `total`, or to a figure shown elsewhere (no `total`). */
export interface ShownTotal {
  readonly total?: string;
  readonly parts: readonly string[];
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
      const found = determinedCells(inside, linked).find((id) => !exposed.has(id));
      if (found === undefined) break;
      const next = partner(found, {hidden, totals: linked, size});
      if (next === undefined) exposed.add(found);
      else hidden.add(next);
    }
  }
  return {also: [...hidden].filter((id) => !small.includes(id)).sort(), exposed: [...exposed].sort()};
}

/**
 * Hidden cells whose value follows from the shown totals by linear algebra: what a curious reader could work out.
 * @example determinedCells(new Set(["a"]), [{parts: ["a", "b"]}]) // => ["a"]
 */
export function determinedCells(hidden: ReadonlySet<string>, totals: readonly ShownTotal[]): string[] {
  const columns = [...hidden].sort();
  const matrix = totals
    .map(({total, parts}) => columns.map((id) => (parts.includes(id) ? 1 : 0) - (id === total ? 1 : 0)))
    .filter((row) => row.some((value) => value !== 0));
  let rank = 0;
  for (let column = 0; column < columns.length && rank < matrix.length; column++) {
    const pivot = matrix.findIndex((row, i) => i >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const top = matrix[rank]!.map((value) => value / matrix[rank]![column]!);
    matrix.forEach((row, i) => {
      const factor = row[column]!;
      matrix[i] = i === rank ? top : factor === 0 ? row : row.map((value, j) => value - factor * top[j]!);
    });
    rank++;
  }
  return matrix.slice(0, rank).flatMap((row) => {
    const used = columns.filter((_, j) => Math.abs(row[j]!) > 1e-9);
    return used.length === 1 ? used : [];
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
