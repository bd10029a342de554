import {globSync} from "tinyglobby";
import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {badCellsSql, baseSql, recordColumns} from "../mapping/base-view.js";
import {columnsOf, type Entity, type EntityName, entities, entityNames} from "../mapping/entities/entities.js";
import type {BaseSource} from "../mapping/filled.js";
import {hiddenIds} from "../mapping/hidden.js";
import {idHeaders, type TableMapping} from "../mapping/mapping.js";
import {ReportError} from "../messages/errors.js";
import {createRejects} from "../readers/intake/rejects.js";
import type {FileAccount} from "../readers/intake/types.js";
import {loadRaw} from "../readers/load-raw.js";
import type {ReportFolder} from "../report/folder.js";
import type {Door} from "../scan/door.js";
import {allRecordsSql, ownDimensionsSql} from "./all.js";
import {countMasked, customersFirst, learnNames, shownAccount} from "./personal.js";
import {createRejectedRows, keepRejectedRows, returnedFiles} from "./rejects/rows.js";
import {rejectRecords} from "./rejects/take-out.js";

/** What became of the rows of one file in one canonical table. */
export interface ImportAccount extends FileAccount {
  readonly source: string;
  readonly entity: EntityName;
  /** Base table the rows went to. */
  readonly table: string;
  rows_kept: number;
  /** Rows rejected whole, or kept with a cell that could not be read. */
  rows_with_rejects: number;
  /** Records made of the kept rows: fewer where events fold, more where question columns unfold. */
  records: number;
}

export interface Imported {
  readonly accounts: readonly ImportAccount[];
  /** Files in the exports folder that no mapping names. */
  readonly unmapped: readonly string[];
}

/** Reads every mapped file into `all_<entity>`; every row ends as kept, rejected or set aside. */
export async function importRecords(
  database: Database,
  folder: ReportFolder,
  {
    door,
    onTable = () => {},
    keep = [],
  }: {
    door: Door;
    onTable?: (account: ImportAccount) => void;
    /** Personal columns that stay as they are; defaults to none. */
    keep?: readonly string[];
  },
): Promise<Imported> {
  await createRejects(database.connection);
  await createRejectedRows(database);
  const imported: {place: number; entity: EntityName; accounts: ImportAccount[]; select: string}[] = [];
  const mapped = new Set<string>();
  const every = folder.mappings.flatMap((mapping) => mapping.tables.map((table, index) => ({mapping, table, index})));
  const hidden = hiddenIds(every.map(({table}) => table));
  for (const {place, mapping, index, table} of customersFirst(every)) {
    // A whole export may be missing this month: the pages it feeds say so.
    const files = [...table.files, ...returnedFiles(mapping, table.entity)];
    const names = globSync(files, {cwd: folder.exportsPath, expandDirectories: false}).sort();
    if (names.length === 0) continue;
    for (const name of names) mapped.add(name);
    const suffix = mapping.tables.filter((other, at) => at < index && other.entity === table.entity).length;
    const id = `${mapping.source}__${table.entity}${suffix === 0 ? "" : `_${suffix + 1}`}`;
    const made = await importTable(database, {folder, table, source: mapping.source, id, names, keep, door, hidden});
    for (const account of made.accounts) onTable(account);
    imported.push({place, entity: table.entity, ...made});
  }
  imported.sort((one, other) => one.place - other.place);
  for (const entity of entityNames) {
    const selects = imported.filter((made) => made.entity === entity).map(({select}) => select);
    await database.run(await allRecordsSql(database, entity, selects));
  }
  await database.run(await ownDimensionsSql(database));
  const unmapped = globSync("**/*", {cwd: folder.exportsPath, dot: false})
    .filter((name) => !mapped.has(name))
    .sort();
  return {accounts: imported.flatMap(({accounts}) => accounts), unmapped: unmapped.map(door.hide)};
}

interface TableJob {
  readonly folder: ReportFolder;
  readonly table: TableMapping;
  readonly source: string;
  readonly id: string;
  readonly names: readonly string[];
  readonly keep: readonly string[];
  readonly door: Door;
  readonly hidden: ReadonlyMap<string, PersonalKindId>;
}

