import type {Database} from "../../database/database.js";
import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import {normalHeader} from "../../mapping/spelling.js";
import type {ReportFolder} from "../../report/folder.js";

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

/**
 * Every rejected row, whole or in a cell, as it came. With `mask` (for anything that is published) personal columns
 * and patterns are hidden, and a broken line that may hold a name is left out.
 */
export async function rejectTables(
  database: Database,
  {folder, mask}: {folder: Pick<ReportFolder, "mappings">; mask: boolean},
): Promise<RejectTable[]> {
  const hide = (value: string) => (mask ? `scrub(${value})` : value);
  const cells = mask ? "list_transform(kept.cells, cell -> scrub(cell))" : "kept.cells";
  const found = await database.rows(`
    select
      listed.source, listed.entity, listed.file, listed."row",
      to_json(list(coalesce(listed."column", '') order by listed."column", listed.reason)) as columns,
      to_json(list(coalesce(${hide("listed.value")}, '') order by listed."column", listed.reason)) as "values",
      to_json(list(listed.reason order by listed."column", listed.reason)) as reasons,
      coalesce(min(${hide("listed.line")}), '') as line,
      to_json(coalesce(any_value(kept.headers), [])) as headers,
      to_json(coalesce(any_value(${cells}), [])) as cells
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
    const personal = mask ? personalHeaders(folder, {source, entity}) : new Set<string>();
    const key = `${source} ${entity}`;
    const table = tables.get(key) ?? {source, entity, headers: [], rows: []};
    tables.set(key, {...table, headers: headers.length > table.headers.length ? headers : table.headers});
    const whole = (JSON.parse(String(row.cells)) as string[]).map((cell, index) =>
      personal.has(normalHeader(headers[index] ?? "")) && cell !== "" ? "***" : cell,
    );
    table.rows.push({
      file: String(row.file),
      row: Number(row.row),
      columns: JSON.parse(String(row.columns)) as string[],
      values: JSON.parse(String(row.values)) as string[],
      reasons: JSON.parse(String(row.reasons)) as string[],
      cells: whole,
      line: whole.length > 0 || personal.size > 0 ? "" : String(row.line),
    });
  }
  return [...tables.values()];
}

/** Headers that the mapping of this source reads into personal columns other than free text. */
function personalHeaders(
  {mappings}: Pick<ReportFolder, "mappings">,
  {source, entity}: {source: string; entity: string},
): ReadonlySet<string> {
  const known = columnsOf(entity as EntityName);
  const tables = mappings.filter((mapping) => mapping.source === source).flatMap((mapping) => mapping.tables);
  return new Set(
    tables
      .filter((table) => table.entity === entity)
      .flatMap((table) => Object.entries(table.columns))
      .filter(([name]) => known[name]?.personal && known[name]?.personal !== "verbatim")
      .flatMap(([, column]) => column.from ?? [])
      .map(normalHeader),
  );
}
