import type {Database} from "../../database/database.js";
import {literal} from "../../database/sql-text.js";
import {badCellsSql} from "../../mapping/base-view.js";
import {columnsOf, type Entity, entities} from "../../mapping/entities/entities.js";
import {type BaseSource, rowSql} from "../../mapping/filled.js";
import type {TableMapping} from "../../mapping/mapping.js";
import {errorWords, wordList} from "../../mapping/null-words.js";

/** Lists every unreadable cell; where the record cannot be counted without it, the whole row goes. */
export async function rejectCells(
  database: Database,
  {base, table, from}: {base: string; table: TableMapping; from: BaseSource},
): Promise<void> {
  const [bad] = await database.rows(`select count(*) as cells from ${base} where not _ok`);
  if (Number(bad?.cells) === 0) return;
  const {required = []}: Entity = entities[table.entity];
  const severity =
    required.length > 0
      ? `case when name in (${required.map(literal).join(", ")}) then 'row' else 'cell' end`
      : "'cell'";
  const [source, entity] = [literal(from.source), literal(table.entity)];
  await database.run(
    `create temp table bad_rows as select * from ${from.raw} where (_file, _row) in (select (_file, ${rowSql(from)}) from ${base} where not _ok)`,
  );
  await database.run(
    `insert into rejects select distinct ${source}, ${entity}, _file, _row, name, value, ${unreadableReason(table)}, ${severity}, null from (${badCellsSql(table, {...from, raw: "bad_rows"})}) as bad`,
  );
  await database.run("drop table bad_rows");
  if (required.length > 0)
    await database.run(
      `delete from ${base} where not _ok and (_file, ${rowSql(from)}) in (select (file, "row") from rejects where severity = 'row' and source = ${source} and entity = ${entity})`,
    );
}

/** The reason code by the word of an error, else by the type of the column that could not be read. */
function unreadableReason(table: TableMapping): string {
  const whens = Object.entries(columnsOf(table.entity)).map(
    ([name, column]) => `when ${literal(name)} then ${literal(column.values ? "unknown_value" : `not_${column.type}`)}`,
  );
  return `case when value in ${wordList(errorWords)} then 'error_cell' else case name ${whens.join(" ")} else 'not_decimal' end end`;
}
