import {identifier, literal} from "../database/sql-text.js";
import {sqlType, typedSql} from "./cell-sql.js";
import type {Column} from "./entities/entities.js";
import {columnsOf, entities} from "./entities/entities.js";
import {headerSql} from "./header-sql.js";
import {type ColumnMapping, type ItemMapping, isOwnDimension, type TableMapping} from "./mapping.js";
import {displaySql, keySql} from "./privacy.js";

export interface BaseSource {
  readonly raw: string;
  readonly rawColumns: readonly string[];
  readonly source: string;
  readonly zone: string;
  /** Personal columns that rules/privacy.yaml lets through as they are. */
  readonly keep?: readonly string[];
}

/** One canonical column: the text found in the file, under an alias, and the expression that types it. */
interface Filled {
  readonly name: string;
  readonly cell?: string; // SQL of the text in the file after not-applicable codes
  readonly found?: string; // how that text is called where it is typed; absent for constants
  readonly typed: string; // SQL of the value
  readonly isMasked?: boolean; // masking and hashing read any text
}

/**
 * The select that turns a raw text table into canonical, typed records, one row per record (per record and item
 * where question columns are folded). `_ok` is false where some cell could not be read; `badCellsSql` names it.
 * Cells first, then types, then the judgement: each is worked out once.
 */
export function baseSql(table: TableMapping, source: BaseSource): string {
  const columns = fillColumns(table, source);
  const fallible = columns.filter(canFail);
  const readable = fallible.map(({name, found}) => `(${found} is null or ${identifier(name)} is not null)`);
  return [
    `with cells as (\n${cellsSql(table, {source, columns})}\n),`,
    "typed as (",
    `  select _file, _row, ${[...columns.map(({name, typed}) => `${typed} as ${identifier(name)}`), ...fallible.map(({found}) => found)].join(",\n    ")}`,
    "  from cells",
    ")",
    `select ${literal(source.source)} as _source, _file, _row, ${columns.map(({name}) => identifier(name)).join(", ")},`,
    `  ${readable.length === 0 ? "true" : readable.join("\n  and ")} as _ok`,
    "from typed",
  ].join("\n");
}

/**
 * SQL of each column of `baseSql` in its order. The base table does without those that are the same for every record,
 * but for keys (`isStored`); `sql` gives them as constants, which a query can reason about.
 */
export function recordColumns(
  table: TableMapping,
  source: BaseSource,
): {readonly name: string; readonly sql: string; readonly isStored: boolean}[] {
  const {key}: {readonly key: readonly string[]} = entities[table.entity];
  const items = new Set(table.items ? itemColumns.map(({name}) => name) : []);
  const columns = fillColumns(table, source).map(({name, found, typed}) => {
    const isConstant = found === undefined && typed.startsWith("cast(") && !items.has(name) && name !== table.fold?.by;
    return {name, sql: isConstant ? typed : identifier(name), isStored: !isConstant || key.includes(name)};
  });
  return [
    {name: "_source", sql: literal(source.source), isStored: false},
    ...["_file", "_row"].map((name) => ({name, sql: name, isStored: true})),
    ...columns,
  ];
}

/** The select of every unreadable cell: `_file, _row, name, value`, over the same records. */
export function badCellsSql(table: TableMapping, source: BaseSource): string {
  const columns = fillColumns(table, source);
  const fallible = columns.filter(canFail);
  if (fallible.length === 0)
    return "select null::varchar as _file, null::bigint as _row, null::varchar as name, null::varchar as value where false";
  const named = ({name}: Filled) => (name === "score" && table.items ? "item_name" : literal(name));
  const bad = fallible.map(
    (column) =>
      `select _file, _row, ${named(column)} as name, ${column.found} as value from cells where ${column.found} is not null and ${column.typed} is null`,
  );
  return `with cells as (\n${cellsSql(table, {source, columns})}\n)\n${bad.join("\nunion all\n")}`;
}

/** Constants, plain texts and masked values cannot fail. */
const canFail = (column: Filled): column is Filled & {found: string} =>
  column.found !== undefined && column.found !== column.typed && !column.isMasked;

