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
  const summed = ["records", ...names].map((name) => `cast(sum(${identifier(name)}) as bigint) as ${identifier(name)}`);
  // days are counted in a quarter of the time that months take
  const rows = await database.rows(
    `select file, coalesce(month_of(day), '') as month, ${summed.join(", ")}
     from (select _file as file, cast(${dateSql(at)} as date) as day, count(*) as records${filled} from ${base} group by all) as days
     group by all order by file, month`,
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
