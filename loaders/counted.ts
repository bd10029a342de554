import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
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

/** Written while the database is open: the published tables, and rejected rows as they may be shown. */
const folders = ["parquet", "rejects"] as const;

interface Kept {
  readonly counted: Counted;
  /** By path in the work folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly hasRejects: boolean;
  /** Of the editions that were read. */
  readonly editions: string;
}

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
): Promise<{read: ReadReport; isCounted: boolean}> {
  const settings = settingsFor(report, audience);
  const count = async (): Promise<Kept> => {
    const counted = await countReport(settings, {
      ...{month, audience, temp: raw, progress},
      use: async (database, found) => {
        await writeParquet(database, found, {json: join(work, "json"), parquet: join(work, "parquet")});
        if (rejects === undefined) return;
        await writeRejects(database, found, {masked: join(work, "rejects"), whole: join(raw, "rejected")});
      },
    });
    const editions = editionsState(settings.folder.path, counted.period.month);
    return {counted, files: filesIn(work), hasRejects: existsSync(join(raw, "rejected")), editions};
  };
  const {result, isNew} = await remembered.once(
    countedState(settings, {month, audience, program: remembered.program}),
    count,
    {
      holds: (kept) =>
        kept.hasRejects === (rejects !== undefined && existsSync(rejects)) && sameEditions(settings.folder.path, kept),
    },
  );
  if (!isNew) {
    for (const [name, bytes] of result.files) {
      mkdirSync(dirname(join(work, name)), {recursive: true});
      writeFileSync(join(work, name), bytes);
    }
    progress.line("counted", {what: ""});
  }
  return {read: reportOf(settings, result.counted), isCounted: isNew};
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

const filesIn = (work: string): Map<string, Uint8Array> =>
  new Map(
    folders
      .filter((folder) => existsSync(join(work, folder)))
      .flatMap((folder) => readdirSync(join(work, folder)).map((name) => `${folder}/${name}`))
      .map((name) => [name, readFileSync(join(work, name))]),
  );
