import type {Published, TableName} from "../../src/marts/list.js";

/** A number that an edition published of a month. */
export interface Value {
  readonly table: TableName;
  /** The column; for metrics of the catalogue their id, and "n <id>" for their base. */
  readonly measure: string;
  readonly month: string;
  readonly value: number | null;
}

/** Tables of months whose numbers managers hold on to, with the columns that they see. */
const watched = {
  complaints_by_month: ["complaints", "value"],
  ticket_backlog: ["created", "closed", "backlog"],
  churn_by_month: ["lost", "value"],
} as const satisfies {readonly [Name in TableName]?: readonly string[]};

/** Every headline of every month up to the report's, by table and measure. */
export function seriesOf(published: Published, {month}: {month: string}): Value[] {
  const values: Value[] = [];
  for (const row of published.metric_by_segment) {
    if (row.dimension !== "all" || row.period > month || row.period === "window") continue;
    const at = {table: "metric_by_segment" as const, month: row.period};
    values.push({...at, measure: row.metric, value: row.value}, {...at, measure: `n ${row.metric}`, value: row.n});
  }
  for (const [name, columns] of Object.entries(watched)) {
    const table = name as keyof typeof watched;
    // Months of churn that are not final yet say nothing that anybody could hold on to.
    for (const row of published[table])
      if (row.month <= month && !("is_provisional" in row && row.is_provisional))
        for (const measure of columns)
          values.push({
            table,
            measure,
            month: row.month,
            value: (row as unknown as Readonly<Record<string, number | null>>)[measure] ?? null,
          });
  }
  const key = ({table, measure, month: of}: Value) => `${table} ${measure} ${of}`;
  return values.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
