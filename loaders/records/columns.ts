import type {Bilingual} from "../../src/words/language.js";
import {type Entity, type EntityName, entities} from "../mapping/entities/entities.js";
import {moments} from "../mapping/entities/moments.js";
import {matching} from "../mapping/header-sql.js";
import {type ColumnMapping, headersOf, type Mapping, type TableMapping} from "../mapping/mapping.js";
import {nearestName} from "../mapping/nearest.js";
import {lacksKind} from "../mapping/question-kind.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {meaningsOf} from "../proposing/words/columns.js";
import {note} from "../readers/intake/notes.js";
import type {FileAccount, FileNote, Said} from "../readers/intake/types.js";
import {mappedPlace} from "../report/place.js";

interface Absent {
  /** The canonical column, or the item. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly isRequired: boolean;
  readonly isOptional: boolean;
}

/**
 * Every file answers for itself: one that lacks a column without which its records cannot be counted, or has it under
 * another name, stops the reading; what else it lacks or has anew is said.
 * @throws ReportErrors `column_missing`
 */
export function checkColumns(
  table: TableMapping,
  {
    source,
    mappings,
    files,
    others: siblings,
  }: {
    source: string;
    mappings: readonly Mapping[];
    files: readonly FileAccount[];
    /** Columns that other tables of the source and entity map. */
    others: ReadonlySet<string>;
  },
): Said[] {
  const read = files.filter(
    ({columns, notes}) => columns.length > 0 && !notes.some(({code}) => code === "returned_rows"),
  );
  const used = headersOf(table);
  const lacking = new Map<string, Lacking>();
  const said: Said[] = [];
  for (const {file, columns} of read) {
    const unread = columns.filter((column) => !used.some((header) => matching(header, [column]).length > 0));
    const others = new Set(read.filter((each) => each.file !== file).flatMap((each) => each.columns));
    const fresh = unread.filter((column) => matching(column, [...others]).length === 0);
    const lost = mappedColumns(table).filter(({headers}) =>
      headers.every((header) => matching(header, columns).length === 0),
    );
    for (const absent of lost) {
      const isElsewhere = absent.headers.some((header) => matching(header, [...others]).length > 0);
      const renamed = isElsewhere ? nearColumn(absent, {entity: table.entity, columns: fresh, least: 0.7}) : undefined;
      // what no file has is a slip of the mapping; what the others have and this one calls otherwise was renamed
      if (!absent.isOptional && (absent.isRequired || !isElsewhere || renamed !== undefined)) {
        const near = renamed ?? nearColumn(absent, {entity: table.entity, columns: unread, least: 0.5});
        const key = `${absent.name} ${absent.headers.join(" / ")} ${near ?? ""}`;
        const files = [...(lacking.get(key)?.files ?? []), file];
        lacking.set(key, {absent, near, files, columns, isElsewhere});
      } else if (isElsewhere) said.push({file, note: note("column_absent", {column: absent.headers[0]!})});
    }
    if (fresh.length > 0 && others.size > 0)
      said.push({file, note: note("column_new", {names: fresh.slice(0, 10).join(", ")})});
    said.push(...repeated(table, columns).map((each) => ({file, note: each})));
  }
  if (lacking.size > 0)
    throw new ReportErrors([...lacking.values()].map((each) => missing(each, {table, source, mappings})));
  return [...said, ...unmapped(table, {source, mappings, read, siblings})];
}

/**
 * What the mapping leaves out and a report stands on: the id, the date that says which month, what is closed.
 * @throws ReportError `date_not_mapped` where the file has a column that means the date
 */
function unmapped(
  table: TableMapping,
  {
    source,
    mappings,
    read,
    siblings,
  }: {
    source: string;
    mappings: readonly Mapping[];
    read: readonly FileAccount[];
    siblings: ReadonlySet<string>;
  },
): Said[] {
  const [first] = read;
  if (!first) return [];
  const {entity} = table;
  const given = new Set([...Object.keys(table.columns), ...Object.keys(table.defaults), ...siblings]);
  const used = headersOf(table);
  const unread = first.columns.filter((column) => !used.some((header) => matching(header, [column]).length > 0));
  const lacks = (names: readonly string[]) => names.length > 0 && !names.some((name) => given.has(name));
  const nearOf = (name: string) => nearColumn({name, headers: []}, {entity, columns: unread, least: 1});
  const say = (
    code: "no_date_mapped" | "no_key_mapped" | "no_status_mapped" | "no_kind_mapped",
    column: string,
  ): Said => {
    const near = nearOf(column);
    const filled = note(code, {column, near: ""});
    if (near === undefined) return {file: first.file, note: filled};
    return {
      file: first.file,
      note: {
        code,
        zh: `${filled.zh}；文件里的“${near}”像是它`,
        en: `${filled.en}; "${near}" in the file looks like it`,
      },
    };
  };
  const {at = [], kind} = moments[entity] ?? {};
  const near = lacks(at) && kind === "events" && entity !== "surveys" ? nearOf(at[0]!) : undefined;
  if (near !== undefined) {
    const where = mappedWhere(mappings, {source, entity, column: at[0]!, files: first.file});
    throw dateNotMapped(where, {column: at[0]!, near});
  }
  const [key = ""] = entities[entity].key;
  return [
    ...(lacks(at) && entity !== "customers" ? [say("no_date_mapped", at[0]!)] : []),
    ...(key.endsWith("_id") && lacks([key]) ? [say("no_key_mapped", key)] : []),
    ...(entity === "tickets" && lacks(["status", "solved_at", "closed_at"]) ? [say("no_status_mapped", "status")] : []),
    ...(lacksKind(table) && !siblings.has("question") ? [say("no_kind_mapped", "question")] : []),
  ];
}

const dateNotMapped = (where: string | Bilingual, {column, near}: {column: string; near: string}): ReportError =>
  new ReportError("date_not_mapped", where, {
    what: {
      zh: `映射没有 ${column}，没有它，记录不属于任何月份；文件里的“${near}”像是它。`,
      en: `the mapping has no ${column}, without which no record belongs to a month; "${near}" in the file looks like it.`,
    },
    fix: {
      zh: `在这张表的 columns: 里加一行 ${column}: ${near}；日期若不是 2026-03-05 这样写的，再写 date: 格式。`,
      en: `under columns: of this table add the line ${column}: ${near}, with date: and its format unless dates read like 2026-03-05.`,
    },
  });

interface Lacking {
  readonly absent: Absent;
  readonly near: string | undefined;
  readonly files: readonly string[];
  readonly columns: readonly string[];
  readonly isElsewhere: boolean;
}

/** What the mapping reads, with the headers it may stand under. */
function mappedColumns(table: TableMapping): Absent[] {
  const {key, required = []}: Entity = entities[table.entity];
  const dates = (moments[table.entity]?.at ?? []).filter((name) => table.columns[name]?.from);
  // of several dates one is enough
  const needed = new Set<string>([...key, ...required]);
  for (const date of dates.slice(1)) needed.delete(date);
  for (const date of dates.slice(0, 1)) needed.add(date);
  const one = (name: string, mapping: ColumnMapping, isKey: boolean): Absent[] =>
    [mapping.from ?? [], mapping.and ?? []]
      .filter((headers) => headers.length > 0)
      .map((headers) => ({name, headers, isRequired: isKey || mapping.required, isOptional: mapping.optional}));
  return [
    ...Object.entries(table.columns).flatMap(([name, mapping]) => one(name, mapping, needed.has(name))),
    ...Object.entries(table.items ?? {}).flatMap(([name, mapping]) => one(name, mapping, false)),
    ...Object.keys(table.where ?? {}).map((header) => ({
      name: header,
      headers: [header],
      isRequired: true,
      isOptional: false,
    })),
  ];
}

/** The column of the file that may be meant: one that means the same, else one written almost the same. */
function nearColumn(
  {name, headers}: Pick<Absent, "name" | "headers">,
  {entity, columns, least}: {entity: EntityName; columns: readonly string[]; least: number},
): string | undefined {
  const means = (column: string) =>
    meaningsOf(entity, column).some((meaning) => meaning.column === name && meaning.confidence > 0.8);
  return columns.find(means) ?? nearestName(headers, columns, {least});
}

/** Columns that stand several times and are read once. */
function repeated(table: TableMapping, columns: readonly string[]): FileNote[] {
  const plain = headersOf(table).filter((header) => !header.endsWith("[*]") && !/ \(\d+\)$/.test(header));
  return [...new Set(plain)].flatMap((header) => {
    const count = matching(`${header}[*]`, columns).length;
    return count > 1 ? [note("column_repeated", {column: header, count})] : [];
  });
}

function missing(
  {absent, near, files, columns, isElsewhere}: Lacking,
  {table, source, mappings}: {table: TableMapping; source: string; mappings: readonly Mapping[]},
): ReportError {
  const wanted = absent.headers.join(" / ");
  const names = files.length > 3 ? `${files.slice(0, 3).join(", ")} … (${files.length})` : files.join(", ");
  const column = absent.name in (table.items ?? {}) ? `items.${absent.name}` : absent.name;
  const where = mappedWhere(mappings, {source, entity: table.entity, column, files: names});
  const as = (header: string) =>
    absent.name in (table.where ?? {})
      ? `where: {${header}: …}`
      : `${absent.name}: {from: [${[...absent.headers, header].join(", ")}]}`;
  const isTable = table.clickhouse !== undefined;
  return new ReportError("column_missing", where, {
    what: {
      zh: `没有“${wanted}”这一列（${absent.name}）${isElsewhere ? "，其他文件有" : ""}；${near ? `最接近的是“${near}”` : `${isTable ? "表" : "文件"}里有：${columns.join("、")}`}。`,
      en: `there is no column "${wanted}" (${absent.name})${isElsewhere ? ", which other files have" : ""}; ${near ? `the nearest is "${near}"` : `the ${isTable ? "table" : "file"} has: ${columns.join(", ")}`}.`,
    },
    fix: {
      zh: `把这一行写成 ${as(near ?? "现在的列名")}；这一列本来就可能没有时，加 optional: true${isTable ? "" : "；若是另一种文件，请收窄 files:"}。`,
      en: `write this line as ${as(near ?? "the present header")}; where the column may be absent, add optional: true${isTable ? "" : "; if this is another kind of file, narrow files:"}.`,
    },
  });
}

/** The line of the mapping, and the files it was held against. */
function mappedWhere(
  mappings: readonly Mapping[],
  {files, ...column}: {source: string; entity: EntityName; column: string; files: string},
): Bilingual | string {
  const place = mappedPlace(mappings, column);
  const at = `${files} → ${column.entity}`;
  return place ? {zh: `${place.zh}（${at}）`, en: `${place.en} (${at})`} : at;
}