async function importTable(
  database: Database,
  {folder, table, source, id, names, keep, door, hidden}: TableJob,
): Promise<{accounts: ImportAccount[]; select: string}> {
  const {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer} = table;
  const headers = [...Object.values(table.columns), ...Object.values(table.items ?? {})].flatMap((column) => [
    ...(column.from ?? []),
    ...(column.and ?? []),
  ]);
  const loaded = await loadRaw(database.connection, {
    table: `raw_${id}`,
    source,
    entity: table.entity,
    files: names.map((name) => ({path: `${folder.exportsPath}/${name}`, name})),
    options: {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer},
    columns: [...headers, ...Object.keys(table.where ?? {})],
    keys: idHeaders(table),
    shownName: door.hide,
  });
  const base = `base_${id}`;
  const from: BaseSource = {
    raw: `raw_${id}`,
    rawColumns: loaded.columns,
    source,
    zone: folder.settings.time_zone,
    keep,
    hiddenIds: hidden,
  };
  await learnNames(database, {table, from, door});
  const columns = recordColumns(table, from);
  const stored = columns.filter(({isStored}) => isStored).map(({name}) => identifier(name));
  await door.counted(() =>
    database.run(`create table ${base} as\nselect ${stored.join(", ")}, _ok from (${baseSql(table, from)}) as records`),
  );
  await countMasked(database, {base, table, from, door});
  const [bad] = await database.rows(`select count(*) as cells from ${base} where not _ok`);
  if (Number(bad?.cells) > 0) await rejectCells(database, {base, table, from});
  const returned = loaded.files.filter(({notes}) => notes.some(({code}) => code === "returned_rows"));
  await rejectRecords(database, {
    base,
    source,
    entity: table.entity,
    fold: table.fold !== undefined,
    returned: returned.map(({file}) => file),
  });
  const kept = await keptRows(database, {base, raw: from.raw, source, table});
  if (table.fold) await foldEvents(database, base, table.fold);
  const records = await database.rows(`select _file as file, count(*) as records from ${base} group by all`);
  const flawed = await database.rows(
    `select file, count(distinct "row") as rows from rejects where severity <> 'aside' and source = ${literal(source)} and entity = ${literal(table.entity)} group by all`,
  );
  await keepRejectedRows(database, {table, from, entity: table.entity});
  await database.run(`drop table ${from.raw}`);
  const accounts = loaded.files.map((file) => {
    const seen = kept.get(file.file);
    const lost = file.rows_loaded - (seen?.rows ?? 0);
    const made = records.find((row) => row.file === file.file)?.records ?? 0;
    const elsewhere = table.where ? lost - (seen?.rejected ?? 0) : 0;
    return {
      ...shownAccount(file, door),
      source,
      entity: table.entity,
      table: base,
      rows_kept: seen?.rows ?? 0,
      rows_rejected: file.rows_rejected + lost - elsewhere,
      rows_set_aside: file.rows_set_aside + elsewhere,
      records: Number(made),
      rows_with_rejects: Number(flawed.find((row) => row.file === file.file)?.rows ?? 0),
    };
  });
  return {
    accounts,
    select: `select ${columns.map(({name, sql}) => `${sql} as ${identifier(name)}`).join(", ")} from ${base}`,
  };
}

/** Lists every unreadable cell; where the record cannot be counted without it, the whole row goes. */
async function rejectCells(
  database: Database,
  {base, table, from}: {base: string; table: TableMapping; from: BaseSource},
): Promise<void> {
  const {required = []}: Entity = entities[table.entity];
  const severity =
    required.length > 0
      ? `case when name in (${required.map(literal).join(", ")}) then 'row' else 'cell' end`
      : "'cell'";
  const [source, entity] = [literal(from.source), literal(table.entity)];
  await database.run(
    `insert into rejects select distinct ${source}, ${entity}, _file, _row, name, value, ${unreadableReason(table)}, ${severity}, null from (${badCellsSql(table, from)}) as bad`,
  );
  if (required.length > 0)
    await database.run(
      `delete from ${base} where not _ok and (_file, _row) in (select (file, "row") from rejects where severity = 'row' and source = ${source} and entity = ${entity})`,
    );
}

/** The reason code by the type of the column that could not be read. */
function unreadableReason(table: TableMapping): string {
  const whens = Object.entries(columnsOf(table.entity)).map(
    ([name, column]) =>
      `when ${literal(name)} then ${literal(column.values ? "unknown_value" : `not_${column.type === "weight" ? "decimal" : column.type}`)}`,
  );
  return `case name ${whens.join(" ")} else 'not_decimal' end`;
}

async function keptRows(
  database: Database,
  {base, raw, source, table: {entity, items}}: {base: string; raw: string; source: string; table: TableMapping},
): Promise<Map<string, {rows: number; rejected: number}>> {
  const count = items ? "count(distinct _row)" : "count(*)"; // a row is one record, or one per question column
  const rows = await database.rows(`select _file as file, ${count} as rows from ${base} group by all`);
  const rejected = await database.rows(
    `select file, count(distinct "row") as rows from rejects where severity = 'row' and source = ${literal(source)} and entity = ${literal(entity)} and (file, "row") in (select (_file, _row) from ${raw}) group by all`,
  );
  const counts = new Map(rows.map((row) => [String(row.file), {rows: Number(row.rows), rejected: 0}]));
  for (const row of rejected)
    counts.set(String(row.file), {rows: counts.get(String(row.file))?.rows ?? 0, rejected: Number(row.rows)});
  return counts;
}

/** An event log: the last (or first) event per key, in file order, is the record. */
async function foldEvents(
  database: Database,
  base: string,
  {by, take}: {by: string; take: "first" | "last"},
): Promise<void> {
  if (!/^[a-z_]+$/.test(by))
    throw new ReportError("fold_by", `fold: {by: ${by}}`, {
      what: {zh: "不是列名。", en: "is not a column."},
      fix: {zh: "写规范列名。", en: "name a canonical column."},
    });
  const order = take === "last" ? "desc" : "asc";
  await database.run(
    `create or replace table ${base} as select * from ${base} qualify row_number() over (partition by ${identifier(by)} order by _file ${order}, _row ${order}) = 1`,
  );
}
