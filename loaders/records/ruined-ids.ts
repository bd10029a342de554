import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {columnsOf} from "../mapping/entities/entities.js";
import {matching} from "../mapping/header-sql.js";
import type {ReadTable} from "./read-table-shape.js";
import {keyOf} from "./rejects/take-out.js";

/** Numbers from here on a spreadsheet does not keep to the last digit. */
export const longest = 15;
export const sample = 2_000;

/**
 * Ids of sixteen digits and more that were kept as numbers have lost their last digits: what stands there is the nearest
 * number that a spreadsheet can hold. By one id that cannot be told, by most of a column it can. They are listed; none
 * counts, none is taken for another.
 */
export async function rejectRuinedIds(database: Database, read: ReadTable): Promise<void> {
  const {table, from} = read;
  if (from.isView) return; // was looked for while it was read
  const known = columnsOf(table.entity);
  for (const [name, {from: headers = []}] of Object.entries(table.columns)) {
    if (known[name]?.type !== "id") continue;
    for (const raw of headers.flatMap((header) => matching(header, from.rawColumns)))
      if (await isRuined(database, {table: from.raw, column: raw})) await reject(database, read, {name, raw});
  }
}

async function isRuined(database: Database, {table, column}: {table: string; column: string}): Promise<boolean> {
  const name = identifier(column);
  const [row] = await database.rows(`select stats(${name}) as stats from ${table} limit 1`);
  if (Number(/Max String Length: (\d+)/.exec(String(row?.stats))?.[1] ?? 99) <= longest) return false;
  const ids = await database.rows(
    `select distinct trim(${name}) as id from ${table} where strlen(${name}) > ${longest} and ${longId(name)} order by hash(trim(${name})) limit ${sample}`,
  );
  return areRuined(ids.map(({id}) => String(id)));
}

/**
 * Whether some different long ids of a column are what a spreadsheet left of them.
 * @example areRuined(["4512345678901230", "4512345678904560"]) // => true
 */
export const areRuined = (ids: readonly string[]): boolean =>
  ids.length >= 2 && ids.filter(isRounded).length >= 0.9 * ids.length;

/** Whether an id is a number longer than a spreadsheet keeps. */
export const longId = (column: string): string => `regexp_full_match(trim(${column}), '[0-9]{${longest + 1},}')`;

/** The digits are those of the nearest number with a floating point; of sixteen digits a spreadsheet keeps fifteen. */
const isRounded = (id: string): boolean =>
  id.length === longest + 1 ? id.endsWith("0") : id.length > 21 ? /^0+$/.test(id.slice(17)) : String(Number(id)) === id;

async function reject(database: Database, read: ReadTable, {name, raw}: {name: string; raw: string}): Promise<void> {
  const {base, source, table, from} = read;
  const isKey = keyOf(table).needed.includes(name);
  const rows = `select _file, _row from ${from.raw} where ${longId(identifier(raw))}`;
  await database.run(
    `insert into rejects select distinct ${literal(source)}, ${literal(table.entity)}, _file, _row, ${literal(name)}, ${identifier(raw)}, 'not_id', ${literal(isKey ? "row" : "cell")}, null from ${from.raw} where (_file, _row) in (select (_file, _row) from ${base}) and ${longId(identifier(raw))}`,
  );
  if (isKey) await database.run(`delete from ${base} where (_file, _row) in (${rows})`);
  else await database.run(`update ${base} set ${identifier(name)} = null where (_file, _row) in (${rows})`);
}
