import {literal} from "../database/sql-text.js";
import type {Column} from "./entities/entities.js";
import type {ColumnMapping} from "./mapping.js";
import {momentSql} from "./moment-sql.js";
import {errorWords, wordList} from "./null-words.js";
import {plainText} from "./spelling.js";

const sqlTypes = {
  id: "varchar",
  text: "varchar",
  list: "varchar",
  integer: "bigint",
  decimal: "decimal(18, 4)",
  weight: "decimal(18, 10)",
  date: "date",
  timestamp: "timestamp",
  boolean: "boolean",
} as const;

export const sqlType = (column: Column): string => sqlTypes[column.type];

export interface Reading {
  readonly column: Column;
  readonly mapping: ColumnMapping;
  readonly zone: string;
  /** Cells may hold the word of an error (#REF!). */
  readonly hasWords?: boolean;
  /** What is done to a text before it is cut into several; defaults to nothing. */
  readonly hide?: (text: string) => string;
}

/** The expression that makes a typed value of a cell's text; null where the text cannot be read so. */
export function typedSql(
  found: string,
  {column, mapping, zone, hasWords = false, hide = (text) => text}: Reading,
): string {
  const mapped = mapping.values ? valueMapSql(found, mapping) : found;
  const value = hasWords ? `case when ${found} not in ${wordList(errorWords)} then ${mapped} end` : mapped;
  const allowed = column.values
    ? `case when ${value} in (${column.values.map(literal).join(", ")}) then ${value} end`
    : value;
  switch (column.type) {
    case "id": // a spreadsheet writes long ids as 5.70306E+17: the digits are gone, so is the id
      return `case when not (contains(${allowed}, '+') and regexp_matches(${allowed}, '^[0-9](\\.[0-9]+)?[eE]\\+[0-9]+$')) then ${allowed} end`;
    case "text":
      return allowed;
    case "list":
      return mapping.split
        ? `nullif(list_aggregate(list_filter(list_transform(string_split(${hide(value)}, ${literal(mapping.split)}), part -> trim(part)), part -> part <> ''), 'string_agg', '|'), '')`
        : hide(value);
    case "integer":
      return `whole(${numberSql(value, {column, mapping})})`;
    case "weight":
      return `try_weight(${value})`;
    case "decimal":
      return `cast(${numberSql(value, {column, mapping})} as decimal(18, 4))`;
    case "boolean":
      return booleanSql(value, column);
    case "date":
      return `cast(${momentSql(value, {formats: mapping.date, zone})} as date)`;
    case "timestamp":
      return momentSql(value, {formats: mapping.date, zone});
  }
}

function valueMapSql(found: string, mapping: ColumnMapping): string {
  const pairs = new Map(
    Object.entries(mapping.values ?? {}).flatMap(([theirs, ours]) => [
      [plainText(theirs), ours] as const,
      [theirs, ours] as const,
    ]),
  );
  if (pairs.size === 0) return mapping.other === "keep" ? found : "cast(null as varchar)";
  const whens = [...pairs].map(([theirs, ours]) => `when ${literal(theirs)} then ${literal(ours)}`);
  return `case ${found} ${whens.join(" ")} ${mapping.other === "keep" ? `else ${found} ` : ""}end`;
}

const factors = {万: 10_000, 亿: 100_000_000, "%": 0.01, k: 1000} as const;

function numberSql(value: string, {column, mapping}: {column: Column; mapping: ColumnMapping}): string {
  const {number, unit} = mapping;
  if (number === "hh:mm:ss" || number === "mm:ss" || number === "hh:mm") {
    const seconds = `read_clock(${value}, ${literal(number)})`;
    return column.duration === undefined || column.duration === 1 ? seconds : `${seconds} / ${column.duration}`;
  }
  const text = typeof unit === "string" ? `rtrim(rtrim(${value}, ${literal(unit)}), ' ')` : value;
  // a comma or a full stop alone may mean two things: only the form that the mapping names is tried
  const isPlain = number === undefined || number === "1,234.56" || number === "1234.56";
  const read = `read_number(${text}, ${literal(number === "1234.56" ? "" : (number ?? ""))})`;
  const whole = column.isScore ? `case when not contains(${text}, '%') then ${read} end` : read;
  const words = column.duration === undefined ? "" : `, seconds_of_words(word_parts(${text})) / ${column.duration}`;
  const plain = isPlain ? `coalesce(try_number(${text}), ${whole}${words})` : `coalesce(${whole}${words})`;
  const factor = typeof unit === "number" ? unit : unit && factors[unit];
  return factor === undefined ? plain : `${plain} * ${factor}`;
}

/** How a database writes yes and no. */
export const plainFlags = {yes: ["true", "1"], no: ["false", "0"]} as const;

/** These are asked first: looking for all other words takes ten times as long. */
function booleanSql(value: string, {yes = [], no = []}: Column): string {
  const words =
    yes.length + no.length === 0
      ? ""
      : `when lower(${value}) in ${wordList(yes)} then true when lower(${value}) in ${wordList(no)} then false `;
  return `case when ${value} in ${wordList(plainFlags.yes)} then true when ${value} in ${wordList(plainFlags.no)} then false ${words}else try_boolean(${value}) end`;
}
