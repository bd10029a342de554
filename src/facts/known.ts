/** A row of which these columns hold a value. */
export type Known<Row, Name extends keyof Row> = Row & {readonly [Column in Name]: NonNullable<Row[Column]>};

/** Whether a row is there and these columns hold a value: neither withheld nor missing. */
export const isKnown = <Row extends object, Name extends keyof Row>(
  row: Row | undefined,
  ...names: readonly Name[]
): row is Known<Row, Name> => row !== undefined && names.every((name) => row[name] !== null);

/** The rows in which these columns hold a value. */
export const whereKnown = <Row extends object, Name extends keyof Row>(
  rows: readonly Row[],
  ...names: readonly Name[]
): Known<Row, Name>[] => rows.filter((row): row is Known<Row, Name> => isKnown(row, ...names));
