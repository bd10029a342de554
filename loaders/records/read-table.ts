import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {baseSql, outsideSql, recordColumns} from "../mapping/base-view.js";
import {type BaseSource, rowSql} from "../mapping/filled.js";
import {columnTraits} from "../mapping/traits.js";
import type {Said} from "../readers/intake/types.js";
import type {Door} from "../scan/door.js";
import type {ImportAccount} from "./account.js";
import {emptiedNotes} from "./emptied.js";
import {equalRowNotes} from "./equal-rows.js";
import {foldEvents} from "./fold.js";
import {loadRecords, type TableJob} from "./load.js";
import {moneyNotes} from "./money.js";
import {countMonths} from "./month-counts.js";
import {namedMonthNotes} from "./named-months.js";
import {countMasked, learnNames, shownAccount} from "./personal.js";
import type {ReadTable} from "./read-table-shape.js";
import {rejectCells} from "./rejects/cells.js";
import {keepRejectedRows} from "./rejects/rows.js";
import {rejectRecords} from "./rejects/take-out.js";
import {settleRepeats} from "./repeats.js";
import {assertFilled} from "./required.js";
import {rejectRuinedIds} from "./ruined-ids.js";
import {rejectScores} from "./scales.js";
import {shortenedIdNotes} from "./shortened-ids.js";
import {loadStraight, mayGoStraight} from "./straight.js";
import {readColumns, spellingNotes, textNotes} from "./texts.js";

/** Reads the files of one table of a mapping: text, cells, records; each file has the columns it needs. */
export async function readTable(database: Database, job: TableJob): Promise<ReadTable> {
  const {table, source, door} = job;
  const base = `base_${job.id}`;
  const {files, from, looked} = await loadBase(database, {job, base});
  const columns = recordColumns(table, from);
  await countMasked(database, {base, table, from, door});
  await assertFilled(database, {base, table, source, from, mappings: job.folder.mappings});
  const select = `select ${columns.map(({name, sql}) => `${sql} as ${identifier(name)}`).join(", ")} from ${base}`;
  const sqls = new Map(columns.map(({name, sql}) => [name, sql]));
  const read: ReadTable = {source, table, from, files, base, made: base, select, columns: sqls, looked};
  await rejectCells(database, {base, table, from});
  await rejectRuinedIds(database, read);
  await rejectRecords(database, {base, source, table, from});
  await rejectScores(database, read, job.folder);
  addNotes([read], await textNotes(database, read));
  addNotes([read], await spellingNotes(database, read));
  const counted = await countMonths(database, read);
  addNotes([read], await emptiedNotes(database, read, {mappings: job.folder.mappings, counted}));
  addNotes([read], namedMonthNotes(counted));
  addNotes([read], await moneyNotes(database, read));
  addNotes([read], await shortenedIdNotes(database, read));
  addNotes([read], await equalRowNotes(database, read));
  if (!table.fold) {
    addNotes([read], await settleRepeats(database, [read]));
    return read;
  }
  const kept = await rowsKept(database, read);
  await foldEvents(database, base, table.fold);
  return {...read, kept};
}

/** Up to here each text is searched for what is personal. */
const fewRows = 1_000;

/** Makes the base table: straight from a regular file where nothing is missed by that, else by way of a table of its texts. */
async function loadBase(
  database: Database,
  {job, base}: {job: TableJob; base: string},
): Promise<Pick<ReadTable, "files" | "from" | "looked">> {
  const {folder, table, source, id, keep, hidden, door} = job;
  const raw = `raw_${id}`;
  const own = {raw, source, zone: folder.settings.time_zone, keep, hiddenIds: hidden};
  let loaded = await loadRecords(database, job, {mayStay: mayGoStraight(job)});
  if (loaded.inPlace) {
    const plain = {...own, rawColumns: loaded.columns};
    const straight = await loadStraight(database, {table, from: plain, file: loaded.inPlace, base, door});
    if (straight) return {files: noted(loaded), ...straight};
    await database.run(`drop view ${raw}`);
    loaded = await loadRecords(database, job);
  }
  const {columns, files} = loaded;
  const rows = files.reduce((sum, {rows_loaded}) => sum + rows_loaded, 0);
  return {files: noted(loaded), from: await typeTexts(database, {job, base, columns, rows})};
}

