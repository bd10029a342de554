import {strptimePattern} from "./date-formats.js";
import type {Column} from "./entities.js";
import {columnsOf, entities} from "./entities.js";
import {ReportError} from "./errors.js";
import {type ColumnMapping, type ItemMapping, isOwnDimension, type TableMapping} from "./mappings.js";
import {displaySql, keySql} from "./privacy.js";
import {identifier, literal} from "./sql-text.js";

export interface BaseSource {
  readonly raw: string;
  readonly rawColumns: readonly string[];
  readonly source: string;
  readonly zone: string;
  /** Personal columns that rules/privacy.yaml lets through as they are. */
  readonly keep?: readonly string[];
}

/** One canonical column: the text found in the file, and the expression that types it. */
interface Filled {
  readonly name: string;
  readonly type: string;
  readonly found: string | undefined; // SQL of the text after not-applicable codes; undefined for constants
  readonly typed: string; // SQL of the value
}

const sqlTypes = {
  id: "varchar",
  text: "varchar",
  list: "varchar",
  integer: "bigint",
  decimal: "decimal(18, 4)",
  date: "date",
  timestamp: "timestamp",
  boolean: "boolean",
} as const;

export const sqlType = (column: Column): string => sqlTypes[column.type];

/**
 * The select that turns a raw text table into canonical, typed records, one row per record (per record and item
 * where question columns are folded). `_ok` is false where some cell could not be read; `badCellsSql` names it.
 */
export function baseSql(table: TableMapping, source: BaseSource): string {
  const {shared, items} = fillColumns(table, source);
  const filled = items === undefined ? shared : [...shared, ...itemColumns];
  const parts = filled.map((column) => `  ${column.typed} as ${identifier(column.name)}`);
  const readable = filled.filter(canFail).map((column) => `(${column.found} is null or ${column.typed} is not null)`);
  return [
    "select",
    [
      `  ${literal(source.source)} as _source`,
      "  _file",
      "  _row",
      ...parts,
      `  ${readable.length === 0 ? "true" : readable.join("\n    and ")} as _ok`,
    ].join(",\n"),
    `from ${fromClause(source.raw, items)}`,
    whereClause(table, source),
  ].join("\n");
}

/** The select of every unreadable cell: `_file, _row, name, value`, over the same records. */
export function badCellsSql(table: TableMapping, source: BaseSource): string {
  const {shared, items} = fillColumns(table, source);
  const filled = (items === undefined ? shared : [...shared, ...itemColumns]).filter(canFail);
  if (filled.length === 0)
    return "select null::varchar as _file, null::bigint as _row, null::varchar as name, null::varchar as value where false";
  const named = (column: Filled) => (column.name === "score" && items ? "item_name" : literal(column.name));
  return filled
    .map(
      (column) =>
        `select _file, _row, ${named(column)} as name, ${column.found} as value\nfrom ${fromClause(source.raw, items)}\n${whereClause(table, source)} and ${column.found} is not null and ${column.typed} is null`,
    )
    .join("\nunion all\n");
}

const canFail = (column: Filled): column is Filled & {found: string} =>
  column.found !== undefined && column.found !== column.typed;

/** Columns of the unnested items, made by `itemStruct`. */
const itemColumns: readonly Filled[] = [
  {name: "item", type: "varchar", found: undefined, typed: "item_code"},
  {name: "score", type: "decimal(18, 4)", found: "item_text", typed: "item_score"},
  {name: "question", type: "varchar", found: undefined, typed: "item_question"},
  {name: "scale_min", type: "decimal(18, 4)", found: undefined, typed: "item_low"},
  {name: "scale_max", type: "decimal(18, 4)", found: undefined, typed: "item_high"},
  {name: "brand", type: "varchar", found: undefined, typed: "item_brand"},
];

function fillColumns(table: TableMapping, source: BaseSource): {shared: Filled[]; items: string | undefined} {
  const canonical = columnsOf(table.entity);
  const fromItems = new Set(table.items ? itemColumns.map((column) => column.name) : []);
  const own = Object.keys(table.columns).filter(isOwnDimension);
  const names = [...Object.keys(canonical), ...own].filter((name) => !fromItems.has(name));
  const shared = names.map((name) => {
    const column = canonical[name] ?? {type: "text" as const};
    if (column.personal || column.keyOf) return personalColumn(name, {column, table, source});
    const mapping = table.columns[name];
    const constant = mapping?.value ?? table.defaults[name];
    if (mapping?.from) return fill({name, column, mapping, source});
    return {name, type: sqlType(column), found: undefined, typed: constantSql({name, column, constant, table})};
  });
  if (!table.items) return {shared, items: undefined};
  const structs = Object.entries(table.items).map(([code, item]) => itemStruct(code, {item, table, source}));
  return {shared, items: structs.join(",\n    ")};
}

