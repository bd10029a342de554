import {globSync} from "tinyglobby";
import {setClock} from "../database/clock.js";
import type {Database} from "../database/database.js";
import {type EntityName, entityNames} from "../mapping/entities/entities.js";
import {hiddenIds} from "../mapping/hidden.js";
import type {Mapping, TableMapping} from "../mapping/mapping.js";
import {createRejects} from "../readers/intake/rejects.js";
import type {ReportFolder} from "../report/folder.js";
import type {Door} from "../scan/door.js";
import type {ImportAccount, Imported} from "./account.js";
import {type SourceSelect, tellIdsApart} from "./alike-ids.js";
import {allRecordsSql, ownDimensionsSql} from "./all.js";
import {findHeadline, withHeadline} from "./headline.js";
import {customersFirst} from "./personal.js";
import {accountsOf, addNotes, readTable} from "./read-table.js";
import type {ReadTable} from "./read-table-shape.js";
import {createRejectedRows, returnedFiles} from "./rejects/rows.js";
import {datesOf} from "./rejects/take-out.js";
import {settleRepeats} from "./repeats.js";
import {readStaying} from "./staying.js";
import type {StayingRecords} from "./staying-shape.js";
import {mergeSupplements} from "./supplements.js";
import {unknownCustomers} from "./unknown-customers.js";

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
  await setClock(database, folder.settings.time_zone);
  await createRejects(database.connection);
  await createRejectedRows(database);
  const read: (ReadTable & {readonly place: number})[] = [];
  let staying: StayingRecords | undefined;
  const mapped = new Set<string>();
  const every = folder.mappings.flatMap((mapping) => mapping.tables.map((table, index) => ({mapping, table, index})));
  const hidden = hiddenIds(every.map(({table}) => table));
  const readers = new Map<string, Set<string>>();
  for (const {place, mapping, index, table} of customersFirst(every)) {
    const names = namesOf(table, {mapping, folder});
    // A whole export may be missing this month: the pages it feeds say so.
    if (names.length === 0) continue;
    for (const name of names) mapped.add(name);
    const {source} = mapping;
    const suffix = mapping.tables.filter((other, at) => at < index && other.entity === table.entity).length;
    const id = `${source}__${table.entity}${suffix === 0 ? "" : `_${suffix + 1}`}`;
    const readBefore = readers.get(`${source} ${table.entity}`) ?? new Set();
    const alike = mapping.tables.filter((other) => other !== table && other.entity === table.entity);
    const siblings = new Set(alike.flatMap((other) => Object.keys(other.columns)));
    const job = {folder, table, place: index, source, id, names, readBefore, siblings, keep, door, hidden};
    const {clickhouse} = table;
    if (clickhouse?.stay) {
      const looked = await readStaying(database, job, clickhouse);
      read.push({place, ...looked.read});
      staying = looked.staying;
    } else read.push({place, ...(await readTable(database, job))});
    readers.set(`${source} ${table.entity}`, new Set([...readBefore, ...names]));
  }
  read.sort((one, other) => one.place - other.place);
  const headline = await findHeadline(database, {read, mappings: folder.mappings});
  addNotes(
    read.filter(({table}) => table.entity === "surveys"),
    headline.said,
  );
  const {accounts, selects} = await settle(database, read, {door, onTable});
  const apart = await tellIdsApart(database, selects);
  for (const {source, entity, note} of apart.said)
    accounts.find((account) => account.source === source && account.entity === entity)?.notes.push(note);
  staying?.assertSame(apart.selects);
  for (const entity of entityNames) {
    const own = (apart.selects.get(entity) ?? []).map(({select}) => select);
    const named = entity === "surveys" ? own.map((select) => withHeadline(select, headline)) : own;
    await database.run(await allRecordsSql(database, entity, named));
  }
  await database.run(await ownDimensionsSql(database));
  for (const {source, entity, note} of await unknownCustomers(database, staying))
    accounts.find((account) => account.source === source && account.entity === entity)?.notes.push(note);
  const unmapped = globSync("**/*", {cwd: folder.exportsPath, dot: false})
    .filter((name) => !mapped.has(name))
    .sort();
  return {accounts, unmapped: unmapped.map(door.hide), staying};
}

/** The files that a table of a mapping reads, rejected rows that came back corrected among them; or its table in a cluster. */
function namesOf(table: TableMapping, {mapping, folder}: {mapping: Mapping; folder: ReportFolder}): readonly string[] {
  if (table.clickhouse) return [table.clickhouse.table];
  const files = [...(table.files ?? []), ...returnedFiles(mapping, table.entity)];
  return globSync(files, {cwd: folder.exportsPath, expandDirectories: false}).sort();
}

/** Tables of one source and entity answer for each other: an id counts once, what one lacks another adds. */
async function settle(
  database: Database,
  read: readonly ReadTable[],
  {door, onTable}: {door: Door; onTable: (account: ImportAccount) => void},
): Promise<{accounts: ImportAccount[]; selects: Map<EntityName, SourceSelect[]>}> {
  const accounts: ImportAccount[] = [];
  const selects = new Map<EntityName, SourceSelect[]>();
  const groups = new Map<string, ReadTable[]>();
  for (const each of read) {
    const key = `${each.source} ${each.table.entity}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const tables of groups.values()) {
    const {entity} = tables[0]!.table;
    const dated = tables.filter(({table}) => datesOf(table).at.length > 0);
    const alike = dated.length > 0 ? dated : tables;
    // customers known to several tables become one card
    if (entity !== "customers" && alike.length > 1) addNotes(tables, await settleRepeats(database, alike));
    const made = entity === "customers" ? tables : await mergeSupplements(database, tables);
    for (const each of tables) {
      const own = await accountsOf(database, made.find(({base}) => base === each.base) ?? each, door);
      own.forEach(onTable);
      accounts.push(...own);
    }
    selects.set(entity, [...(selects.get(entity) ?? []), ...made.map(({source, select}) => ({source, select}))]);
  }
  return {accounts, selects};
}
