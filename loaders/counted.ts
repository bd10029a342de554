import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Progress} from "./messages/progress.js";
import {keptFor, type Remembering} from "./program/remembered.js";
import {writeParquet} from "./publish/parquet.js";
import type {Counted, ReadReport} from "./publish/report.js";
import {countReport, reportOf} from "./read-report.js";
import {writeRejects} from "./records/rejects/write.js";
import {keptFolder} from "./remembered.js";
import type {Audience} from "./report/audiences.js";
import {settingsFor} from "./settings.js";
import {countedState, editionsState, programState} from "./states.js";
import type {tasks} from "./tasks.js";

interface Kept {
  readonly counted: Counted;
  /** Rejected rows as they may be shown. */
  readonly rejected: Files;
  readonly hasRejects: boolean;
  /** Of the editions that were read. */
  readonly editions: string;
}

/** Contents by name. */
type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Reads and counts a report into a work folder, or takes what the last build counted where everything that is read and
 * counted is as it was: then a note, a target, a page of one's own is only drawn. Nothing raw is kept for it but names
 * that may stand nowhere, locked with what only who has the exports can know.
 *
 * @param options.raw a folder for records, gone with the build; rejected rows as they came go there, in `rejected`
 * @param options.rejects where those of the last build lie; they are not kept twice
 */
export async function countedReport(
  report: string,
  {
    month,
    audience,
    work,
    raw,
    rejects,
    remembered,
    progress,
  }: {
    month: string | undefined;
    audience?: Audience | undefined;
    work: string;
    raw: string;
    rejects?: string;
    remembered: Remembering<typeof tasks>;
    progress: Progress;
  },
): Promise<{
  read: ReadReport;
  isCounted: boolean;
  /** Kept when the published tables are written as Parquet, if that is wanted. */
  tables: Promise<void>;
}> {
  const settings = settingsFor(report, audience);
  const masked = join(work, "rejects");
  const count = async (): Promise<Kept> => {
    const counted = await countReport(settings, {
      ...{month, audience, temp: raw, progress},
      use: async (database, found) => {
        if (rejects !== undefined) await writeRejects(database, found, {masked, whole: join(raw, "rejected")});
      },
    });
    const editions = editionsState(settings.folder.path, counted.period.month);
    return {counted, rejected: filesIn(masked), hasRejects: existsSync(join(raw, "rejected")), editions};
  };
  const state = countedState(settings, {month, audience, program: remembered.program});
  const {result, isNew} = await remembered.once(state, count, {
    holds: (kept) =>
      kept.hasRejects === (rejects !== undefined && existsSync(rejects)) && sameEditions(settings.folder.path, kept),
  });
  if (!isNew) {
    writeFiles(masked, result.rejected);
    progress.line("counted", {what: ""});
  }
  const {counted, editions} = result;
  const tables = settings.folder.settings.downloads.includes("tables")
    ? writeTables(counted, {state: state && `tables ${state} ${editions}`, work, remembered})
    : Promise.resolve();
  tables.catch(() => {}); // they are awaited when they are needed
  return {read: reportOf(settings, counted), isCounted: isNew, tables};
}

/** The report as the last build into `output` counted it, where everything that is read and counted is as it was. */
export function countedBefore(
  report: string,
  {month, output}: {month: string | undefined; output: string},
): ReadReport | undefined {
  const settings = settingsFor(report);
  const program = programState();
  const state = countedState(settings, {month, program});
  const kept = state === undefined ? undefined : keptFor<Kept>(state, {folder: keptFolder(output), program});
  return kept && sameEditions(settings.folder.path, kept) ? reportOf(settings, kept.counted) : undefined;
}

/** Whether the editions that were read are those that are there. */
const sameEditions = (path: string, {counted, editions}: Kept): boolean =>
  editions === editionsState(path, counted.period.month);

/** The published tables as Parquet, beside whatever else is done. */
async function writeTables(
  {published}: Counted,
  {state, work, remembered}: {state: string | undefined; work: string; remembered: Remembering<typeof tasks>},
): Promise<void> {
  const parquet = join(work, "parquet");
  const {result, isNew} = await remembered.once(state, async () => {
    await writeParquet(published, {json: join(work, "json"), parquet});
    return filesIn(parquet);
  });
  if (!isNew) writeFiles(parquet, result);
}

const filesIn = (folder: string): Files =>
  new Map((existsSync(folder) ? readdirSync(folder) : []).map((name) => [name, readFileSync(join(folder, name))]));

function writeFiles(folder: string, files: Files): void {
  if (files.size > 0) mkdirSync(folder, {recursive: true});
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}
