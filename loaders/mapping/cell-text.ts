import {identifier, literal} from "../database/sql-text.js";
import type {Column} from "./entities/entities.js";
import type {BaseSource} from "./filled.js";
import {headerColumns} from "./header-sql.js";
import type {ColumnMapping} from "./mapping.js";
import {nullWords, type Role, wordList} from "./null-words.js";
import {plainText} from "./spelling.js";
import {plainTraits} from "./traits.js";

/** What a column's cells are read for. */
export const roleOf = (column: Column): Role =>
  column.personal === "verbatim"
    ? "verbatim"
    : column.type === "id" || (column.personal && column.personal !== "name")
      ? "id"
      : (column.type === "text" && !column.values) || column.type === "list"
        ? "category"
        : "value";

/** The text of a cell: plain, joined where several make one; not-applicable codes, and what a map blanks, left out. */
export function cellText(
  mapping: ColumnMapping,
  {column, role, source}: {column: Column; role: Role; source: BaseSource},
): string {
  const parts = partsOf(mapping, {column, role, source});
  const text =
    parts.length === 1
      ? parts[0]!.sql
      : joined(
          parts.map(({sql}) => sql),
          {column, mapping},
        );
  const isOdd = parts.some((part) => part.isOdd) && role !== "verbatim" && role !== "category";
  const cell =
    mapping.na.length === 0
      ? text
      : `case when ${text} not in ${wordList(spelled(mapping.na, isOdd))} then ${text} end`;
  const known = spelled(Object.keys(mapping.values ?? {}), isOdd);
  const taken =
    mapping.other !== "blank"
      ? cell
      : known.length === 0
        ? "cast(null as varchar)"
        : `case when ${cell} in ${wordList(known)} then ${cell} end`;
  return mapping.prefix === undefined ? taken : `${literal(mapping.prefix)} || ${taken}`;
}

/** The texts that a mapping glues together or puts something before; none where a cell is taken as it stands. */
export function gluedTexts(
  mapping: ColumnMapping,
  {column, role, source}: {column: Column; role: Role; source: BaseSource},
): readonly string[] {
  const texts = partsOf(mapping, {column, role, source}).flatMap(({cells}) => cells);
  return texts.length > 1 || mapping.prefix !== undefined ? texts : [];
}

const partsOf = (mapping: ColumnMapping, options: {column: Column; role: Role; source: BaseSource}): readonly Part[] =>
  [mapping.from ?? [], ...(mapping.and ? [mapping.and] : [])].map((headers) =>
    partText(headers, {...options, mapping}),
  );

interface Part {
  readonly sql: string;
  readonly isOdd: boolean;
  /** The cells that it is made of. */
  readonly cells: readonly string[];
}

/** An id lacks none of its parts; of a date and its time, or of several labels, those that are there make the whole. */
function joined(parts: readonly string[], {column, mapping}: {column: Column; mapping: ColumnMapping}): string {
  if (column.type === "id") return parts.join(` || ${literal(mapping.join)} || `);
  return `nullif(concat_ws(${literal(mapping.join)}, ${parts.join(", ")}), '')`;
}

/** The first filled of the columns under these headers; all of them where the mapping says name[*]. */
function partText(
  headers: readonly string[],
  {column, role, source, mapping}: {column: Column; role: Role; source: BaseSource; mapping: ColumnMapping},
): Part {
  const found = headerColumns(headers, {...source, optional: mapping.optional});
  const isOdd = found.names.some((name) => traitsOf(source, name).isOdd);
  const cells = found.names.map((name) => plainCell(name, {role, source, mapping}));
  if (cells.length === 0) return {sql: "cast(null as varchar)", isOdd, cells};
  if (cells.length === 1) return {sql: cells[0]!, isOdd, cells};
  const separator = column.type === "list" ? (mapping.split ?? "|") : mapping.join;
  const sql = found.isAll
    ? `nullif(concat_ws(${literal(separator)}, ${cells.join(", ")}), '')`
    : `coalesce(${cells.join(", ")})`;
  return {sql, isOdd, cells: found.isAll ? cells : [sql]};
}

const traitsOf = (source: BaseSource, name: string) => source.traits?.get(name) ?? plainTraits;

function plainCell(
  name: string,
  {role, source, mapping}: {role: Role; source: BaseSource; mapping: ColumnMapping},
): string {
  const {isOdd, hasWords} = traitsOf(source, name);
  const column = identifier(name);
  const text = !isOdd
    ? column
    : role === "verbatim"
      ? `nullif(trim(${column}), '')`
      : role === "category"
        ? `plain_category(${column})`
        : `plain_value(${column})`;
  if (!hasWords) return text;
  const said = new Set([...mapping.na, ...Object.keys(mapping.values ?? {})]);
  const words = nullWords(role).filter((word) => !said.has(word));
  return `case when ${text} not in ${wordList(words)} then ${text} end`;
}

/** Words of the mapping as written, and as plain cells are. */
const spelled = (words: readonly string[], isOdd: boolean): string[] => [
  ...new Set(isOdd ? words.flatMap((word) => [word, plainText(word)]) : words),
];
