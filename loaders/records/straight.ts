import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {baseSql, recordColumns} from "../mapping/base-view.js";
import {plainFlags} from "../mapping/cell-sql.js";
import {columnsOf, type Entity, entities} from "../mapping/entities/entities.js";
import {fillColumns} from "../mapping/fill.js";
import {type BaseSource, rowSql} from "../mapping/filled.js";
import {matching} from "../mapping/header-sql.js";
import {personNamesSql} from "../mapping/hidden.js";
import type {ColumnMapping, TableMapping} from "../mapping/mapping.js";
import {specialWords, wordList} from "../mapping/null-words.js";
import type {FileInPlace} from "../readers/intake/types.js";
import type {Door} from "../scan/door.js";
import {type Looked, likelyHarmless, lookAt, personalColumns, plainNumber} from "./harmless.js";
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
 * Makes the base table straight from a file that stayed where it is: typed, its rows told by their places, without a
 * table of its texts. It is looked through for all that a plain reading would miss; where there is any of it there is no
 * base table afterwards, and the file must be read as text.
 * @returns where the records come from, with the texts of columns that were looked at, or undefined
 */
export async function loadStraight(
  database: Database,
  {door, ...straight}: Straight & {door: Door},
): Promise<{from: BaseSource; looked: ReadonlyMap<string, Looked>} | undefined> {
  const {table, base} = straight;
  if (personNamesSql(table, straight.from) || currencyColumns(table, straight.from.rawColumns).length > 0)
    return undefined;
  let harmless = likelyHarmless(door, straight);
  for (;;) {
    const from = {...straight.from, harmless, traits: new Map(), isView: true, firstRow: straight.file.firstRow};
    const own = {...straight, from};
    let isPlain = false;
    let looked: ReadonlyMap<string, Looked> = new Map();
    const found = new Set<string>();
    const isDone = await door.counted(async () => {
      const numbers = (await load(database, own)) ? await readPlain(database, own) : undefined;
      if (!numbers) return false;
      looked = await lookAt(database, {base, names: [...harmless].filter((name) => !numbers.has(name))});
      isPlain = !(await holdsWords(database, {...own, looked}));
      if (isPlain) for (const name of await personalColumns(database, {base, looked, door})) found.add(name);
      return isPlain && found.size === 0;
    });
    if (isDone) return {from, looked};
    await database.run(`drop table if exists ${base}`);
    if (!isPlain) return undefined;
    harmless = new Set([...harmless].filter((name) => !found.has(name)));
  }
}

/** Ids that stand in the record as in a cell of the file, and that cell's column: most are plain numbers, of which there is no more to see. */
const idCells = ({table, from}: Pick<Straight, "table" | "from">): {name: string; raw: string}[] =>
  fillColumns(table, from).flatMap(({name, cell}) => {
    const raw =
      columnsOf(table.entity)[name]?.type === "id" &&
      !table.columns[name]?.values &&
      from.rawColumns.find((each) => identifier(each) === cell);
    return raw ? [{name, raw}] : [];
  });

/** The column that says whether a cell is a plain number. */
const numberAlias = (raw: string): string => identifier(`${raw}~number`);

/**
 * Beside the records stands, until it is read, `_seen`: odd where something would be missed, with a bit more for each id
 * that is no plain number. False where the file is no table after all.
 */
