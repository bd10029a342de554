import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {specialWords, wordList} from "./null-words.js";

/** What stands in a column that a plain reading would miss; most columns have nothing of it, and cost nothing. */
export interface Traits {
  /** Some cell has characters that nobody sees, blanks around it, or full-width forms. */
  readonly isOdd: boolean;
  /** Some cell holds a word for nothing, or an error's. */
  readonly hasWords: boolean;
}

export const plainTraits: Traits = {isOdd: false, hasWords: false};

/** Looks through columns of a raw table: words by the column's statistics, odd characters where there may be any. */
export async function columnTraits(
  database: Database,
  raw: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, Traits>> {
  if (columns.length === 0) return new Map();
  const unicode = await unicodeColumns(database, raw, columns);
  const parts = columns.flatMap((column, at) => {
    const name = identifier(column);
    const edges = `${name} < '!' or (${name} >= '''' and ${name} < '(') or suffix(${name}, ' ') or contains(${name}, chr(9)) or contains(${name}, chr(10))`;
    const odd = unicode.has(column) ? `has_odd_characters(${name})` : edges;
    return [
      `(select count(*) from ${identifier(raw)} where ${odd}) as odd_${at}`,
      `(select count(*) from ${identifier(raw)} where ${name} in ${wordList(specialWords)}) as words_${at}`,
    ];
  });
  const [found] = await database.rows(`select ${parts.join(",\n")}`);
  return new Map(
    columns.map((column, at) => [
      column,
      {isOdd: Number(found?.[`odd_${at}`]) > 0, hasWords: Number(found?.[`words_${at}`]) > 0},
    ]),
  );
}

/** Columns with other letters than those of ASCII, by the statistics that the database keeps. */
async function unicodeColumns(database: Database, raw: string, columns: readonly string[]): Promise<Set<string>> {
  const list = columns.map((column, at) => `stats(${identifier(column)}) as s${at}`);
  const [row] = await database.rows(`select ${list.join(", ")} from ${identifier(raw)} limit 1`);
  return new Set(columns.filter((_, at) => !String(row?.[`s${at}`] ?? "").includes("Has Unicode: false")));
}
