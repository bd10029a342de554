import {identifier, literal} from "../database/sql-text.js";
import {cellText} from "./cell-text.js";
import {text} from "./entities/columns.js";
import {entities} from "./entities/entities.js";
import {fillColumns} from "./fill.js";
import {type BaseSource, type Filled, rowSql} from "./filled.js";
import {gluedAlias, mayBePersonal} from "./hidden.js";
import {itemList, itemStructs, itemsOf, unfoldedSql} from "./items.js";
import {columnSchema, type TableMapping} from "./mapping.js";
import {wordList} from "./null-words.js";
import {kindSql} from "./question-kind.js";

/**
 * The select that turns a raw text table into canonical, typed records, one row per record (per record and item
 * where question columns are folded). `_ok` is false where some cell could not be read; `badCellsSql` names it.
 * Cells first, then types, then the items of a row unfolded, then the judgement: each is worked out once.
 */
export function baseSql(table: TableMapping, source: BaseSource): string {
  const columns = fillColumns(table, source);
  const items = itemsOf(table);
  const fallible = columns.filter(canFail);
  const ofRow = columns.filter((column) => !items.includes(column));
  const foundOfRow = fallible.filter((column) => !items.includes(column)).map(({found}) => found);
  const readable = fallible.map((column) => `(${column.found} is null or ${valueSql(column, items)} is not null)`);
  const values = columns.map((column) => `${valueSql(column, items)} as ${identifier(column.name)}`);
  return [
    `with cells as (\n${cellsSql(table, {source, columns})}\n),`,
    "typed as (",
    `  select ${["_file", "_row", ...shownSql(ofRow), ...foundOfRow, ...(items.length > 0 ? [itemList] : [])].join(",\n    ")}`,
    "  from cells",
    ")",
    `select ${literal(source.source)} as _source, _file, _row, ${values.join(", ")},`,
    `  ${readable.length === 0 ? "true" : readable.join("\n  and ")} as _ok`,
    `from ${items.length > 0 ? unfoldedSql("typed") : "typed"}`,
  ].join("\n");
}

/** What a column is called once the row is typed; the parts of items have names of their own. */
const valueSql = (column: Filled, items: readonly Filled[]): string =>
  items.includes(column) ? column.typed : identifier(column.name);

/** The columns as they may be seen. */
function shownSql(columns: readonly Filled[]): string[] {
  const searched = columns.filter(({searchedBy}) => searchedBy);
  return columns.map((column) => {
    const {name, typed, shown = typed, searchedBy} = column;
    const sql = searchedBy
      ? `case when ${mayBePersonal}[${searched.indexOf(column) + 1}] then ${searchedBy} else ${typed} end`
      : shown;
    return `${sql} as ${identifier(name)}`;
  });
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
  const items = new Set(itemsOf(table).map(({name}) => name));
  const columns = fillColumns(table, source).map(({name, found, typed}) => {
    const isConstant = found === undefined && typed.startsWith("cast(") && !items.has(name) && name !== table.fold?.by;
    const sql = isConstant ? typed : identifier(name);
    const isKind = name === "question" && !items.has(name) && table.defaults.question === undefined;
    return {name, sql: isKind ? kindSql(sql) : sql, isStored: !isConstant || key.includes(name)};
  });
  return [
    {name: "_source", sql: literal(source.source), isStored: false},
    {name: "_file", sql: "cast(_file as varchar)", isStored: true},
    {name: "_row", sql: rowSql(source), isStored: source.firstRow === undefined},
    ...columns,
  ];
}

/** The select of every unreadable cell: `_file, _row, name, value`, over the same records. */
export function badCellsSql(table: TableMapping, source: BaseSource): string {
  const columns = fillColumns(table, source);
  const fallible = columns.filter(canFail);
  if (fallible.length === 0)
    return "select null::varchar as _file, null::bigint as _row, null::varchar as name, null::varchar as value where false";
  const items = itemsOf(table);
  const bad = fallible.map((column) => {
    const [name, from] = items.includes(column) ? ["item_name", unfoldedSql("cells")] : [literal(column.name), "cells"];
    return `select _file, _row, ${name} as name, ${saidSql(column)} as value from ${from} where ${column.found} is not null and ${column.typed} is null`;
  });
  return `with cells as (\n${cellsSql(table, {source, columns})}\n)\n${bad.join("\nunion all\n")}`;
}

/** What stood in a cell that cannot be read, as it may be listed. */
const saidSql = ({name, found, glued = []}: Filled & {found: string}): string =>
  glued.length === 0 ? found : `scrub_text(${found}, '', ${gluedAlias(name)})`;

/** Constants, plain texts and masked values cannot fail. */
const canFail = (column: Filled): column is Filled & {found: string} =>
  column.found !== undefined && column.found !== column.typed && !column.isMasked;

/** The texts of the file that the columns are made of, under their aliases, and the items of a row in one list. */
function cellsSql(table: TableMapping, {source, columns}: {source: BaseSource; columns: readonly Filled[]}): string {
  const flags = flagSql(columns, source);
  const from = flags.length === 0 ? source.raw : `(select raw.*, ${flags.join(", ")} from ${source.raw} as raw)`;
  const cells = new Map(columns.flatMap(({cell, found}) => (cell && found ? [[found, cell] as const] : [])));
  const names = [
    "_file",
    "_row",
    ...(table.items ? [`${itemStructs(table, source)} as ${itemList}`] : []),
    ...(columns.some(({searchedBy}) => searchedBy) ? [mayBePersonal] : []),
    ...[...cells].map(([found, cell]) => `${cell} as ${found}`),
    ...columns.flatMap(({name, glued = []}) =>
      glued.length > 0 ? [`concat_ws(chr(30), ${glued.join(", ")}) as ${gluedAlias(name)}`] : [],
    ),
  ];
  return `  select ${names.join(",\n    ")}\n  from ${from}\n  ${whereClause(table, source)}`;
}

/** What keeps the numbers of two texts apart. */
const between = "chr(10) || 'z' || chr(10)";

/**
 * All texts of a row are searched at once, what stands between them keeps numbers apart; one by one only where there
 * may be something.
 */
function flagSql(columns: readonly Filled[], {isFew = false}: BaseSource): string[] {
  const texts = columns.flatMap(({searchedBy, cell, glued = []}) => (searchedBy ? [[cell, ...glued]] : []));
  if (texts.length === 0) return [];
  const apart = (some: readonly unknown[]) => `concat_ws(${between}, ${some.join(", ")})`;
  const all = apart(texts.flat());
  const cells = texts.map((some) => (some.length === 1 ? some[0] : apart(some)));
  const look = isFew ? "is_searchable" : "may_be_personal";
  const each = `list_transform([${cells.join(", ")}], each_cell -> ${look}(each_cell))`;
  if (isFew) return [`${each} as ${mayBePersonal}`];
  return [`case when may_be_personal(${all}) then ${each} end as ${mayBePersonal}`];
}

/** The select that counts the rows of a file that are another table's: `file, rows`. */
export const outsideSql = (table: TableMapping, source: BaseSource): string =>
  `select _file as file, count(*) as rows from ${source.raw} where coalesce(not (${conditions(table, source)}), true) group by all`;

const whereClause = (table: TableMapping, source: BaseSource): string => `where ${conditions(table, source)}`;

function conditions(table: TableMapping, source: BaseSource): string {
  const parts = Object.entries(table.where ?? {}).map(
    ([header, values]) =>
      `${cellText(columnSchema.parse({from: header}), {column: text, role: "category", source})} in ${wordList(values)}`,
  );
  return ["true", ...parts].join(" and ");
}
