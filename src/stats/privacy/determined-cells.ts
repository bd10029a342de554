/** A sum the reader knows: the parts add up to the cell `total`, or to a figure shown elsewhere (no `total`). */
export interface ShownTotal {
  readonly total?: string;
  readonly parts: readonly string[];
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
