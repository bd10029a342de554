/** The sum of a column; what is not known adds nothing. */
export const sum = <Name extends string>(
  rows: readonly {readonly [Column in Name]: number | null}[],
  name: Name,
): number => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
