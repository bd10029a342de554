import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {baseSql, recordColumns} from "../mapping/base-view.js";
import type {BaseSource} from "../mapping/filled.js";
import {idHeaders, type TableMapping} from "../mapping/mapping.js";
import type {FileAccount} from "../readers/intake/types.js";
import {loadRaw} from "../readers/load-raw.js";
import type {ReportFolder} from "../report/folder.js";
import type {Door} from "../scan/door.js";
import type {ImportAccount} from "./account.js";
import {foldEvents} from "./fold.js";
import {countMasked, learnNames, shownAccount} from "./personal.js";
import {rejectCells} from "./rejects/cells.js";
import {keepRejectedRows} from "./rejects/rows.js";
import {rejectRecords} from "./rejects/take-out.js";

/** One table of a mapping, with the files it is read from. */
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

/** Reads one table into `base_<id>`; returns what became of each file, and the select of its records. */
export async function importTable(
  database: Database,
  {folder, table, source, id, names, keep, door, hidden}: TableJob,
): Promise<{accounts: ImportAccount[]; select: string}> {
  const {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer} = table;
  const loaded = await loadRaw(database.connection, {
    table: `raw_${id}`,
    source,
    entity: table.entity,
    files: names.map((name) => ({path: `${folder.exportsPath}/${name}`, name})),
    options: {format, encoding, delimiter, quote, sheet, header_rows, skip_rows, footer},
    columns: headersOf(table),
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
  return {
    accounts: loaded.files.map((file) => ({
      ...shownAccount(file, door),
      source,
      entity: table.entity,
      table: base,
      ...rowsOf(file, {seen: kept.get(file.file), isParted: table.where !== undefined}),
      records: Number(records.find((row) => row.file === file.file)?.records ?? 0),
      rows_with_rejects: Number(flawed.find((row) => row.file === file.file)?.rows ?? 0),
    })),
    select: `select ${columns.map(({name, sql}) => `${sql} as ${identifier(name)}`).join(", ")} from ${base}`,
  };
}

/** Every header that the mapping reads. */
const headersOf = ({columns, items = {}, where = {}}: TableMapping): string[] => [
  ...[...Object.values(columns), ...Object.values(items)].flatMap(({from = [], and = []}) => [...from, ...and]),
  ...Object.keys(where),
];

/** Kept, rejected or set aside; of a table that takes a part of the file, the other part is set aside. */
function rowsOf(
  file: FileAccount,
  {seen = {rows: 0, rejected: 0}, isParted}: {seen: RowCount | undefined; isParted: boolean},
) {
  const lost = file.rows_loaded - seen.rows;
  const elsewhere = isParted ? lost - seen.rejected : 0;
  return {
    rows_kept: seen.rows,
    rows_rejected: file.rows_rejected + lost - elsewhere,
    rows_set_aside: file.rows_set_aside + elsewhere,
  };
}

interface RowCount {
  readonly rows: number;
  readonly rejected: number;
}

/** Rows kept and rejected, by file. */
async function keptRows(
  database: Database,
  {base, raw, source, table: {entity, items}}: {base: string; raw: string; source: string; table: TableMapping},
): Promise<Map<string, RowCount>> {
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
