import {literal} from "../database/sql-text.js";
import {strptimePattern} from "./date-formats.js";
import type {Column} from "./entities/entities.js";
import type {BaseSource} from "./filled.js";
import {headerSql} from "./header-sql.js";
import type {ColumnMapping} from "./mapping.js";

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

/** The expression that makes a typed value of a cell's text; null where the text cannot be read so. */
export function typedSql(
  found: string,
  {column, mapping, zone}: {column: Column; mapping: ColumnMapping; zone: string},
): string {
  const value = mapping.values ? valueMapSql(found, mapping) : found;
  const allowed = column.values
    ? `case when ${value} in (${column.values.map(literal).join(", ")}) then ${value} end`
    : value;
  switch (column.type) {
    case "id": // a spreadsheet writes long ids as 5.70306E+17: the digits are gone, so is the id
      return `case when not regexp_matches(${allowed}, '^[0-9](\\.[0-9]+)?[eE]\\+[0-9]+$') then ${allowed} end`;
    case "text":
      return allowed;
    case "list":
      return mapping.split
        ? `nullif(list_aggregate(list_filter(list_transform(string_split(${value}, ${literal(mapping.split)}), part -> trim(part)), part -> part <> ''), 'string_agg', '|'), '')`
        : value;
    case "integer":
      return `cast(try_int(${numberText(value, mapping)})${factorSql(mapping)} as bigint)`;
    case "weight":
      return `try_weight(${numberText(value, mapping)})`;
    case "decimal":
      return `cast(try_number(${numberText(value, mapping)})${factorSql(mapping)} as decimal(18, 4))`;
    case "boolean":
      return `try_boolean(${value})`;
    case "date":
      return `cast(${momentSql(value, mapping, zone)} as date)`;
    case "timestamp":
      return momentSql(value, mapping, zone);
  }
}

function valueMapSql(found: string, mapping: ColumnMapping): string {
  const whens = Object.entries(mapping.values ?? {}).map(
    ([theirs, ours]) => `when ${literal(theirs)} then ${literal(ours)}`,
  );
  return `case ${found} ${whens.join(" ")} ${mapping.other === "keep" ? `else ${found} ` : ""}end`;
}

function numberText(value: string, {number, unit}: ColumnMapping): string {
  const plain = unit === "%" ? `rtrim(${value}, '%')` : value;
  if (number === "1,234.56") return `replace(${plain}, ',', '')`;
  if (number === "1.234,56") return `replace(replace(${plain}, '.', ''), ',', '.')`;
  if (number === "hh:mm:ss") return `cast(epoch(try_cast(${plain} as interval)) as varchar)`;
  if (number === "1 234,56") return `replace(regexp_replace(${plain}, '[\\s\\u00a0\\u202f]', '', 'g'), ',', '.')`;
  return plain;
}

function factorSql({unit}: ColumnMapping): string {
  const factors = {万: 10_000, 亿: 100_000_000, "%": 0.01, k: 1000} as const;
  const factor = typeof unit === "number" ? unit : unit && factors[unit];
  return factor === undefined ? "" : ` * ${factor}`;
}

function momentSql(value: string, mapping: ColumnMapping, zone: string): string {
  if (!mapping.date) return `try_timestamp(${value}, ${literal(zone)})`;
  const parts = mapping.date.map((format) => {
    if (format === "excel")
      return `(timestamp '1899-12-30' + to_seconds(cast(round(try_number(${value}) * 86400) as bigint)))`;
    if (format === "epoch" || format === "epoch_ms")
      return `timezone(${literal(zone)}, make_timestamptz(cast(try_cast(${value} as double) * ${format === "epoch" ? 1_000_000 : 1000} as bigint)))`;
    const pattern = literal(strptimePattern(format));
    return format.includes("X")
      ? `timezone(${literal(zone)}, try_strptime(${value}, ${pattern}))`
      : `try_strptime(${value}, ${pattern})`;
  });
  return parts.length === 1 ? parts[0]! : `coalesce(${parts.join(", ")})`;
}

/** The text of a cell: trimmed, joined where several make one; not-applicable codes, and what a map blanks, left out. */
export function cellText(mapping: ColumnMapping, source: BaseSource): string {
  const cells = [mapping.from ?? [], ...(mapping.and ? [mapping.and] : [])].map(
    (headers) => `nullif(trim(${headerSql(headers, {...source, optional: mapping.optional})}), '')`,
  );
  const text = cells.length === 1 ? cells[0]! : cells.join(` || ${literal(mapping.join)} || `);
  const cell =
    mapping.na.length === 0
      ? text
      : `case when ${text} not in (${mapping.na.map(literal).join(", ")}) then ${text} end`;
  const known = Object.keys(mapping.values ?? {}).map(literal);
  const taken =
    mapping.other !== "blank"
      ? cell
      : known.length === 0
        ? "null"
        : `case when ${cell} in (${known.join(", ")}) then ${cell} end`;
  return mapping.prefix === undefined ? taken : `${literal(mapping.prefix)} || ${taken}`;
}
