import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {ReadTable} from "./read-table-shape.js";
import {dateSql, datesOf, keyOf} from "./rejects/take-out.js";

/** Ids of several files that differ only by zeros in front, of the same day: a spreadsheet took the zeros off one file. */
export async function shortenedIdNotes(database: Database, {table, base, files}: ReadTable): Promise<Said[]> {
  const {names} = keyOf(table);
  const {at} = datesOf(table);
  const [name] = names;
  if (files.length < 2 || at.length === 0 || names.length !== 1 || !name || !table.columns[name]?.from) return [];
  const id = identifier(name);
  const padded = await database.rows(`select 1 as found from ${base} where ${id} like '0%' limit 1`);
  if (padded.length === 0) return [];
  const day = `cast(${dateSql(at)} as date)`;
  const [row] = await database.rows(
    `select count(*) as ids, min(padded) as padded, min(short) as short, min(file) as file from (
      select min(${id}) as padded, max(${id}) as short, max_by(_file, ${id}) as file from ${base}
      where regexp_full_match(${id}, '[0-9]+') group by ltrim(${id}, '0'), ${day} having count(distinct ${id}) > 1
    ) as alike`,
  );
  if (!row || Number(row.ids) === 0) return [];
  const said = {column: name, count: Number(row.ids), padded: String(row.padded), short: String(row.short)};
  return [{file: String(row.file), note: note("shortened_ids", said)}];
}
