import {type ClusterColumn, sentSql} from "../cluster/column-sql.js";
import {typeThere} from "../cluster/dialect.js";

/** A text as ClickHouse quotes it. */
export const quotedText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** An id as it stands there, without what is blank. */
export const idSql = (column: ClusterColumn): string => `nullIf(toString(${sentSql(column)}), '')`;

/** A moment there on the clocks of {zone:String}. */
export function momentSql({name, type}: ClusterColumn): string {
  const column = `\`${name}\``;
  const moment = `toDateTime64(${column}, 6, 'UTC')`;
  const isOnClock = /^(?:LowCardinality\(|Nullable\()*DateTime/.test(type);
  const local = isOnClock ? `addSeconds(${moment}, timeZoneOffset(toTimeZone(${column}, {zone:String})))` : moment;
  return `CAST(${local} AS ${typeThere("TIMESTAMP")})`;
}

/** A word as it is known by there. */
export const wordSql = (column: ClusterColumn): string => `ifNull(toString(${sentSql(column)}), '')`;

/** Every word of a column and what it means; "" for nothing. */
export type Meanings = ReadonlyMap<string, string>;

/**
 * What a column means, of the type of ours: as it stands where every word means itself, else word by word; a word
 * without a meaning is nothing.
 */
export function meaningSql(column: ClusterColumn, {type, meanings}: {type: string; meanings: Meanings}): string {
  const plain = [...meanings].every(([word, meaning]) => meansItself(word, {meaning, type}));
  const listed = [[...meanings.keys()], [...meanings.values()]].map((texts) => `[${texts.map(quotedText).join(", ")}]`);
  const text = plain ? wordSql(column) : `transform(${wordSql(column)}, ${listed.join(", ")}, '')`;
  return meanings.size === 0 ? `CAST(NULL AS ${typeThere(type)})` : `CAST(nullIf(${text}, '') AS ${typeThere(type)})`;
}

function meansItself(word: string, {meaning, type}: {meaning: string; type: string}): boolean {
  if (!type.startsWith("DECIMAL")) return word === meaning;
  return /^-?[0-9]{1,13}(\.[0-9]{1,4})?$/.test(word) && Number(word) === Number(meaning);
}
