type Row = Readonly<Record<string, unknown>>;

/** Answers a published table's question by an SQL query whose columns are named as those of the table. */
export type Figure = (table: string, sql: string) => Promise<void>;
export type Run = (sql: string) => Promise<void>;

/**
 * How many rows a table has, and what its columns of numbers add up to: two ways to one table have the same.
 *
 * @example totalsOf("a", [{b: 1, c: "x"}, {b: "2.5", c: null}]) // {a: 2, "a.b": 3.5}
 */
export function totalsOf(table: string, rows: readonly Row[]): Record<string, number> {
  const totals: Record<string, number> = {[table]: rows.length};
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      if (isNumber(value)) totals[`${table}.${column}`] = (totals[`${table}.${column}`] ?? 0) + Number(value);
  return totals;
}

/** The database writes large numbers and decimals as text. */
const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));

/** What one way adds up to and the other does not, each in a line; rounding to six digits apart. */
export function unlike(theirs: Readonly<Record<string, number>>, ours: Readonly<Record<string, number>>): string[] {
  return Object.entries(theirs).flatMap(([name, total]) => {
    const own = ours[name] ?? Number.NaN;
    return Math.abs(own - total) <= 1e-5 * Math.max(1, Math.abs(total)) ? [] : [`${name}: ${total} and ${own}`];
  });
}
