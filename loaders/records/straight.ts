import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {baseSql, recordColumns} from "../mapping/base-view.js";
import {plainFlags} from "../mapping/cell-sql.js";
import {columnsOf, type Entity, entities} from "../mapping/entities/entities.js";
import {fillColumns} from "../mapping/fill.js";
import type {BaseSource} from "../mapping/filled.js";
import {matching} from "../mapping/header-sql.js";
import {personNamesSql} from "../mapping/hidden.js";
import type {ColumnMapping, TableMapping} from "../mapping/mapping.js";
import {specialWords, wordList} from "../mapping/null-words.js";
import type {FileInPlace} from "../readers/intake/types.js";
import type {Door} from "../scan/door.js";
import type {TableJob} from "./load.js";
import {currencyColumns, moneyColumns} from "./money.js";
import {longId} from "./ruined-ids.js";
import {readColumns} from "./texts.js";

/** Whether a mapping asks for nothing but one record of each row, with an id of its own and nobody's name. */
export function mayGoStraight({table, names}: TableJob): boolean {
  const {key, optionalKey = []}: Entity = entities[table.entity];
  const known = columnsOf(table.entity);
  const isKeyed = key.every((name) => optionalKey.includes(name) || !name.endsWith("_id") || table.columns[name]?.from);
  const isSimple = !table.items && !table.where && !table.fold && !table.clickhouse && table.footer === undefined;
  const isPersonal = Object.keys(table.columns).some(
    (name) => known[name]?.personal !== undefined && known[name]?.personal !== "verbatim",
  );
  return names.length === 1 && isKeyed && isSimple && !isPersonal;
}

interface Straight {
  readonly table: TableMapping;
  readonly from: BaseSource;
  readonly file: FileInPlace;
  readonly base: string;
}

/**
 * Makes the base table straight from a file that stayed where it is: typed, its rows numbered by their order, without a
 * table of its texts. It is looked through for all that a plain reading would miss; where there is any of it there is no
 * base table afterwards, and the file must be read as text.
 * @returns where the records come from, or undefined
 */
export async function loadStraight(
  database: Database,
  {door, ...straight}: Straight & {door: Door},
): Promise<BaseSource | undefined> {
  const {table, base} = straight;
  if (personNamesSql(table, straight.from) || currencyColumns(table, straight.from.rawColumns).length > 0)
    return undefined;
  let harmless = await likelyHarmless(database, straight);
  for (;;) {
    const from = {...straight.from, harmless, traits: new Map(), isView: true};
    const own = {...straight, from};
    let isPlain = false;
    const found = new Set<string>();
    const isDone = await door.counted(async () => {
      isPlain = (await load(database, own)) && (await readsPlain(database, own));
      if (isPlain) for (const name of await personalColumns(database, {base, harmless})) found.add(name);
      return isPlain && found.size === 0;
    });
    if (isDone) return from;
    await database.run(`drop table if exists ${base}`);
    if (!isPlain) return undefined;
    harmless = new Set([...harmless].filter((name) => !found.has(name)));
  }
}

/** Rows at the head of a file by which its columns are judged at first. */
const headRows = 2_000;

/** Single cells, taken as they stand, in which the head of the file has nothing personal: all of them are looked at later. */
async function likelyHarmless(database: Database, {table, from}: Straight): Promise<ReadonlySet<string>> {
  const known = columnsOf(table.entity);
  const cells = fillColumns(table, from).filter(
    ({name, cell, searchedBy, glued = []}) =>
      cell && searchedBy && glued.length === 0 && known[name]?.type !== "list" && known[name]?.personal === undefined,
  );
  if (cells.length === 0) return new Set();
  const rows = await database.rows(
    `select name from (
      select unnest([${cells.map(({name}) => literal(name)).join(", ")}]) as name, unnest([${cells.map(({cell}) => cell).join(", ")}]) as cell
      from (select * from ${from.raw} limit ${headRows}) as head
    ) as cells where may_be_personal(cell) group by name`,
  );
  const found = new Set(rows.map(({name}) => String(name)));
  return new Set(cells.map(({name}) => name).filter((name) => !found.has(name)));
}

/** Until the rows have their numbers, `_row` is 1 where something would be missed. False where the file is no table after all. */
async function load(database: Database, {table, from, file, base}: Straight): Promise<boolean> {
  const raw = `(select ${from.rawColumns.map(identifier).join(", ")}, ${literal(file.file)} as _file, cast(${missedSql({table, from, file})} as bigint) as _row from ${file.from})`;
  const stored = recordColumns(table, from).filter(({isStored}) => isStored);
  // the file's name is one for all rows: as a list of one word it takes a byte of each, as a text sixteen
  const cells = stored.map(({name}) =>
    name === "_file" ? `cast(_file as enum (${literal(file.file)})) as _file` : identifier(name),
  );
  const select = `select ${cells.join(", ")}, _ok from (${baseSql(table, {...from, raw})}) as records`;
  // a long list of words would become a join, and joins lose the order of the file
  await database.run("set disabled_optimizers = 'in_clause'");
  try {
    const [plan] = await database.rows(`explain create table ${base} as ${select}`);
    if (String(plan?.explain_value).includes("JOIN")) return false;
    await database.run(`create table ${base} as ${select}`);
    return true;
  } catch {
    return false;
  } finally {
    await database.run("set disabled_optimizers = ''");
  }
}

