import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {ReadTable} from "./read-table-shape.js";
import {keyOf} from "./rejects/take-out.js";

/** Where no column tells records apart, rows that are the same to the last cell may be one that came twice: they are told of, and count. */
export async function equalRowNotes(database: Database, {table, from}: ReadTable): Promise<Said[]> {
  const {needed} = keyOf(table);
  const isKeyed = needed.every((name) => table.columns[name]?.from !== undefined || !name.endsWith("_id"));
  if (isKeyed || from.rawColumns.length === 0) return [];
  const cells = from.rawColumns.map(identifier).join(", ");
  const rows = await database.rows(
    `select _file as file, count(*) as rows, min(_row) as first from (
      select _file, _row, row_number() over (partition by ${cells} order by _file, _row) as number from ${from.raw}
    ) as numbered where number > 1 group by _file order by _file`,
  );
  return rows.map((row) => ({
    file: String(row.file),
    note: note("equal_rows", {rows: Number(row.rows), first: Number(row.first)}),
  }));
}
