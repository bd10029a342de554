import {columnsOf, type EntityName, entities} from "../../mapping/entities/entities.js";
import {isPersonalColumn} from "../../mapping/hidden.js";
import type {TableMapping} from "../../mapping/mapping.js";
import {normalHeader} from "../../mapping/spelling.js";
import type {ReportFolder} from "../../report/folder.js";
import type {Door} from "../../scan/door.js";
import {headerKind} from "../../scan/personal/headers.js";
import type {RejectTable} from "./tables.js";

/** What stands in place of a cell that may not be shown. */
const hidden = "***";

/**
 * Rejected rows as they may be published: only the columns that the mapping reads, personal ones hidden, all others
 * masked; a line that could not be cut into cells is left out, since nobody knows what stands in it.
 */
export function maskedRejects(
  {source, entity, headers, rows}: RejectTable,
  {folder, door}: {folder: Pick<ReportFolder, "mappings">; door: Pick<Door, "scrubCell" | "scrub">},
): RejectTable {
  const read = readHeaders(folder.mappings, {source, entity});
  const kept = headers.flatMap((header, at) => (read.has(normalHeader(header)) ? [{header, at}] : []));
  const cellOf = (cell: string, header: string): string =>
    cell !== "" && read.get(normalHeader(header))?.isPersonal ? hidden : door.scrubCell(cell);
  const shown = new Set(shownColumns(folder.mappings, {source, entity}));
  const prefixes = prefixesOf(folder.mappings, {source, entity});
  // What the mapping puts before an id hides nothing of it, nor may it hide what the id holds.
  const shownValue = (value: string, column: string): string => {
    const prefix = prefixes.get(column)?.find((each) => value.startsWith(each)) ?? "";
    return prefix + door.scrubCell(value.slice(prefix.length));
  };
  return {
    source,
    entity,
    headers: kept.map(({header}) => door.scrub(header)),
    rows: rows.map((row) => ({
      ...row,
      columns: row.columns.map(door.scrub),
      values: row.values.map((value, at) =>
        value === "" || shown.has(row.columns[at]!) ? shownValue(value, row.columns[at]!) : hidden,
      ),
      cells: row.cells.length === 0 ? [] : kept.map(({header, at}) => cellOf(row.cells[at] ?? "", header)),
      line: "",
    })),
  };
}

const columnOf = (entity: EntityName, name: string) => columnsOf(entity)[name];

interface Place {
  readonly source: string;
  readonly entity: string;
}

const tablesOf = (mappings: ReportFolder["mappings"], {source, entity}: Place): readonly TableMapping[] =>
  mappings
    .filter((mapping) => mapping.source === source)
    .flatMap((mapping) => mapping.tables.filter((table) => table.entity === entity));

/** The headers that a mapping reads, and whether their columns are personal. */
function readHeaders(
  mappings: ReportFolder["mappings"],
  place: Place,
): ReadonlyMap<string, {readonly isPersonal: boolean}> {
  const read = new Map<string, {isPersonal: boolean}>();
  const add = (header: string, isPersonal: boolean) => {
    const name = normalHeader(header);
    read.set(name, {isPersonal: isPersonal || (read.get(name)?.isPersonal ?? false)});
  };
  for (const {entity, columns, items = {}, where = {}} of tablesOf(mappings, place)) {
    for (const [name, {from = [], and = []}] of Object.entries(columns))
      for (const header of [...from, ...and])
        add(header, isPersonalColumn(name, {column: columnOf(entity, name), heading: header}));
    for (const {from = []} of Object.values(items)) for (const header of from) add(header, false);
    for (const header of Object.keys(where)) add(header, headerKind(header) !== undefined);
  }
  return read;
}

/** What the tables put before the cells of a column, the longest first. */
function prefixesOf(mappings: ReportFolder["mappings"], place: Place): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const {columns} of tablesOf(mappings, place))
    for (const [name, {prefix}] of Object.entries(columns))
      if (prefix)
        found.set(
          name,
          [...(found.get(name) ?? []), prefix].sort((a, b) => b.length - a.length),
        );
  return found;
}

/** Columns, named as in the mapping or as in the file, whose unreadable values may be shown. */
export function shownColumns(mappings: ReportFolder["mappings"], place: Place): string[] {
  const entity = place.entity as EntityName;
  const tables = tablesOf(mappings, place);
  const isPersonal = (name: string): boolean =>
    tables.some(({columns}) =>
      (columns[name]?.from ?? [""]).some((header) =>
        isPersonalColumn(name, {column: columnOf(entity, name), heading: header}),
      ),
    );
  const names = Object.keys(columnsOf(entity)).filter((name) => !isPersonal(name));
  const own = tables.flatMap(({columns}) => Object.keys(columns).filter((name) => !isPersonal(name)));
  const items = tables.flatMap(({items: each = {}}) => Object.keys(each).map((item) => `items.${item}`));
  const headers = tables.flatMap(({columns, items: each = {}}) =>
    [...Object.values(columns), ...Object.values(each)].flatMap(({from = []}) => from),
  );
  const read = readHeaders(mappings, place);
  const shown = headers.filter((header) => read.get(normalHeader(header))?.isPersonal === false);
  const key = entities[entity].key.join(" + ");
  return [...new Set(["", ...names, ...own, ...items, ...shown, key])];
}
