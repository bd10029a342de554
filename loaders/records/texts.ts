import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {roleOf} from "../mapping/cell-text.js";
import {columnsOf} from "../mapping/entities/entities.js";
import {matching} from "../mapping/header-sql.js";
import {type ColumnMapping, columnSchema, isOwnDimension, type TableMapping} from "../mapping/mapping.js";
import {doubtfulWords, nullWords, type Role, wordList} from "../mapping/null-words.js";
import {plainText} from "../mapping/spelling.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {ReadTable} from "./read-table-shape.js";

/** A column of the file as the mapping reads it. */
export interface ReadColumn {
  readonly raw: string;
  readonly role: Role;
  readonly mapping: ColumnMapping;
}

/** The columns of a raw table that a mapping reads, with what for. */
export function readColumns({table, rawColumns}: {table: TableMapping; rawColumns: readonly string[]}): ReadColumn[] {
  const known = columnsOf(table.entity);
  const one = (mapping: ColumnMapping, role: Role): ReadColumn[] =>
    [...(mapping.from ?? []), ...(mapping.and ?? [])]
      .flatMap((header) => matching(header, rawColumns))
      .map((raw) => ({raw, role, mapping}));
  return [
    ...Object.entries(table.columns).flatMap(([name, mapping]) => one(mapping, roleOf(known[name] ?? {type: "text"}))),
    ...Object.values(table.items ?? {}).flatMap((mapping) => one(mapping, "score")),
    ...Object.keys(table.where ?? {}).flatMap((from) => one(columnSchema.parse({from}), "category")),
  ];
}

/** A number of at most 1 without the sign of percent. */
const smallBare = (name: string): string =>
  `not contains(${name}, '%') and abs(try_number(trim(${name}))) between 1e-12 and 1`;

/** What was read otherwise than it stands, file by file: words for nothing, short durations, what was written in. */
export async function textNotes(database: Database, read: ReadTable): Promise<Said[]> {
  const said: Said[] = [];
  const {raw: table, traits} = read.from;
  const count = (where: string, columns: string) =>
    database.rows(`select _file as file, ${columns} from ${table} where ${where} group by all order by all`);
  const all = await countSql(database, table);
  const words = new Map<string, {count: number; words: Set<string>}>();
  for (const {raw, role, mapping} of readColumns({table: read.table, rawColumns: read.from.rawColumns})) {
    const name = identifier(raw);
    const {hasWords = false, isOdd = false} = traits?.get(raw) ?? {};
    const known = new Set([...mapping.na, ...Object.keys(mapping.values ?? {})]);
    if (hasWords && role !== "verbatim") {
      const empty = nullWords(role).filter((word) => !known.has(word));
      for (const row of await count(`trim(${name}) in ${wordList(empty)}`, `trim(${name}) as word, ${all} as cells`)) {
        const file = words.get(String(row.file)) ?? {count: 0, words: new Set<string>()};
        file.count += Number(row.cells);
        file.words.add(String(row.word));
        words.set(String(row.file), file);
      }
      const doubtful = role === "category" ? doubtfulWords.filter((word) => !known.has(word)) : [];
      if (doubtful.length > 0)
        for (const row of await count(
          `trim(${name}) in ${wordList(doubtful)}`,
          `string_agg(distinct trim(${name}), ', ' order by trim(${name})) as words`,
        ))
          said.push({file: String(row.file), note: note("doubtful_words", {column: raw, words: String(row.words)})});
    }
    if (mapping.number === "hh:mm:ss")
      for (const row of await count(`regexp_full_match(trim(${name}), '[0-9]+:[0-5][0-9]')`, `${all} as cells`))
        said.push({file: String(row.file), note: note("short_clocks", {column: raw, count: Number(row.cells)})});
    if (mapping.unit === "%")
      for (const row of await count(
        `${name} is not null`,
        `coalesce(${all} filter (where contains(${name}, '%')), 0) as signs, coalesce(${all} filter (where ${smallBare(name)}), 0) as bare, min(trim(${name})) filter (where ${smallBare(name)}) as example`,
      ))
        if (Number(row.signs) > 0 && Number(row.bare) > 0) {
          const counted = {signs: Number(row.signs), bare: Number(row.bare), example: String(row.example)};
          said.push({file: String(row.file), note: note("mixed_percent", {column: raw, ...counted})});
        }
    if (isOdd && role === "category")
      for (const row of await count(`contains(${name}, '〖')`, `${all} as cells`))
        said.push({file: String(row.file), note: note("written_in", {column: raw, count: Number(row.cells)})});
  }
  for (const [file, {count: cells, words: found}] of words)
    said.push({file, note: note("null_words", {count: cells, words: [...found].sort().join(", ")})});
  return said;
}