/** The texts of the file that the columns are made of, under their aliases. */
function cellsSql(table: TableMapping, {source, columns}: {source: BaseSource; columns: readonly Filled[]}): string {
  const structs = Object.entries(table.items ?? {}).map(([code, item]) => itemStruct(code, {item, table, source}));
  const from =
    structs.length === 0
      ? source.raw
      : `(select raw.*, unnest([\n    ${structs.join(",\n    ")}\n  ], recursive := true) from ${source.raw} as raw)`;
  const cells = new Map(columns.flatMap(({cell, found}) => (cell && found ? [[found, cell] as const] : [])));
  const names = [
    "_file",
    "_row",
    ...(structs.length === 0 ? [] : itemNames),
    ...[...cells].map(([found, cell]) => `${cell} as ${found}`),
  ];
  return `  select ${names.join(",\n    ")}\n  from ${from}\n  ${whereClause(table, source)}`;
}

const itemNames = [
  "item_name",
  "item_code",
  "item_text",
  "item_score",
  "item_question",
  "item_low",
  "item_high",
  "item_brand",
];

/** Columns of the unnested items, made by `itemStruct`. */
const itemColumns: readonly Filled[] = [
  {name: "item", typed: "item_code"},
  {name: "score", found: "item_text", typed: "item_score"},
  {name: "question", typed: "item_question"},
  {name: "scale_min", typed: "item_low"},
  {name: "scale_max", typed: "item_high"},
  {name: "brand", typed: "item_brand"},
];

function fillColumns(table: TableMapping, source: BaseSource): Filled[] {
  const canonical = columnsOf(table.entity);
  const items = table.items ? itemColumns : [];
  const own = Object.keys(table.columns).filter(isOwnDimension);
  const names = [...Object.keys(canonical), ...own].filter((name) => !items.some((item) => item.name === name));
  const shared = names.map((name) => {
    const column = canonical[name] ?? {type: "text" as const};
    if (column.personal || column.keyOf) return personalColumn(name, {column, table, source});
    const mapping = table.columns[name];
    const constant = mapping?.value ?? table.defaults[name];
    if (mapping?.from) return fill({name, column, mapping, source});
    return {name, typed: constantSql({name, column, constant, table})};
  });
  return [...shared, ...items];
}

/** Masked, or hashed with the salt; neither can fail. */
function personalColumn(
  name: string,
  {column, table, source}: {column: Column; table: TableMapping; source: BaseSource},
): Filled {
  const from = table.columns[column.keyOf ?? name];
  if (!from?.from) return {name, typed: "cast(null as varchar)"};
  const {cell, typed: value} = fill({name, column, mapping: from, source});
  const carried = {name, cell: cell!, found: alias(name), isMasked: true};
  if (column.keyOf) {
    const kind = columnsOf(table.entity)[column.keyOf]!.personal!;
    return {...carried, typed: keySql(kind, value)};
  }
  if (source.keep?.includes(name)) return {...carried, typed: value};
  const type = table.columns.customer_type;
  const isFirm = type?.from
    ? `coalesce(${fill({name: "customer_type", column: {type: "text"}, mapping: type, source}).typed} = 'firm', false)`
    : undefined;
  return {...carried, typed: displaySql(column.personal!, {value, isFirm})};
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
  const text = cellText(item, source);
  const score = typedSql(text, {column: {type: "decimal"}, mapping: item, zone: source.zone});
  const fallback = (name: string) => table.defaults[name];
  const number = (value: number | string | undefined) =>
    `cast(${value === undefined ? "null" : literal(String(value))} as decimal(18, 4))`;
  const word = (value: string | undefined) => (value === undefined ? "cast(null as varchar)" : literal(value));
  return `{item_name: ${literal(`items.${code}`)}, item_code: ${literal(item.item ?? code)}, item_text: ${text}, item_score: ${score}, item_question: ${word(item.question ?? fallback("question"))}, item_low: ${number(item.scale?.[0] ?? fallback("scale_min"))}, item_high: ${number(item.scale?.[1] ?? fallback("scale_max"))}, item_brand: ${word(item.brand ?? fallback("brand"))}}`;
}

function whereClause(table: TableMapping, source: BaseSource): string {
  const parts = Object.entries(table.where ?? {}).map(
    ([header, values]) =>
      `trim(${headerSql([header], {...source, optional: false})}) in (${values.map(literal).join(", ")})`,
  );
  return `where ${["true", ...parts].join(" and ")}`;
}

/** What the text of a column is called before it is typed. */
const alias = (name: string): string => identifier(`${name}~`);

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
  const found = alias(name);
  return {name, cell: cellText(mapping, source), found, typed: typedSql(found, {column, mapping, zone: source.zone})};
}

/** The text of a cell: trimmed, joined where several make one; not-applicable codes, and what a map blanks, left out. */
function cellText(mapping: ColumnMapping, source: BaseSource): string {
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
