import {type Database, openDatabase} from "./database/database.js";
import {earlierEditions} from "./history/edition.js";
import {loadFrozenTiers} from "./history/frozen-tiers.js";
import {pastEditions} from "./history/past.js";
import {snapshot} from "./history/snapshot.js";
import {entityNames} from "./mapping/entities/entities.js";
import {openPrivacy} from "./mapping/privacy.js";
import type {Progress} from "./messages/progress.js";
import {proveChecks, readModels, runModels} from "./models/run.js";
import {lastWholeMonth, wholeMonths} from "./months/choose.js";
import {tellAsOf} from "./months/later.js";
import {lastLeavingMonth} from "./months/leaving.js";
import {judgedOf} from "./months/sources.js";
import {readStreams} from "./months/streams.js";
import {loadMonths} from "./months/tables.js";
import {unsentTables} from "./months/unsent.js";
import {publish} from "./publish/publish.js";
import type {Counted, ReadReport} from "./publish/report.js";
import {marksOf} from "./publish/view.js";
import type {Imported} from "./records/account.js";
import {assertAudiences} from "./records/audience/columns.js";
import {limitRecords, ownRules} from "./records/audience/limit.js";
import {copiedStaging, databaseLimits} from "./records/database-limits.js";
import {importRecords} from "./records/import.js";
import {loadImports} from "./records/imports.js";
import {assertAccounts, assertRejectLimit, assertSomethingRead} from "./records/limits.js";
import {loadMentions} from "./records/mentions.js";
import {exportFiles, loadPrivacy, staffNames} from "./records/personal.js";
import {whileUnchanged} from "./records/unchanged.js";
import {loadUnread} from "./records/unread.js";
import {type Audience, audiencesOf} from "./report/audiences.js";
import {churnRuleOf, settleChurn} from "./report/churn-rule.js";
import {loadHours} from "./report/hours.js";
import {settlePeriod} from "./report/period.js";
import {type Labels, loadReferences, unreadReferences} from "./report/reference.js";
import {loadRules} from "./report/rule-tables.js";
import {settingFiles} from "./report/setting-files.js";
import type {Door} from "./scan/door.js";
import {readSettings, type Settings, settingsFor} from "./settings.js";

interface Asked {
  readonly month?: string | undefined;
  /** Reads no records but theirs; what was said and published of the whole stays out. Defaults to the whole. */
  readonly audience?: Audience | undefined;
}

interface Counting extends Asked {
  readonly temp: string;
  readonly progress: Progress;
  /** What to do while the database is open, e.g. write Parquet. */
  readonly use?: (database: Database, found: Settings & Counted & {door: Door}) => Promise<void>;
  /** Whether `use` finds every table of the models; defaults to false: only what is published. */
  readonly keepsAll?: boolean;
}

/**
 * From a report folder to published tables: read → model → check → publish, in one DuckDB.
 *
 * @throws ReportError(s) for what the user must mend
 */
export async function readReport(folderPath: string, options: Counting): Promise<ReadReport> {
  const settings = settingsFor(folderPath, options.audience);
  return reportOf(settings, await countReport(settings, options));
}

/** What is read and counted, in which nothing hangs on what drawing alone reads. */
export async function countReport(
  settings: Settings,
  {month, temp, progress, use = async () => {}, keepsAll = false, audience}: Counting,
): Promise<Counted> {
  const database = await openDatabase({temp, ...databaseLimits(settings.folder)});
  try {
    const {door, imported, ...records} = await readRecords(database, {...settings, progress, audience});
    const mayBeEmpty = audience !== undefined;
    const {staying, ...settled} = await settle(database, {...settings, ...records, imported, month, mayBeEmpty});
    const {path} = settings.folder;
    const work = {staying, progress, keepsAll, temp};
    const {month: told} = settled.period;
    const last = audience ? undefined : earlierEditions(path, told).at(-1);
    await loadFrozenTiers(database, last);
    const {models, ...counted} = await countRecords(database, {...settings, ...settled, ...work});
    const written = {published: counted.published, accounts: settled.imported.accounts, folder: path, models};
    const taken =
      told && !audience ? {snapshot: await snapshot(database, {...written, month: told, earlier: last?.month})} : {};
    const found = {...records, ...settled, ...counted, ...taken, hiddenNames: door.hiddenNames()};
    const rows = Object.values(counted.published).reduce((sum, table) => sum + table.length, 0);
    progress.line("publish", {what: "", rows});
    await use(database, {...settings, ...found, door});
    return found;
  } finally {
    database.close();
  }
}

/** What was counted, with all that is said of it. */
export function reportOf({folder, rules, notes}: Settings, counted: Counted): ReadReport {
  const {graph, snapshot: taken, period} = counted;
  const own = notes.filter(({month: of}) => of <= (period.month ?? of));
  if (!taken) return {...counted, folder, rules, notes: own};
  const known = {...taken, settings: settingFiles(folder.path)};
  const past = pastEditions(known, {graph, editions: earlierEditions(folder.path, taken.month)});
  return {...counted, folder, rules, notes: own, past, snapshot: known};
}

/**
 * What the exports of a report folder hold and which month it would tell of, without counting anything: enough to say
 * whether a mapping reads.
 *
 * @throws ReportError(s) for what the user must mend
 */
export async function readExports(
  folderPath: string,
  {temp, progress}: {temp: string; progress: Progress},
): Promise<{accounts: Imported["accounts"]; month: string | undefined}> {
  const settings = readSettings(folderPath);
  const database = await openDatabase({temp, ...databaseLimits(settings.folder)});
  try {
    const records = await readRecords(database, {...settings, progress});
    const {period} = await settle(database, {...settings, ...records, month: undefined});
    return {accounts: records.imported.accounts, month: period.month};
  } finally {
    database.close();
  }
}