/** Makes the base table of the texts of a raw table. */
export async function typeTexts(
  database: Database,
  {job, base, columns: rawColumns, rows}: {job: TableJob; base: string; columns: readonly string[]; rows: number},
): Promise<BaseSource> {
  const {folder, table, source, id, keep, hidden, door} = job;
  const raw = `raw_${id}`;
  const own = {raw, source, zone: folder.settings.time_zone, keep, hiddenIds: hidden};
  const searched = readColumns({table, rawColumns}).filter(({role}) => role !== "verbatim");
  const traits = await columnTraits(database, raw, [...new Set(searched.map(({raw: column}) => column))]);
  const from = {...own, rawColumns, traits, isFew: rows <= fewRows};
  await learnNames(database, {table, from, door});
  const stored = recordColumns(table, from).filter(({isStored}) => isStored);
  const list = stored.map(({name}) => identifier(name)).join(", ");
  await door.counted(() =>
    database.run(`create table ${base} as\nselect ${list}, _ok from (${baseSql(table, from)}) as records`),
  );
  return from;
}

function noted({files, said}: Awaited<ReturnType<typeof loadRecords>>) {
  addNotes([{files}], said);
  return files;
}

/** Adds to what is said of the files of some tables. */
export function addNotes(tables: readonly Pick<ReadTable, "files">[], said: readonly Said[]): void {
  for (const {file, note} of said)
    for (const {files} of tables) files.find((each) => each.file === file)?.notes.push(note);
}

/** Rows of each file that records were made of: a row is one record, or one per question column. */
async function rowsKept(database: Database, {base, table: {items}}: ReadTable): Promise<ReadonlyMap<string, number>> {
  const rows = await database.rows(
    `select _file as file, ${items ? "count(distinct _row)" : "count(*)"} as rows from ${base} group by all`,
  );
  return new Map(rows.map((row) => [String(row.file), Number(row.rows)]));
}

/** A date that is not there is nothing unreadable; it counts as that where it fails most rows of a file. */
const blankDate = "(reason = 'not_date' and value is null)";

/** The accounts of a table whose records are settled: every row is kept, rejected or set aside. */
export async function accountsOf(database: Database, read: ReadTable, door: Door): Promise<ImportAccount[]> {
  const {source, table, from, base, made, files} = read;
  const row = rowSql(from);
  const own = `source = ${literal(source)} and entity = ${literal(table.entity)}`;
  const byFile = async (sql: string) =>
    new Map((await database.rows(sql)).map((row) => [String(row.file), Number(row.rows)]));
  const kept = read.kept ?? (await rowsKept(database, read));
  const count = await countSql(database, base);
  const records = await byFile(`select _file as file, ${count} as rows from ${base} group by all`);
  const [any] = await database.rows(`select count(*) as listed from rejects where ${own}`);
  const hasRejects = Number(any?.listed) > 0;
  // of a row with several questions one may be listed, the others count
  if (hasRejects)
    await database.run(
      `update rejects set severity = 'cell' where severity = 'row' and ${own} and (file, "row") in (select (_file, ${row}) from ${base})`,
    );
  // the rows that are listed, as they came; where nothing is listed, no record need be looked through
  const rows = `listed_${base}`;
  if (hasRejects)
    await database.run(
      `create temp table ${rows} as select * from ${from.raw} where (_file, _row) in (select (file, "row") from rejects where ${own})`,
    );
  const ofRejects = (sql: string) => (hasRejects ? byFile(sql) : new Map<string, number>());
  const listed = (severity: string) =>
    ofRejects(
      `select file, count(distinct "row") as rows from rejects where severity = '${severity}' and ${own} and (file, "row") in (select (_file, _row) from ${rows}) and (file, "row") not in (select (_file, ${row}) from ${base}) group by all`,
    );
  const [rejected, aside, outside] = [
    await listed("row"),
    await listed("aside"),
    table.where ? await byFile(outsideSql(table, from)) : new Map<string, number>(),
  ];
  const flawed = await ofRejects(
    `select file, count(distinct "row") as rows from rejects where severity <> 'aside' and not ${blankDate} and ${own} group by all`,
  );
  const undated = await ofRejects(
    `select file, count(distinct "row") as rows from rejects where ${blankDate} and ${own} group by all`,
  );
  if (hasRejects) {
    await keepRejectedRows(database, {table, from: {...from, raw: rows}, entity: table.entity});
    await database.run(`drop table ${rows}`);
  }
  await database.run(`drop ${from.isView ? "view" : "table"} ${from.raw}`);
  return files.map((file) => {
    const of = (counts: ReadonlyMap<string, number>) => counts.get(file.file) ?? 0;
    return {
      ...shownAccount(file, door),
      source,
      entity: table.entity,
      table: made,
      row: made === base ? row : "_row",
      rows_kept: of(kept),
      rows_rejected: file.rows_rejected + of(rejected),
      rows_set_aside: file.rows_set_aside + of(aside) + of(outside),
      records: of(records),
      rows_with_rejects: of(flawed) + (2 * of(undated) > file.rows_in ? of(undated) : 0),
    };
  });
}