/** Above this many names a column is no list of categories. */
const mostNames = 2_000;

/**
 * Makes one of the spellings of a name that the eye takes for one (width, blanks, invisible characters), the most
 * frequent, and points out names that are almost the same (letter case, blanks, punctuation).
 */
export async function spellingNotes(database: Database, read: ReadTable): Promise<Said[]> {
  const {table, base, from, files} = read;
  const known = columnsOf(table.entity);
  const names = Object.entries(table.columns).filter(
    ([name, {from: headers}]) =>
      headers !== undefined &&
      (isOwnDimension(name) || (known[name]?.type === "text" && !known[name]?.values && !known[name]?.personal)),
  );
  const namesOf = await namesIn(database, read);
  const said: Said[] = [];
  for (const [name, {from: headers = []}] of names) {
    const column = identifier(name);
    const found = await namesOf(name);
    if (!found) continue;
    const header = headers.find((each) => matching(each, from.rawColumns).length > 0) ?? headers[0] ?? name;
    const file = files[0]?.file ?? "";
    const same = groupsBy(found, plainText);
    for (const [kept, ...others] of same)
      await database.run(`update ${base} set ${column} = ${literal(kept!)} where ${column} in ${wordList(others)}`);
    const show = (groups: readonly (readonly string[])[]) =>
      groups
        .slice(0, 3)
        .map((group) => group.slice(0, 4).join(" / "))
        .join("; ");
    if (same.length > 0) said.push({file, note: note("spellings", {column: header, names: show(same)})});
    const merged = new Set(same.flatMap(([, ...others]) => others));
    const near = groupsBy(
      found.filter((each) => !merged.has(each)),
      looseName,
    );
    if (near.length > 0) said.push({file, note: note("near_names", {column: header, names: show(near)})});
  }
  return said;
}

/** Looks up the different names of a column, the most frequent first; undefined where it is no list of categories. */
async function namesIn(
  database: Database,
  {base, files, looked}: ReadTable,
): Promise<(name: string) => Promise<readonly string[] | undefined>> {
  const count = await countSql(database, base);
  const [all] = looked ? await database.rows(`select count(*) as records from ${base}`) : [];
  // none of the records that were looked at has gone since
  const isWhole = all?.records === files.reduce((sum, {rows_loaded}) => sum + rows_loaded, 0);
  return async (name) => {
    const known = looked?.get(name);
    if (isWhole && known?.isAll)
      return [...known.texts]
        .sort(([one, n], [other, m]) => m - n || Buffer.compare(Buffer.from(one), Buffer.from(other)))
        .map(([text]) => text);
    const column = identifier(name);
    const [stats] = await database.rows(`select stats(${column}) as stats from ${base} limit 1`);
    if (Number(/Approx Unique: (\d+)/.exec(String(stats?.stats))?.[1] ?? 0) > 2 * mostNames) return undefined;
    const values = await database.rows(
      `select ${column} as name, ${count} as records from ${base} where ${column} is not null group by all order by records desc, name limit ${mostNames + 1}`,
    );
    return values.length > mostNames ? undefined : values.map((row) => String(row.name));
  };
}

function groupsBy(names: readonly string[], keyOf: (name: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** What names of places and teams bear at their end, or leave out: 华东 and 华东区, North and the North region. */
const endings =
  /(?<=\p{L}{2})(?:大区|地区|区域|片区|分部|区|省|市)$|(?<=\p{L}{2})\s+(?:region|area|district|province|city|dept|department)$/u;

/** A name less what hardly anybody would tell apart: letter case, blanks and marks between letters, at the end marks and what kind of place it is. */
const looseName = (name: string): string =>
  plainText(name)
    .toLowerCase()
    .replace(/[\s.,;:!?。，；：！？]+$/u, "")
    .replace(/^the\s+/u, "")
    .replace(endings, "")
    .replace(/(?<=\p{L})[\s_.,，、·・'’–—-]+(?=\p{L})/gu, "");
