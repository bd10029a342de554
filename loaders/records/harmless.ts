import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {columnsOf} from "../mapping/entities/entities.js";
import {fillColumns} from "../mapping/fill.js";
import type {BaseSource} from "../mapping/filled.js";
import {matching} from "../mapping/header-sql.js";
import type {TableMapping} from "../mapping/mapping.js";
import type {FileInPlace} from "../readers/intake/types.js";
import type {Door} from "../scan/door.js";

/** A shape that nothing personal has: at most nine digits, behind a letter that no passport begins with. */
export const plainNumber = "[A-DFH-Za-dfh-z]?[0-9]{1,9}";
const isPlainNumber = new RegExp(`^${plainNumber}$`);

/** Up to so many different texts are looked at one by one; to make the expressions for more ready takes as long. */
const fewTexts = 1_000;

/** Single cells, taken as they stand, in which the head of the file has nothing personal: all of them are looked at later. */
export function likelyHarmless(
  door: Door,
  {table, from, file}: {table: TableMapping; from: BaseSource; file: FileInPlace},
): ReadonlySet<string> {
  const known = columnsOf(table.entity);
  const cells = fillColumns(table, from).filter(
    ({name, cell, searchedBy, glued = []}) =>
      cell && searchedBy && glued.length === 0 && known[name]?.type !== "list" && known[name]?.personal === undefined,
  );
  const head = cells.length === 0 ? [] : file.head();
  const isHarmless = (header: string): boolean => {
    const at = from.rawColumns.indexOf(header);
    return holdsNothing(
      door,
      head.map((record) => record[at] ?? ""),
    );
  };
  const headers = (name: string) =>
    (table.columns[name]?.from ?? []).flatMap((each) => matching(each, from.rawColumns));
  return new Set(cells.map(({name}) => name).filter((name) => headers(name).every(isHarmless)));
}

const holdsNothing = (door: Door, texts: Iterable<string>): boolean =>
  [...new Set(texts)].every((text) => isPlainNumber.test(text) || !door.isPersonal(text));

/** The texts of a column, as far as they were looked at one by one. */
export interface Looked {
  /** Each with how many records have it, as far as it was looked at. */
  readonly texts: ReadonlyMap<string, number>;
  /** They are all that there are; else they are some of those that are no plain numbers. */
  readonly isAll: boolean;
  /** There are more to be looked at. */
  readonly isMore: boolean;
}

/** Looks at columns of few different texts, and at what in the others is no plain number. */
export async function lookAt(
  database: Database,
  {base, names}: {base: string; names: readonly string[]},
): Promise<ReadonlyMap<string, Looked>> {
  if (names.length === 0) return new Map();
  const list = names.map((name, at) => `stats(${identifier(name)}) as s${at}`);
  const [stats] = await database.rows(`select ${list.join(", ")} from ${base} limit 1`);
  const isFew = (at: number) =>
    Number(/Approx Unique: (\d+)/.exec(String(stats?.[`s${at}`]))?.[1] ?? Number.POSITIVE_INFINITY) <= fewTexts;
  const most = 2 * fewTexts;
  const selects = names.map((name, at) => {
    const column = identifier(name);
    return isFew(at)
      ? `(select ${literal(name)} as name, ${column} as text, count(*) as records from ${base} group by all limit ${most})`
      : `(select ${literal(name)} as name, ${column} as text, 1 as records from ${base} where ${isOther(column)} limit ${most})`;
  });
  const rows = await database.rows(selects.join(" union all "));
  return new Map(
    names.map((name, at) => {
      const found = rows.filter((row) => row.name === name);
      const texts = found.flatMap(({text, records}) =>
        text === null ? [] : [[String(text), Number(records)] as const],
      );
      const isMore = found.length >= most;
      return [name, {texts: new Map(texts), isAll: isFew(at) && !isMore, isMore}];
    }),
  );
}

/** Of the columns that were looked at those that may hold something personal after all. */
export async function personalColumns(
  database: Database,
  {base, looked, door}: {base: string; looked: ReadonlyMap<string, Looked>; door: Door},
): Promise<string[]> {
  const personal = [...looked].filter(([, {texts}]) => !holdsNothing(door, texts.keys())).map(([name]) => name);
  const more = [...looked].filter(([name, {isMore}]) => isMore && !personal.includes(name));
  if (more.length === 0) return personal;
  const found = more.map(([name]) => {
    const column = identifier(name);
    return `(select ${literal(name)} as name from ${base} where ${isOther(column)} and may_be_personal(${column}) limit 1)`;
  });
  return [...personal, ...(await database.rows(found.join(" union all "))).map(({name}) => String(name))];
}

const isOther = (column: string): string => `not regexp_full_match(${column}, ${literal(plainNumber)})`;