type Records = Omit<Awaited<ReturnType<typeof readRecords>>, "door">;
type Settled = Awaited<ReturnType<typeof settle>>;
type Work = Required<Pick<Counting, "keepsAll" | "temp" | "progress">>;

/** Exports, codes and rules, as tables; every row of an export is accounted for. */
export async function readRecords(
  database: Database,
  {folder, rules, progress, audience}: Settings & {progress: Progress; audience?: Audience | undefined},
) {
  const door = await openPrivacy(database, {
    folder: folder.path,
    saltFile: rules.privacy?.salt_file,
    exports: () => exportFiles(folder),
  });
  const read = await whileUnchanged({paths: exportFiles(folder), folder: folder.exportsPath}, () =>
    importRecords(database, folder, {
      door,
      keep: rules.privacy?.keep ?? [],
      onTable: (account) =>
        progress.line("read", {
          what: `${account.file}${account.sheet ? ` [${account.sheet}]` : ""} → ${account.entity}`,
          rows: account.rows_in,
        }),
    }),
  );
  assertSomethingRead(read, folder);
  assertAccounts(read);
  await assertRejectLimit(database, {accounts: read.accounts, folder});
  await assertAudiences(database, audiencesOf(folder.settings.audiences));
  // Whether a month is whole is seen in all its records.
  const vouched = audience ? wholeMonths(judgedOf(folder, await readStreams(database, read.accounts))) : [];
  const imported = audience ? await limitRecords(database, read, audience) : read;
  const labels = await loadReferences(database, folder.path);
  door.exempt([...(await staffNames(database)), ...Object.values(labels).flatMap(namesOf)]);
  await loadRules(database, audience ? await ownRules(database, rules) : rules, folder.settings);
  await loadPrivacy(database, {folder, accounts: imported.accounts, door});
  const own = await database.rows("select distinct dimension from own_dimensions");
  await loadUnread(database, {
    exports: imported.unmapped,
    references: unreadReferences(
      Object.keys(labels),
      own.map(({dimension}) => String(dimension)),
    ),
  });
  return {door, imported, labels, vouched};
}

/** What every source has of every month, the month of the report, and the rule by which customers are lost. */
async function settle(
  database: Database,
  {
    folder,
    rules,
    imported,
    month,
    vouched,
    mayBeEmpty = false,
  }: Settings & Records & {month: string | undefined; mayBeEmpty?: boolean},
) {
  const asked = month ?? folder.settings.month;
  const streams = await readStreams(database, imported.accounts);
  const all = judgedOf(folder, streams, {asked, vouched});
  const churn = await churnRuleOf(database, rules);
  const whole = {judged: all, accounts: imported.accounts, vouched: [...folder.settings.complete_months, ...vouched]};
  const period = await settlePeriod(database, {
    asked,
    lastWhole: (churn.rule === "left_date" && (await lastLeavingMonth(database, whole))) || lastWholeMonth(all),
    windowMonths: folder.settings.window_months,
    serviceLevel: rules.service_level,
    timeZone: folder.settings.time_zone,
    mayBeEmpty,
  });
  const {accounts, judged} = await tellAsOf(database, {
    ...{month: period.month, isAsked: asked !== undefined, folder, vouched},
    ...{accounts: imported.accounts, streams, all},
  });
  await loadImports(database, accounts);
  await loadHours(database, rules.hours);
  await loadMonths(database, {
    ...{judged, accounts, month: period.month, churnRule: churn.rule},
    unsent: unsentTables(folder, accounts),
    vouched: whole.vouched,
  });
  await settleChurn(database, {rules, churn});
  await loadMentions(database);
  return {period, churn, staying: imported.staying, imported: {unmapped: imported.unmapped, accounts}};
}

/** Runs the models, proves the checks, publishes the marts. */
async function countRecords(database: Database, told: Settings & Settled & Work) {
  const {folder, period, staying, progress, keepsAll, temp, imported} = told;
  const models = await readModels(database);
  const empty = await runModels(database, models, {
    onModel: (model, {rows}) => progress.line("model", {what: model.name, rows}),
    ...{keepsAll, copied: copiedStaging(folder, imported.accounts)},
    there: staying && {staying: {...staying, select: await staying.select()}, temp},
  });
  await staying?.assertUnchanged();
  await proveChecks(database, models, {empty});
  const events = await database.rows(
    "select month_of(event_date) as month, label_zh, label_en, metric, is_break from stg_events where event_date is not null order by event_date, label_zh",
  );
  const marts: Record<string, readonly string[]> = {};
  const published = await publish(database, {
    empty,
    preset: folder.settings.small_n,
    through: period.month,
    marks: marksOf(events, "zh"),
    lists: folder.settings.lists,
    onRead(table, mart) {
      marts[table] = [...(marts[table] ?? []), mart];
    },
  });
  const graph = {models: models.map(({name, file, reads}) => ({name, file, reads})), marts};
  return {models, published, events, entities: await presentEntities(database), graph};
}

const namesOf = (labels: Labels[string]): string[] => Object.values(labels).flatMap(({zh, en}) => [zh, en]);

async function presentEntities(database: Database): Promise<Set<string>> {
  const counts = await Promise.all(
    entityNames.map(async (name) => ({name, rows: await database.rows(`select 1 from all_${name} limit 1`)})),
  );
  return new Set(counts.filter(({rows}) => rows.length > 0).map(({name}) => name));
}