/** Masked, or hashed with the salt; neither can fail. */
function personalColumn(
  name: string,
  {column, table, source}: {column: Column; table: TableMapping; source: BaseSource},
): Filled {
  const from = table.columns[column.keyOf ?? name];
  if (!from?.from) return {name, type: "varchar", found: undefined, typed: "cast(null as varchar)"};
  const value = fill({name, column, mapping: from, source}).typed;
  if (column.keyOf) {
    const kind = columnsOf(table.entity)[column.keyOf]!.personal!;
    return {name, type: "varchar", found: undefined, typed: keySql(kind, value)};
  }
  if (source.keep?.includes(name)) return {name, type: "varchar", found: undefined, typed: value};
  const type = table.columns.customer_type;
  const isFirm = type?.from
    ? `coalesce(${fill({name, column: {type: "text"}, mapping: type, source}).typed} = 'firm', false)`
    : undefined;
  return {name, type: "varchar", found: undefined, typed: displaySql(column.personal!, {value, isFirm})};
}

function constantSql({
  name,
  column,
  constant,
  table,
}: {
  name: string;
  column: Column;
  constant: string | undefined;
  table: TableMapping;
}): string {
  if (constant !== undefined) return `cast(${literal(constant)} as ${sqlType(column)})`;
  const isKey = (entities[table.entity].key as readonly string[]).includes(name);
  if (isKey && name.endsWith("_id")) return "_file || ':' || _row";
  if (isKey && name === "item") return "'overall'";
  return `cast(null as ${sqlType(column)})`;
}

function itemStruct(
  code: string,
  {item, table, source}: {item: ItemMapping; table: TableMapping; source: BaseSource},
): string {
  const score = fill({name: `items.${code}`, column: {type: "decimal"}, mapping: item, source});
  const fallback = (name: string) => table.defaults[name];
  const number = (value: number | string | undefined) =>
    `cast(${value === undefined ? "null" : literal(String(value))} as decimal(18, 4))`;
  const word = (value: string | undefined) => (value === undefined ? "cast(null as varchar)" : literal(value));
  return `{item_name: ${literal(`items.${code}`)}, item_code: ${literal(item.item ?? code)}, item_text: ${score.found}, item_score: ${score.typed}, item_question: ${word(item.question ?? fallback("question"))}, item_low: ${number(item.scale?.[0] ?? fallback("scale_min"))}, item_high: ${number(item.scale?.[1] ?? fallback("scale_max"))}, item_brand: ${word(item.brand ?? fallback("brand"))}}`;
}

const fromClause = (raw: string, items: string | undefined): string =>
  items === undefined ? raw : `(select raw.*, unnest([\n    ${items}\n  ], recursive := true) from ${raw} as raw)`;

function whereClause(table: TableMapping, source: BaseSource): string {
  const parts = Object.entries(table.where ?? {}).map(
    ([header, values]) =>
      `trim(${headerSql([header], {...source, optional: false})}) in (${values.map(literal).join(", ")})`,
  );
  return `where ${["true", ...parts].join(" and ")}`;
}

function fill({
  name,
  column,
  mapping,
  source,
}: {
  name: string;
  column: Column;
  mapping: ColumnMapping;
  source: BaseSource;
}): Filled {
  const cells = [mapping.from ?? [], ...(mapping.and ? [mapping.and] : [])].map(
    (headers) => `nullif(trim(${headerSql(headers, {...source, optional: mapping.optional})}), '')`,
  );
  const text = cells.length === 1 ? cells[0]! : cells.join(` || ${literal(mapping.join)} || `);
  const cell =
    mapping.na.length === 0
      ? text
      : `case when ${text} not in (${mapping.na.map(literal).join(", ")}) then ${text} end`;
  const found = mapping.prefix === undefined ? cell : `${literal(mapping.prefix)} || ${cell}`;
  return {name, type: sqlType(column), found, typed: typedSql(found, {column, mapping, zone: source.zone})};
}

function typedSql(
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
    const pattern = literal(strptimePattern(format));
    return format.includes("X")
      ? `timezone(${literal(zone)}, try_strptime(${value}, ${pattern}))`
      : `try_strptime(${value}, ${pattern})`;
  });
  return parts.length === 1 ? parts[0]! : `coalesce(${parts.join(", ")})`;
}

/** The cell under the first of these headers that the file has; compared trimmed, folded and width-normalised. */
function headerSql(headers: readonly string[], {rawColumns, raw, optional}: BaseSource & {optional: boolean}): string {
  const byName = new Map(rawColumns.map((header) => [normalHeader(header), header]));
  const present = headers.map((header) => byName.get(normalHeader(header))).filter((header) => header !== undefined);
  if (present.length === 1) return identifier(present[0]!);
  if (present.length > 1)
    return `coalesce(${present.map((header) => `nullif(trim(${identifier(header)}), '')`).join(", ")})`;
  if (optional) return "cast(null as varchar)";
  const wanted = headers.join(" / ");
  throw new ReportError("column_missing", raw.replace(/^raw_/, "").replace("__", " → "), {
    what: {
      zh: `没有 "${wanted}" 这一列；文件里有：${rawColumns.join("、")}。`,
      en: `there is no column "${wanted}"; the file has: ${rawColumns.join(", ")}.`,
    },
    fix: {
      zh: "在映射文件的 from: 里写上现在的列名；若本来就可能没有，加 optional: true。",
      en: "put the present header under from: in the mapping, or add optional: true where it may be absent.",
    },
  });
}

/** How headers are compared: surrounding blanks, width (ＩＤ = ID) and case do not count. */
export const normalHeader = (header: string): string =>
  header.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
