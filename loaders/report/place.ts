import type {Bilingual} from "../../src/words/language.js";
import type {Mapping} from "../mapping/mapping.js";
import {atLine} from "../messages/where.js";
import {lineOf} from "./yaml-file.js";

/** What of a mapping is meant: a canonical column, a question column as "items.<code>", or "" for the whole table. */
export interface MappedColumn {
  readonly source: string;
  readonly entity: string;
  readonly column: string;
}

/** The line of a mapping that fills a column, or that of its table; undefined for a source without a mapping. */
export function mappedPlace(
  mappings: readonly Mapping[],
  {source, entity, column}: MappedColumn,
): Bilingual | undefined {
  const mapping = mappings.find((each) => each.source === source);
  if (!mapping) return undefined;
  const item = /^items\.(.+)$/.exec(column)?.[1];
  const tables = mapping.tables.map((table, index) => ({table, index})).filter(({table}) => table.entity === entity);
  const holds = ({table}: (typeof tables)[number]) =>
    item === undefined ? column in table.columns || column in table.defaults : item in (table.items ?? {});
  const {index} = tables.find(holds) ?? tables[0] ?? {index: 0};
  const table = mapping.tables[index]!;
  const path = item === undefined ? [column in table.columns ? "columns" : "defaults", column] : ["items", item];
  const own = tables.some(holds) ? ["tables", index, ...path] : ["tables", index];
  return atLine(mapping.file, lineOf(mapping.lines, own));
}
