/**
 * The measure of the Pollock benchmark (HPI Information Systems): ten points a file, one for loading at all and three
 * each (precision, recall, F1 over multisets) for header cells, records and data cells.
 */
export interface PollockTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function pollockScore(expected: PollockTable, loaded: PollockTable | undefined): number {
  if (!loaded) return 0;
  const records = (table: PollockTable) =>
    table.rows.map((row) => row.map((cell) => normalize(cell) || "null").join(""));
  const cells = (table: PollockTable) => table.rows.flat().map(normalize);
  return (
    1 +
    points(expected.header.map(normalize), loaded.header.map(normalize)) +
    points(records(expected), records(loaded)) +
    points(cells(expected), cells(loaded))
  );
}

const normalize = (cell: string) => cell.trim();

/** Precision + recall + F1. */
function points(expected: readonly string[], loaded: readonly string[]): number {
  if (expected.length === 0) return 3;
  const left = new Map<string, number>();
  for (const each of expected) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of loaded) {
    const count = left.get(each) ?? 0;
    if (count > 0) shared++;
    left.set(each, count - 1);
  }
  if (shared === 0) return 0;
  const precision = shared / expected.length;
  const recall = shared / loaded.length;
  return precision + recall + (2 * precision * recall) / (precision + recall);
}