/** Whether a row may be no record, or holds what only a look at the text tells: 1, else null or 0. */
function missedSql({table, from, file}: Omit<Straight, "base">): string {
  const known = columnsOf(table.entity);
  const headers = ({from: own = [], and = []}: ColumnMapping) =>
    [...own, ...and].flatMap((header) => matching(header, from.rawColumns)).map(identifier);
  const searched = searchedColumns({table, from});
  const flags = Object.entries(table.columns).filter(([name]) => known[name]?.type === "boolean");
  const unlike = Object.entries(table.columns).filter(
    ([name, mapping]) => isText(name, table) && !isTaken(mapping, from),
  );
  const ids = Object.entries(table.columns).filter(([name]) => known[name]?.type === "id");
  const parts = [
    file.odd,
    ...(file.isAscii
      ? []
      : searched.map((name) => `case when strlen(${name}) <> length(${name}) then has_odd_characters(${name}) end`)),
    ...unlike.flatMap(([, mapping]) => headers(mapping)).map((name) => `${name} in ${wordList(specialWords)}`),
    ...flags
      .flatMap(([, mapping]) => headers(mapping))
      .map(
        (name) =>
          `case when ${name} not in ${wordList([...plainFlags.yes, ...plainFlags.no])} then ${name} in ${wordList(specialWords)} end`,
      ),
    ...ids
      .flatMap(([, mapping]) => headers(mapping))
      .map((name) => `case when strlen(${name}) > 15 then ${longId(name)} end`),
    ...moneyColumns(table, from.rawColumns)
      .map(identifier)
      .map((name) => `${name} is not null and try_cast(${name} as double) is null`),
  ];
  return `(${parts.map((part) => `coalesce(${part}, false)`).join(" or ")})`;
}

/** Texts in which words for nothing, blanks and the like are looked for. */
const searchedColumns = ({table, from}: Pick<Straight, "table" | "from">): string[] => [
  ...new Set(
    readColumns({table, rawColumns: from.rawColumns})
      .filter(({role}) => role !== "verbatim")
      .map(({raw}) => identifier(raw)),
  ),
];

const isText = (name: string, {entity}: TableMapping): boolean =>
  ["id", "text", "list"].includes(columnsOf(entity)[name]?.type ?? "text");

/** Whether a word of the file stands in the record as it is, where no map knows it. */
const isTaken = ({from: own = [], and = [], prefix, other}: ColumnMapping, {rawColumns}: BaseSource): boolean =>
  own.flatMap((header) => matching(header, rawColumns)).length === 1 &&
  and.length === 0 &&
  prefix === undefined &&
  other !== "blank";

/** Whether all rows arrived in order, nothing of them was missed, and no cell that cannot be read is a word for nothing; then the rows get their numbers. */
async function readsPlain(database: Database, {table, from, file, base}: Straight): Promise<boolean> {
  const taken = Object.entries(table.columns).filter(
    ([name, mapping]) => isText(name, table) && isTaken(mapping, from),
  );
  const words = taken.map(
    ([name]) => `(select count(*) from ${base} where ${identifier(name)} in ${wordList(specialWords)})`,
  );
  const [row] = await database.rows(
    `select count(*) as records, coalesce(max(rowid), -1) as last, count(*) filter (_row = 1) as missed, count(*) filter (not _ok) as unread, ${["0", ...words].join(" + ")} as words from ${base}`,
  );
  const {records, last, missed, unread, words: found} = row!;
  if (records !== file.records || last !== file.records - 1 || missed !== 0 || found !== 0) return false;
  await database.run(`update ${base} set _row = rowid + ${file.firstRow}`);
  if (unread === 0) return true;
  const odd = searchedColumns({table, from}).map(
    (name) => `${name} in ${wordList(specialWords)} or has_odd_characters(${name})`,
  );
  const [again] = await database.rows(
    `select count(*) as cells from ${from.raw} where _row in (select _row from ${base} where not _ok) and (${odd.join(" or ")})`,
  );
  return again?.cells === 0;
}

/** Up to so many different texts each is looked at once. */
const fewTexts = 2_000;

/** A shape that nothing personal has: at most nine digits, behind a letter that no passport begins with. */
export const plainNumber = "[A-DFH-Za-dfh-z]?[0-9]{1,9}";

/** Columns that may hold something personal after all. */
async function personalColumns(
  database: Database,
  {base, harmless}: {base: string; harmless: ReadonlySet<string>},
): Promise<string[]> {
  if (harmless.size === 0) return [];
  const list = [...harmless].map((name, at) => `stats(${identifier(name)}) as s${at}`);
  const [stats] = await database.rows(`select ${list.join(", ")} from ${base} limit 1`);
  const texts = [...harmless].map((name, at) => {
    const distinct = Number(/Approx Unique: (\d+)/.exec(String(stats?.[`s${at}`]))?.[1] ?? Number.POSITIVE_INFINITY);
    const column = identifier(name);
    return distinct <= fewTexts
      ? `select distinct ${literal(name)} as name, ${column} as cell from ${base}`
      : `select ${literal(name)} as name, ${column} as cell from ${base} where not regexp_full_match(${column}, ${literal(plainNumber)})`;
  });
  const rows = await database.rows(
    `select distinct name from (${texts.join(" union all ")}) as texts where may_be_personal(cell)`,
  );
  return rows.map(({name}) => String(name));
}
