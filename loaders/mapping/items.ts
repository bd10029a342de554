import {identifier, literal} from "../database/sql-text.js";
import {typedSql} from "./cell-sql.js";
import {cellText} from "./cell-text.js";
import {score} from "./entities/columns.js";
import type {BaseSource, Filled} from "./filled.js";
import {headerColumns} from "./header-sql.js";
import type {ColumnMapping, ItemMapping, TableMapping} from "./mapping.js";
import {kindOfItem} from "./question-kind.js";

/** The items of a row, in one list, until they are unfolded. */
export const itemList = identifier("items~");

/** A query of rows with a list of items as one of rows with one item each: `item_name`, `item_code` and so on. */
export const unfoldedSql = (query: string): string =>
  `(select * exclude (${itemList}), unnest(${itemList}, recursive := true) from ${query})`;

/** Columns of the unfolded items, made by `itemStruct`. */
const itemColumns: readonly Filled[] = [
  {name: "item", typed: "item_code"},
  {name: "score", found: "item_text", typed: "item_score"},
  {name: "question", typed: "item_question"},
  {name: "scale_min", typed: "item_low"},
  {name: "scale_max", typed: "item_high"},
  {name: "brand", typed: "item_brand"},
];

/** The columns of a table that an item brings; none where no question columns are folded. */
export const itemsOf = (table: TableMapping): readonly Filled[] => (table.items ? itemColumns : []);

/** The question columns of a record as a list of structs, whose parts are the columns above. */
export const itemStructs = (table: TableMapping, source: BaseSource): string =>
  `[\n    ${Object.entries(table.items ?? {})
    .map(([code, item]) => itemStruct(code, {item, table, source}))
    .join(",\n    ")}\n  ]`;

function itemStruct(
  code: string,
  {item, table, source}: {item: ItemMapping; table: TableMapping; source: BaseSource},
): string {
  const text = cellText(item, {column: score, role: "score", source});
  const mark = typedSql(text, {column: score, mapping: item, zone: source.zone, hasWords: holdsWords(item, source)});
  const fallback = (name: string) => table.defaults[name];
  const number = (value: number | string | undefined) =>
    `cast(${value === undefined ? "null" : literal(String(value))} as decimal(18, 4))`;
  const word = (value: string | undefined) => (value === undefined ? "cast(null as varchar)" : literal(value));
  return `{item_name: ${literal(`items.${code}`)}, item_code: ${literal(item.item ?? code)}, item_text: ${text}, item_score: ${mark}, item_question: ${literal(kindOfItem(code, item, table))}, item_low: ${number(item.scale?.[0] ?? fallback("scale_min"))}, item_high: ${number(item.scale?.[1] ?? fallback("scale_max"))}, item_brand: ${word(item.brand ?? fallback("brand"))}}`;
}

/** Some cell of these columns holds a word for nothing, or an error's. */
export const holdsWords = (mapping: ColumnMapping, source: BaseSource): boolean =>
  headerColumns([...(mapping.from ?? []), ...(mapping.and ?? [])], {...source, optional: true}).names.some(
    (name) => source.traits?.get(name)?.hasWords,
  );
