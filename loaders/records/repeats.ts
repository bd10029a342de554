import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {columnsOf} from "../mapping/entities/entities.js";
import {rowSql} from "../mapping/filled.js";
import {note} from "../readers/intake/notes.js";
import type {FileNote, Said} from "../readers/intake/types.js";
import {deliveryOrder} from "./deliveries.js";
import type {ReadTable} from "./read-table-shape.js";
import {datesOf, keyOf} from "./rejects/take-out.js";

/**
 * Of records that share a key one counts: a corrected one that came back, else the one last updated where the mapping
 * names an update time, else that of the later delivery, else the last in its file. One that a later delivery brings again
 * is listed as replaced; one that has another date is another record, and its id is refused.
 * @param tables tables of one source and entity whose records may share a key
 * @returns what to say of files whose records were replaced
 */
export async function settleRepeats(database: Database, tables: readonly ReadTable[]): Promise<Said[]> {
  const telling = tellingKey(tables);
  if (tables.length === 1 && telling.length === 1 && (await areInOrder(database, tables[0]!.base, telling[0]!)))
    return [];
  const key = keyOf(tables[0]!.table);
  const identity = key.names.map(identifier).join(", ");
  const all = tables
    .map((each, at) => `select ${at} as base, rowid as place, ${selectOf(each)} from ${each.base}`)
    .join("\nunion all\n");
  const [count] = await database.rows(
    `select count(*) - count(distinct (${telling.map(identifier).join(", ")})) as repeats from (${all}) as records`,
  );
  if (Number(count?.repeats) === 0) return [];
  await rankFiles(database, tables);
  const corrected = tables.flatMap(({files}) => files.filter(isReturned).map(({file}) => literal(file)));
  const order = [
    ...(corrected.length > 0 ? [`_file in (${corrected.join(", ")}) desc`] : []),
    "updated desc nulls last",
    "rank desc",
    "_row desc",
  ].join(", ");
  await database.run(`create or replace temp table repeats as
    select *, first_value(_file) over same as counted, first_value(day) over same as counted_day, first_value(updated) over same as counted_update, row_number() over same as number
    from (${all}) as records inner join delivery_ranks on delivery_ranks.file = records._file
    window same as (partition by ${identity} order by ${order})
    qualify number > 1`);
  const reason = `case when counted_update is not null or (_file <> counted and day is not distinct from counted_day) then 'replaced' when _file = counted then 'duplicate_key' else 'other_record' end`;
  for (const [at, {base, source, table}] of tables.entries()) {
    await database.run(
      `insert into rejects select distinct ${literal(source)}, ${literal(table.entity)}, _file, _row, ${literal(key.label)}, ${key.shown}, ${reason}, case when ${reason} = 'replaced' then 'aside' else 'row' end, null from repeats where base = ${at}`,
    );
    await database.run(`delete from ${base} where rowid in (select place from repeats where base = ${at})`);
  }
  const said = await database.rows(
    `select _file as file, count(distinct _row) as rows, min(counted) as by_file, count(distinct counted) as files, bool_and(counted_update is not null) as by_update from repeats where ${reason} = 'replaced' group by all order by all`,
  );
  await database.run("drop table repeats");
  await database.run("drop table delivery_ranks");
  return said.map((row) => ({file: String(row.file), note: replacedNote(row, tables)}));
}

/** The key without what is the same for every record, where its one other column is in all of them. */
function tellingKey(tables: readonly ReadTable[]): readonly string[] {
  const {names, needed} = keyOf(tables[0]!.table);
  const [{table}, ...others] = tables as readonly [ReadTable, ...ReadTable[]];
  const telling = names.filter((name) => table.items || table.columns[name]?.from || name.endsWith("_id"));
  const isOne = others.length === 0 && telling.length === 1 && needed.includes(telling[0]!);
  return isOne ? telling : names;
}

/**
 * Whether the ids of one table all differ because each comes after the one before it, as most systems write them: longer,
 * or as long and later in the alphabet; or each before it. The first that is out of order ends the look.
 */
async function areInOrder(database: Database, base: string, name: string): Promise<boolean> {
  if (!name.endsWith("_id")) return false;
  const comes = (first: string, then: string) =>
    `(strlen(${first}) < strlen(${then}) or (strlen(${first}) = strlen(${then}) and ${first} < ${then}))`;
  for (const inOrder of [comes("before", "id"), comes("id", "before")]) {
    const [odd] = await database.rows(
      `select 1 as found from (select ${identifier(name)} as id, lag(${identifier(name)}) over () as before from ${base}) as ids
       where id is null or (before is not null and not ${inOrder}) limit 1`,
    );
    if (!odd) return true;
  }
  return false;
}

const isReturned = ({notes}: {notes: readonly FileNote[]}): boolean => notes.some(({code}) => code === "returned_rows");

/** Key, place, date and update time of the records of one table. */
function selectOf({table, from}: ReadTable): string {
  const {names} = keyOf(table);
  const {at} = datesOf(table);
  const day =
    at.length === 0 ? "null" : `coalesce(${at.map((name) => `cast(${identifier(name)} as timestamp)`).join(", ")})`;
  const updated = "updated_at" in columnsOf(table.entity) && table.columns.updated_at?.from ? "updated_at" : "null";
  return `_file, ${rowSql(from)} as _row, ${names.map(identifier).join(", ")}, cast(${day} as date) as day, cast(${updated} as timestamp) as updated`;
}

/** Makes `delivery_ranks`: the files of all tables in the order of their delivery. */
async function rankFiles(database: Database, tables: readonly ReadTable[]): Promise<void> {
  const files = new Map(tables.flatMap(({files}) => files.map((each) => [each.file, each] as const)));
  const order = deliveryOrder([...files.values()].map(({file, modified}) => ({name: file, modified})));
  await createTable(database, {
    name: "delivery_ranks",
    columns: ["file varchar", "rank bigint"],
    rows: order.map(({name, rank}) => [name, rank]),
  });
}

function replacedNote(row: Readonly<Record<string, unknown>>, tables: readonly ReadTable[]): FileNote {
  const names = tables.flatMap(({files}) => files.map(({file, modified}) => ({name: file, modified})));
  const patterns = new Map(deliveryOrder(names).map(({name, pattern}) => [name, pattern]));
  const [file, by] = [String(row.file), String(row.by_file)];
  const how = row.by_update === true ? "update" : patterns.get(file) === patterns.get(by) ? "name" : "time";
  const more = Number(row.files) > 1 ? " …" : "";
  return note(`replaced_by_${how}`, {rows: Number(row.rows), by: by + more});
}
