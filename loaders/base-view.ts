import {sqlType, typedSql} from "./cell-sql.js";
import type {Column} from "./entities.js";
import {columnsOf, entities} from "./entities.js";
import {headerSql} from "./header-sql.js";
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
