import {statSync} from "node:fs";
import type {Bilingual} from "../../src/words/language.js";
import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import {loadTable} from "../cluster/load.js";
import {openTable} from "../cluster/table.js";
import type {Database} from "../database/database.js";
import type {ClickhouseTable} from "../mapping/clickhouse-key.js";
import {matching} from "../mapping/header-sql.js";
import {headersOf, idHeaders, type TableMapping} from "../mapping/mapping.js";
import {ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";
import {atLine} from "../messages/where.js";
import type {FileAccount, FileInPlace, Said} from "../readers/intake/types.js";
import {loadRaw} from "../readers/load-raw.js";
import type {ReportFolder} from "../report/folder.js";
import {lineOf} from "../report/yaml-file.js";
import type {Door} from "../scan/door.js";
import {checkColumns} from "./columns.js";

/** One table of a mapping to be read. */
export interface TableJob {
  readonly folder: ReportFolder;
  readonly table: TableMapping;
  /** Its place in its mapping. */
  readonly place: number;
  readonly source: string;
  readonly id: string;
  /** Files, or the one table of a cluster. */
  readonly names: readonly string[];
  /** Files that an earlier table of the same source and entity reads too: they are told apart by a number. */
  readonly readBefore: ReadonlySet<string>;
  /** Columns that other tables of the source and entity map. */
  readonly siblings: ReadonlySet<string>;
  readonly keep: readonly string[];
  readonly door: Door;
  readonly hidden: ReadonlyMap<string, PersonalKindId>;
}

/** One text table with all that a table of a mapping reads. */
interface Loaded {
  readonly columns: readonly string[];
  readonly files: readonly (FileAccount & {readonly modified: number})[];
  readonly said: readonly Said[];
  /** A regular file that stayed where it is. */
  readonly inPlace?: FileInPlace | undefined;
}

/**
 * From files or from a cluster, as the mapping says.
 * @param mayStay whether one regular file may stay where it is, as a view; defaults to false
 */
export const loadRecords = (
  database: Database,
  job: TableJob,
  {mayStay = false}: {mayStay?: boolean} = {},
): Promise<Loaded> =>
  job.table.clickhouse ? fromCluster(database, job, job.table.clickhouse) : fromFiles(database, job, mayStay);

async function fromFiles(
  database: Database,
  {folder, table, source, id, names, readBefore, siblings, door}: TableJob,
  mayStay: boolean,
): Promise<Loaded> {
  const {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer} = table;
  const all = new Set(names);
  const shownName = (name: string) => {
    const outer = all.has(name) ? name : (names.find((each) => name.startsWith(`${each}/`)) ?? name);
    return door.hide(name) + (readBefore.has(outer) ? " #2" : "");
  };
  const loaded = await loadRaw(database.connection, {
    table: `raw_${id}`,
    source,
    entity: table.entity,
    files: names.map((name) => ({path: `${folder.exportsPath}/${name}`, name})),
    options: {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer},
    columns: headersOf(table),
    keys: idHeaders(table),
    mayStay,
    shownName,
  });
  const said = checkColumns(table, {source, mappings: folder.mappings, files: loaded.files, others: siblings});
  // Shown once for each: a report may have thousands of files.
  const nameOf = new Map(names.map((name) => [shownName(name), name]));
  const files = loaded.files.map((file) => {
    const outer = nameOf.get(file.file) ?? [...nameOf].find(([shown]) => file.file.startsWith(shown))?.[1];
    return {...file, modified: outer === undefined ? 0 : statSync(`${folder.exportsPath}/${outer}`).mtimeMs};
  });
  return {columns: loaded.columns, files, said, inPlace: loaded.inPlace};
}

/** Looks at the table of a cluster that a mapping names; what it lacks is told before any row is sent. */
export async function lookThere(
  {folder, table, place: at, source, names, readBefore, siblings, door}: TableJob,
  clickhouse: ClickhouseTable,
) {
  const mapping = folder.mappings.find((each) => each.source === source)!;
  const place = atLine(mapping.file, lineOf(mapping.lines, ["tables", at, "clickhouse", "table"]));
  const opened = await openTable(clickhouse, {folder: folder.path, place, zone: folder.settings.time_zone});
  const shown = door.hide(names[0]!) + (readBefore.has(names[0]!) ? " #2" : "");
  const all = opened.columns.map(({name}) => name);
  const looked: FileAccount = {...unread, file: shown, columns: all};
  const said = checkColumns(table, {source, mappings: folder.mappings, files: [looked], others: siblings});
  const find = (headers: readonly string[]) =>
    [...new Set(headers.flatMap((header) => matching(header, all)))].map(
      (found) => opened.columns.find(({name}) => name === found)!,
    );
  return {opened, place, shown, said, all, find};
}

/** Of a table of a cluster the columns that the mapping reads. */
async function fromCluster(database: Database, job: TableJob, clickhouse: ClickhouseTable): Promise<Loaded> {
  const {table, id} = job;
  const {opened, place, shown, said, all, find} = await lookThere(job, clickhouse);
  const lacking = clickhouse.order?.find((header) => matching(header, all).length === 0);
  if (lacking !== undefined) throw noOrder(place, {wanted: lacking, near: didYouMean(lacking, all)});
  const loaded = await loadTable(database.connection, {
    opened,
    columns: find(headersOf(table)),
    order: find(clickhouse.order ?? []),
    raw: `raw_${id}`,
    shown,
    place,
    since: Object.values(clickhouse.since ?? {})[0],
  });
  // What stands in a table now is later than any file.
  return {columns: loaded.columns, files: loaded.files.map((file) => ({...file, modified: Infinity})), said};
}

const noOrder = (place: Bilingual, {wanted, near}: {wanted: string; near: Bilingual}): ReportError =>
  new ReportError("cluster_order", place, {
    what: {
      zh: `表里没有 order: 的列 ${wanted}。${near.zh}`,
      en: `the table has no column ${wanted} of order:. ${near.en}`.trim(),
    },
    fix: {
      zh: "写表里的列名；它决定同一编号的几行里哪一行算数。",
      en: "name a column of the table; it decides which of several rows with one id counts.",
    },
  });

const unread = {
  sha256: "",
  bytes: 0,
  format: "clickhouse",
  encoding: "utf-8",
  rows_in: 0,
  rows_loaded: 0,
  rows_rejected: 0,
  rows_set_aside: 0,
  notes: [],
};
