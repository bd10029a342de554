import type {Database, Row} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {columnsOf, entities} from "../mapping/entities/entities.js";
import type {TableMapping} from "../mapping/mapping.js";
import type {ReadTable} from "./read-table-shape.js";
import {dateSql, datesOf} from "./rejects/take-out.js";

/** What each file holds of each month ("" for records without a date). */
export interface MonthCounts {
  /** The columns looked at: mapped, not personal, neither key nor date. */
  readonly names: readonly string[];
  /** `file`, `month`, `records`, and by column how many of them have a value. */
  readonly rows: readonly Row[];
}

/** Counts once for all that is said about the months of a table; nothing of records that know no dates. */
export async function countMonths(database: Database, {table, base}: ReadTable): Promise<MonthCounts> {
  const {at} = datesOf(table);
  if (at.length === 0) return {names: [], rows: []};
  const names = countedColumns(table);
  const filled = names.map((name) => `, count(${identifier(name)}) as ${identifier(name)}`).join("");
  // months are named after they are counted
  const rows = await database.rows(
    `select * exclude (month_start), coalesce(month_of(month_start), '') as month
     from (select _file as file, date_trunc('month', cast(${dateSql(at)} as date)) as month_start, count(*) as records${filled} from ${base} group by all) as months
     order by file, month`,
  );
  return {names, rows};
}

/** Columns that say something of a record: mapped, not personal, neither key nor date. */
export function countedColumns(table: TableMapping): string[] {
  const {at} = datesOf(table);
  const known = columnsOf(table.entity);
  const ours: readonly string[] = [...entities[table.entity].key, ...at];
  return Object.entries(table.columns)
    .filter(([name, {from}]) => from !== undefined && known[name] && !known[name].personal && !ours.includes(name))
    .map(([name]) => name);
}