async function load(database: Database, {table, from, file, base}: Straight): Promise<boolean> {
  const ids = idCells({table, from}).map(({raw}) => raw);
  const numbers = ids.map(
    (raw) => `, regexp_full_match(${identifier(raw)}, ${literal(plainNumber)}) as ${numberAlias(raw)}`,
  );
  const seen = [
    `cast(${missedSql({table, from, file}, new Set(ids))} as bigint)`,
    ...ids.map((raw, at) => `case when not ${numberAlias(raw)} then ${2 ** (at + 1)} else 0 end`),
  ];
  const raw = `(select ${from.rawColumns.map(identifier).join(", ")}, ${literal(file.file)} as _file, cast(${seen.join(" + ")} as bigint) as _row
    from (select *${numbers.join("")} from ${file.from}) as cells)`;
  const stored = recordColumns(table, from).filter(({isStored}) => isStored);
  const cells = stored.map(({name, sql}) => {
    const word = name === "_file" ? literal(file.file) : oneWord(sql);
    return word === undefined ? identifier(name) : `cast(${identifier(name)} as enum (${word})) as ${identifier(name)}`;
  });
  const seenAs = ids.length < 8 ? "utinyint" : "bigint";
  const select = `select ${cells.join(", ")}, _ok, cast(_row as ${seenAs}) as _seen from (${baseSql(table, {...from, raw})}) as records`;
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

/** The literal of a text that is one for all rows, "" for none: as a list of one word it takes a byte of each row. */
const oneWord = (sql: string): string | undefined => {
  const word = /^cast\((null|'(?:[^']|'')*') as varchar\)$/.exec(sql)?.[1];
  return word === "null" ? "''" : word;
};

/**
 * Whether a row may be no record, or holds what only a look at the text tells.
 * @param ids columns of which it is known what is a plain number
 */
function missedSql({table, from, file}: Omit<Straight, "base">, ids: ReadonlySet<string>): string {
  const known = columnsOf(table.entity);
  const headers = ({from: own = [], and = []}: ColumnMapping) =>
    [...own, ...and].flatMap((header) => matching(header, from.rawColumns)).map(identifier);
  const searched = searchedColumns({table, from});
  const flags = Object.entries(table.columns).filter(([name]) => known[name]?.type === "boolean");
  const unlike = Object.entries(table.columns).filter(
    ([name, mapping]) => isText(name, table) && !isTaken(mapping, from),
  );
  const long = Object.entries(table.columns)
    .filter(([name]) => known[name]?.type === "id")
    .flatMap(([, {from: own = []}]) => own.flatMap((header) => matching(header, from.rawColumns)))
    .map((raw) => [raw, `strlen(${identifier(raw)}) > 15 and ${longId(identifier(raw))}`] as const);
  const ofCell = [...file.labels, ...long].map(([raw, condition]) =>
    ids.has(raw) ? `case when not coalesce(${numberAlias(raw)}, false) then ${condition} end` : condition,
  );
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
    ...ofCell,
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

/**
 * Which ids are plain numbers in all records; undefined where some rows did not arrive in order, something of them was
 * missed, or a cell that cannot be read is a word for nothing.
 */
async function readPlain(
  database: Database,
  {table, from, file, base}: Straight,
): Promise<ReadonlySet<string> | undefined> {
  const [row] = await database.rows(
    `select count(*) as records, coalesce(max(rowid), -1) as last, coalesce(bit_or(_seen), 0) as seen, count(*) filter (not _ok) as unread from ${base}`,
  );
  const {records, last, seen, unread} = row!;
  if (records !== file.records || last !== file.records - 1 || Number(seen) % 2 === 1) return undefined;
  await database.run(`alter table ${base} drop column _seen`);
  const isNumber = (at: number) => Math.floor(Number(seen) / 2 ** (at + 1)) % 2 === 0;
  const ids = idCells({table, from}).filter((_, at) => isNumber(at));
  const numbers = new Set(ids.map(({name}) => name));
  if (unread === 0) return numbers;
  const odd = searchedColumns({table, from}).map(
    (name) => `${name} in ${wordList(specialWords)} or has_odd_characters(${name})`,
  );
  const [again] = await database.rows(
    `select count(*) as cells from ${from.raw} where _row in (select ${rowSql(from)} from ${base} where not _ok) and (${odd.join(" or ")})`,
  );
  return again?.cells === 0 ? numbers : undefined;
}

/** Whether a word for nothing, or an error's, stands in some record as it stood in the file. */
async function holdsWords(
  database: Database,
  {table, from, base, looked}: Straight & {looked: ReadonlyMap<string, Looked>},
): Promise<boolean> {
  const taken = Object.entries(table.columns)
    .filter(([name, mapping]) => isText(name, table) && isTaken(mapping, from))
    .map(([name]) => name);
  if (taken.some((name) => specialWords.some((word) => looked.get(name)?.texts.has(word)))) return true;
  const words = taken
    .filter((name) => !looked.get(name)?.isAll)
    .map((name) => `(select count(*) from ${base} where ${identifier(name)} in ${wordList(specialWords)})`);
  const [row] = await database.rows(`select ${["0", ...words].join(" + ")} as words`);
  return row?.words !== 0;
}
