import type {Database} from "../../database/database.js";

/** A rejected row as it came, and what is wrong with it. */
export interface RejectedRow {
  readonly file: string;
  readonly row: number;
  readonly columns: readonly string[];
  readonly values: readonly string[];
  /** Codes; src/reject-reasons.ts has the words. */
  readonly reasons: readonly string[];
  /** One cell per header; empty where the record could not be cut into cells: then `line` has it. */
  readonly cells: readonly string[];
  readonly line: string;
}

/** The rejected rows of one export in one shape. */
export interface RejectTable {
  readonly source: string;
  readonly entity: string;
  readonly headers: readonly string[];
  readonly rows: readonly RejectedRow[];
}

/** Every rejected row, whole or in a cell, as it came: for the analyst alone, see `maskedRejects`. */
export async function rejectTables(database: Database): Promise<RejectTable[]> {
  const found = await database.rows(`
    select
      listed.source, listed.entity, listed.file, listed."row",
      to_json(list(coalesce(listed."column", '') order by listed."column", listed.reason)) as columns,
      to_json(list(coalesce(listed.value, '') order by listed."column", listed.reason)) as "values",
      to_json(list(listed.reason order by listed."column", listed.reason)) as reasons,
      coalesce(min(listed.line), '') as line,
      to_json(coalesce(any_value(kept.headers), [])) as headers,
      to_json(coalesce(any_value(kept.cells), [])) as cells
    from int_rejects as listed
    left join rejected_rows as kept
      on kept.source = listed.source and kept.entity = listed.entity and kept.file = listed.file and kept."row" = listed."row"
    where listed.severity <> 'aside'
    group by listed.source, listed.entity, listed.file, listed."row"
    order by listed.source, listed.entity, listed.file, listed."row"`);
  const tables = new Map<string, {source: string; entity: string; headers: readonly string[]; rows: RejectedRow[]}>();
  for (const row of found) {
    const [source, entity] = [String(row.source), String(row.entity)];
    const headers = JSON.parse(String(row.headers)) as string[];
    const key = `${source} ${entity}`;
    const table = tables.get(key) ?? {source, entity, headers: [], rows: []};
    tables.set(key, {...table, headers: headers.length > table.headers.length ? headers : table.headers});
    const cells = JSON.parse(String(row.cells)) as string[];
    table.rows.push({
      file: String(row.file),
      row: Number(row.row),
      columns: JSON.parse(String(row.columns)) as string[],
      values: JSON.parse(String(row.values)) as string[],
      reasons: JSON.parse(String(row.reasons)) as string[],
      cells,
      line: cells.length > 0 ? "" : String(row.line),
    });
  }
  return [...tables.values()];
}
