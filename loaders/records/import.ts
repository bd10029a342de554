import {globSync} from "tinyglobby";
import type {Database} from "../database/database.js";
import {type EntityName, entityNames} from "../mapping/entities/entities.js";
import {hiddenIds} from "../mapping/hidden.js";
import {createRejects} from "../readers/intake/rejects.js";
import type {ReportFolder} from "../report/folder.js";
import type {Door} from "../scan/door.js";
import type {ImportAccount, Imported} from "./account.js";
import {allRecordsSql, ownDimensionsSql} from "./all.js";
import {customersFirst} from "./personal.js";
import {createRejectedRows, returnedFiles} from "./rejects/rows.js";
import {importTable} from "./table.js";

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
