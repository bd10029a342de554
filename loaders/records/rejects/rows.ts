import {escapePath} from "tinyglobby";
import type {Database} from "../../database/database.js";
import {identifier, literal} from "../../database/sql-text.js";
import {baseSql} from "../../mapping/base-view.js";
import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import {measured} from "../../mapping/entities/measured.js";
import type {BaseSource} from "../../mapping/filled.js";
import type {Mapping, TableMapping} from "../../mapping/mapping.js";

/** Makes the tables that `keepRejectedRows` fills. */
export async function createRejectedRows(database: Database): Promise<void> {
  await database.run(`create table if not exists rejected_rows (
    source varchar, entity varchar, file varchar, "row" bigint, headers varchar[], cells varchar[])`);
  await database.run(`create table if not exists dropped_records (
    source varchar, measure varchar, record_id varchar, customer_id varchar, occurred_at timestamp,
    amount decimal(18, 4), recorded_by varchar, file varchar, "row" bigint, reason varchar)`);
}

/**
 * Before the raw table of an export goes: its rows that were rejected, whole or in a cell, are kept as they came (for
 * the page and the download), and of records rejected whole what they would have added to a control total.
 */
export async function keepRejectedRows(
  database: Database,
  {table, from, entity}: {table: TableMapping; from: BaseSource; entity: EntityName},
): Promise<void> {
  const own = `source = ${literal(from.source)} and entity = ${literal(entity)}`;
  const [found] = await database.rows(
    `select count(*) filter (where line is null) as bare, count(*) filter (where severity = 'row') as whole from rejects where ${own}`,
  );
  if (Number(found?.bare) === 0 && Number(found?.whole) === 0) return;
  const headers = `[${from.rawColumns.map(literal).join(", ")}]::varchar[]`;
  const cells = `[${from.rawColumns.map((column) => `coalesce(${identifier(column)}, '')`).join(", ")}]::varchar[]`;
  const listed = `(_file, _row) in (select (file, "row") from rejects where ${own} and severity <> 'aside')`;
  const place = `${literal(from.source)}, ${literal(entity)}, _file, _row`;
  await database.run(
    `insert into rejected_rows select ${place}, ${headers}, ${cells} from ${from.raw} where ${listed} and (_file, _row) not in (select (file, "row") from rejected_rows where ${own})`,
  );
  await database.run(
    `update rejects set line = kept.line from (select file, "row", csv_line(cells) as line from rejected_rows where ${own}) as kept where rejects.line is null and ${own} and rejects.file = kept.file and rejects."row" = kept."row"`,
  );
  if (Number(found?.whole) > 0) await keepDropped(database, {table, from, entity, own});
}

/** A download of rejected rows, corrected and dropped in again, is found by its name, wherever it lies. */
export const returnedFiles = ({source, tables}: Mapping, entity: EntityName): string[] =>
  tables.filter((table) => table.entity === entity).length === 1
    ? [`**/${escapePath(`rejects-${source}-${entity}`)}*.{csv,xlsx}`]
    : [];

async function keepDropped(
  database: Database,
  {table, from, entity, own}: {table: TableMapping; from: BaseSource; entity: EntityName; own: string},
): Promise<void> {
  const measure = measured[entity];
  if (!measure) return;
  await database.run(
    `create temp table lost as select file, "row", min(reason) as reason from rejects where ${own} and severity = 'row' group by all`,
  );
  const raw = `(select * from ${from.raw} where (_file, _row) in (select (file, "row") from lost))`;
  await database.run(
    `create temp table lost_records as select base.*, lost.reason as "lost~" from (${baseSql(table, {...from, raw})}) as base inner join lost on lost.file = base._file and lost."row" = base._row`,
  );
  const columns = columnsOf(entity);
  const optional = (name: string) => (name in columns ? name : "null");
  for (const column of ["count", ...measure.amounts])
    await database.run(
      `insert into dropped_records select ${literal(from.source)}, ${literal(`${entity}.${column}`)}, ${measure.id}, ${optional("customer_id")}, cast(${measure.at} as timestamp), ${column === "count" ? "1" : column}, ${optional("recorded_by")}, _file, _row, "lost~" from lost_records where (_file, _row) not in (select (file, "row") from dropped_records where source = ${literal(from.source)} and measure = ${literal(`${entity}.${column}`)})`,
    );
  await database.run("drop table lost_records; drop table lost");
}
