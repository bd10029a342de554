import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import type {ReadTable} from "./read-table-shape.js";
import {datesOf, keyOf, rejectSql} from "./rejects/take-out.js";

/**
 * A table without the date of its records (the closing events of a log) completes the records of its neighbours that have
 * it: what they lack is taken from here. What completes none has no date and is rejected.
 * @returns the tables that make records
 */
export async function mergeSupplements(
  database: Database,
  tables: readonly ReadTable[],
): Promise<readonly ReadTable[]> {
  const isDated = ({table}: ReadTable) => datesOf(table).at.length > 0;
  const dated = tables.filter(isDated);
  const others = tables.filter((each) => !isDated(each));
  if (dated.length === 0 || others.length === 0) return tables;
  const {names, shown, label} = keyOf(dated[0]!.table);
  const keys = names.map(identifier);
  const known = dated.map(({select}) => `select ${keys.join(", ")} from (${select}) as records`).join(" union all ");
  for (const each of others) {
    const where = `(${keys.join(", ")}) not in (${known})`;
    await database.run(rejectSql(each, {column: label, value: shown, reason: "not_date", where}));
    await database.run(`delete from ${each.base} where ${where}`);
  }
  const merged: ReadTable[] = [];
  for (const each of dated) merged.push(await complete(database, each, others));
  return merged;
}

async function complete(database: Database, main: ReadTable, others: readonly ReadTable[]): Promise<ReadTable> {
  const {names} = keyOf(main.table);
  const whole = `${main.base}_whole`;
  const joins = others.map(
    ({select}, at) =>
      `left join (${select}) as more_${at} on ${names.map((name) => `more_${at}.${identifier(name)} is not distinct from main.${identifier(name)}`).join(" and ")}`,
  );
  const own = await columnNames(database, main.select);
  const theirs = await Promise.all(others.map(({select}) => columnNames(database, select)));
  const all = [...new Set([...own, ...theirs.flat()])];
  const list = all.map((column) => {
    const name = identifier(column);
    if (column.startsWith("_") || names.includes(column)) return `main.${name}`;
    const places = [
      ...(own.includes(column) ? ["main"] : []),
      ...theirs.flatMap((has, at) => (has.includes(column) ? [`more_${at}`] : [])),
    ];
    return `coalesce(${places.map((place) => `${place}.${name}`).join(", ")}) as ${name}`;
  });
  await database.run(
    `create table ${whole} as select ${list.join(", ")} from (${main.select}) as main ${joins.join(" ")}`,
  );
  return {...main, made: whole, select: `select * from ${whole}`};
}

const columnNames = async (database: Database, select: string): Promise<string[]> =>
  (await database.rows(`describe ${select}`)).map(({column_name}) => String(column_name));
