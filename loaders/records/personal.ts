import {globSync} from "tinyglobby";
import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {columnsOf, type EntityName, entityNames} from "../mapping/entities/entities.js";
import type {BaseSource} from "../mapping/filled.js";
import {personNamesSql, staff} from "../mapping/hidden.js";
import type {TableMapping} from "../mapping/mapping.js";
import {kindOfColumn} from "../mapping/privacy.js";
import type {FileAccount} from "../readers/intake/types.js";
import type {ReportFolder} from "../report/folder.js";
import type {Door} from "../scan/door.js";
import {shownColumns} from "./rejects/masked.js";

/** Customers come first: their names are to be found in the texts of the others. `place` is where each stood. */
export function customersFirst<T extends {readonly table: TableMapping}>(
  all: readonly T[],
): (T & {readonly place: number})[] {
  const placed = all.map((each, place) => ({...each, place}));
  const isFirst = ({table}: T) => table.entity === "customers";
  return [...placed.filter(isFirst), ...placed.filter((each) => !isFirst(each))];
}

/** Every file of the exports, by its path. */
export const exportFiles = ({exportsPath}: ReportFolder): string[] =>
  globSync("**/*", {cwd: exportsPath, dot: false, absolute: true});

/** Lets the door know the names of persons in a raw table. */
export async function learnNames(
  database: Database,
  {table, from, door}: {table: TableMapping; from: BaseSource; door: Door},
): Promise<void> {
  const select = personNamesSql(table, from);
  if (select === undefined) return;
  const rows = await database.rows(select);
  await door.learn(rows.map(({name}) => String(name)));
}

/** Counts the cells of personal columns that are masked by their column. */
export async function countMasked(
  database: Database,
  {base, table, from, door}: {base: string; table: TableMapping; from: BaseSource; door: Door},
): Promise<void> {
  const columns = Object.entries(columnsOf(table.entity)).flatMap(([name, {personal}]) =>
    personal && personal !== "verbatim" && table.columns[name]?.from && !from.keep?.includes(name)
      ? [{name, kind: kindOfColumn(personal)}]
      : [],
  );
  if (columns.length === 0) return;
  const count = ({name}: {name: string}) => `count(*) filter (${identifier(name)} like '%*%') as ${identifier(name)}`;
  const [row] = await database.rows(`select ${columns.map(count).join(", ")} from ${base}`);
  for (const {name, kind} of columns)
    door.count(`${from.source}.${table.entity}.${name}`, {kind, pieces: Number(row?.[name] ?? 0)});
}

/** Every name of those who serve. */
export async function staffNames(database: Database): Promise<string[]> {
  const selects = entityNames.flatMap((entity) =>
    Object.keys(columnsOf(entity))
      .filter((name) => staff.has(name))
      .map((name) => `select distinct ${identifier(name)} as name from all_${entity}`),
  );
  const rows = await database.rows(
    `select distinct name from (${selects.join(" union all ")}) as staff where name is not null`,
  );
  return rows.map(({name}) => String(name));
}

/** An account whose texts may be shown. */
export const shownAccount = <T extends FileAccount>(account: T, door: Door): T => ({
  ...account,
  ...(account.sheet === undefined ? {} : {sheet: door.hide(account.sheet)}),
  notes: account.notes.map((note) => ({...note, zh: door.scrub(note.zh), en: door.scrub(note.en)})),
});

/** Makes `ref_masked`, what the door masked by column and kind, and `ref_shown_columns`, whose unreadable cells may be shown. */
export async function loadPrivacy(
  database: Database,
  {
    folder,
    accounts,
    door,
  }: {folder: ReportFolder; accounts: readonly {readonly source: string; readonly entity: EntityName}[]; door: Door},
): Promise<void> {
  await createTable(database, {
    name: "ref_masked",
    columns: ["source varchar", "entity varchar", '"column" varchar', "kind varchar", "pieces integer"],
    rows: door.counts.map(({place, kind, pieces}) => [...(place.split(".") as [string, string, string]), kind, pieces]),
  });
  const places = new Map(accounts.map(({source, entity}) => [`${source}.${entity}`, {source, entity}]));
  await createTable(database, {
    name: "ref_shown_columns",
    columns: ["source varchar", "entity varchar", '"column" varchar'],
    rows: [...places.values()].flatMap((place) =>
      shownColumns(folder.mappings, place).map((column) => [place.source, place.entity, column]),
    ),
  });
}
