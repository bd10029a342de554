import {identifier, literal} from "../database/sql-text.js";
import {sqlType, typedSql} from "./cell-sql.js";
import {cellText, gluedTexts, roleOf} from "./cell-text.js";
import {type Column, columnsOf, entities} from "./entities/entities.js";
import type {BaseSource, Filled} from "./filled.js";
import {bareName, hide, isFirmSql, searched} from "./hidden.js";
import {holdsWords, itemsOf} from "./items.js";
import {type ColumnMapping, isOwnDimension, type TableMapping} from "./mapping.js";
import {displaySql, keySql} from "./privacy.js";

/** Every canonical column of the entity, and the dimensions of an analyst's own: mapped, constant or empty. */
export function fillColumns(table: TableMapping, source: BaseSource): Filled[] {
  const canonical = columnsOf(table.entity);
  const items = itemsOf(table);
  const own = Object.keys(table.columns).filter(isOwnDimension);
  const names = [...Object.keys(canonical), ...own].filter((name) => !items.some((item) => item.name === name));
  const shared = names.map((name) => {
    const column = canonical[name] ?? {type: "text" as const};
    if (column.personal || column.keyOf) return personalColumn(name, {column, table, source});
    const mapping = table.columns[name];
    const constant = mapping?.value ?? table.defaults[name];
    if (mapping?.from) return hide(fill({name, column, mapping, source}), {column, mapping, table, source});
    return {name, typed: constantSql({name, column, constant, table})};
  });
  return [...shared, ...items];
}

/** Masked, or hashed with the salt; neither can fail. */
function personalColumn(
  name: string,
  {column, table, source}: {column: Column; table: TableMapping; source: BaseSource},
): Filled {
  const mapped = table.columns[column.keyOf ?? name];
  const from = column.personal === "name" && mapped ? bareName(mapped) : mapped;
  if (!from?.from) return {name, typed: "cast(null as varchar)"};
  const {cell, glued, typed: value} = fill({name, column, mapping: from, source});
  const carried = {name, cell: cell!, found: alias(name), isMasked: true};
  if (column.keyOf) {
    const kind = columnsOf(table.entity)[column.keyOf]!.personal!;
    return {...carried, typed: keySql(kind, value)};
  }
  if (source.keep?.includes(name)) return {...carried, typed: value};
  if (column.personal === "verbatim")
    return searched({...carried, glued: glued!, typed: value}, {by: "scrub_text", table, source});
  const type = table.columns.customer_type;
  const isFirm = type?.from && isFirmSql(alias("customer_type"), {type, source});
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
  if (isKey && name === "item") return "cast('overall' as varchar)";
  return `cast(null as ${sqlType(column)})`;
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
  const role = roleOf(column);
  const reading = {column, mapping, zone: source.zone, hasWords: holdsWords(mapping, source)};
  return {
    name,
    cell: cellText(mapping, {column, role, source}),
    glued: gluedTexts(mapping, {column, role, source}),
    found,
    typed: typedSql(found, reading),
  };
}
