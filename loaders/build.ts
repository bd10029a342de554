import {copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {makeAudience} from "./audience-site.js";
import {closingOf} from "./closing.js";
import {countedReport} from "./counted.js";
import {rawFolder} from "./database/work-folder.js";
import {drawReport} from "./draw/draw.js";
import {finishedSite, passwordBefore, passwordFor} from "./locked/copy.js";
import {readableEditions} from "./locked/editions.js";
import {makeSite, type SiteWork} from "./make-site.js";
import type {Progress} from "./messages/progress.js";
import {openThreads, type Threads} from "./program/threads.js";
import type {ReadReport} from "./publish/report.js";
import {addEditions, assertAccepted, type Candidate, candidate, heldEditions, keepEdition} from "./publishing.js";
import {rememberedTasks} from "./remembered.js";
import {audiencesOf} from "./report/audiences.js";
import {type ReportFolder, readReportFolder} from "./report/folder.js";
import {writeFrontPages} from "./site/audience-pages.js";
import {fillWorkspace, hasOwnPages} from "./site/content/write.js";
import {takeLock} from "./site/lock.js";
import {assertApart, checkedOutput, swapOutput, sweepOutput, workFolder} from "./site/output.js";
import {programState, reportState} from "./states.js";
import {tasks} from "./tasks.js";
import {type Made, siteState} from "./unchanged.js";

export interface BuildOptions {
  readonly report: string;
  readonly out: string;
  readonly month?: string | undefined;
  readonly progress: Progress;
  /** Takes nothing from the last build; defaults to false. */
  readonly full?: boolean | undefined;
  /** Makes it an edition: kept in the site and in the history of the report folder. */
  readonly publish?: {
    /** Why a large change beside the last edition is as it should be. */
    readonly accept?: string | undefined;
    readonly onCompared: (candidate: Candidate) => void;
  };
}

export interface Built {
  readonly read: ReadReport;
  readonly drawn: ReturnType<typeof drawReport>;
  /** What to look at first, for who has run the command. */
  readonly closing: Made["closing"];
}

/**
 * The pipeline on one page: read → model → check → publish → figures → site → downloads.
 * Everything is written beside the output and renamed at the end: whatever happens, the last good site stands.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const {report, out, publish} = options;
  const output = checkedOutput(out, {report});
  const locks = [takeLock(`${output}.lock`, {what: `--out ${out}`})];
  try {
    if (publish) locks.push(takeLock(join(report, "history", ".lock"), {what: `--report ${report}`}));
    return await buildInto(output, options);
  } finally {
    for (const release of locks) release();
  }
}

async function buildInto(output: string, {report, out, month, progress, full, publish}: BuildOptions): Promise<Built> {
  sweepOutput(output);
  const program = programState();
  const stateOf = stateBefore({report, month, program});
  const work = workFolder(output);
  const raw = rawFolder(report);
  const threads = openThreads(tasks);
  let tables: Promise<void> | undefined;
  try {
    const held = heldEditions(output);
    const past = readableEditions(output, {to: join(work, "past"), password: passwordBefore(report), held});
    const folder = readReportFolder(report);
    // Before a long reading, since the build ends with it.
    const password = passwordFor(folder);
    const remembered = rememberedTasks(threads, {output, work, full, isLocked: password !== undefined, program});
    const laid = laidBefore(folder, {work, threads});
    const rejects = `${output}.rejects`;
    const counted = await countedReport(report, {month, work, raw, rejects, remembered, progress});
    const {read, isCounted} = counted;
    tables = counted.tables;
    assertApart(out, read.folder.exportsPath, {zh: "导出文件夹", en: "the exports folder"});
    const drawn = drawReport(read);
    const found = publish && candidate(read, {drawn});
    if (found && publish) {
      publish.onCompared(found);
      assertAccepted(found, {accept: publish.accept, file: `--report ${report}`});
    }
    const editions = [...new Set([...held, ...(found ? [found.edition.id] : [])])].sort();
    const audiences = audiencesOf(read.folder.settings.audiences);
    const edition = found?.edition.id;
    const {month: own} = read.period;
    const whole = {drawn, published: read.published};
    const parts = await inTurn(audiences, (audience) =>
      makeAudience({report, month: own, audience, whole, edition, output, work, threads: remembered, progress}),
    );
    if (parts.length > 0) writeFrontPages(join(work, "src"), {whole, parts});
    const site = await makeSite(read, {
      drawn,
      extras: {editions, audiences},
      work,
      threads: remembered,
      progress,
      tables,
      laid,
    });
    remembered.keep();
    addEditions(site, {id: edition, from: past});
    if (parts.length > 0) renameSync(join(work, "audiences"), join(site, "audiences"));
    if (isCounted) keepRejects(join(raw, "rejected"), rejects);
    const closing = closingOf(read, drawn);
    const made: Made = {state: stateOf(own), month: own, site: siteState(site), closing};
    const finished = await finishedSite(site, {work, output, languages: read.folder.settings.languages, password});
    // What a locked site was made from is nobody's business.
    swapOutput(finished, {output, work, made: password === undefined ? `${JSON.stringify(made)}\n` : ""});
    // The site first: what is in the history is surely to be seen.
    if (found && !found.isSame)
      keepEdition(found, {folder: read.folder.path, accept: publish?.accept, now: new Date()});
    progress.line("done", {what: out});
    return {read, drawn, closing};
  } finally {
    await Promise.allSettled([threads.close(), tables]);
    for (const folder of [raw, work]) rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * Gathers the pages, and has them laid out by another thread while records are counted. Not where pages are made from
 * what is counted, nor where one of the report's own may read the data.
 */
function laidBefore(
  {path, settings: {languages, audiences}}: ReportFolder,
  {work, threads}: {work: string; threads: Threads<typeof tasks>},
): SiteWork["laid"] {
  const workspace = join(work, "src");
  fillWorkspace(workspace, {report: path, languages});
  if (audiencesOf(audiences).length > 0 || hasOwnPages(path)) return undefined;
  const laid = threads.run("pages", {workspace, output: join(work, "site"), languages});
  laid.catch(() => {}); // it is awaited when the pages are needed
  return laid;
}

/** One after the other: each takes the memory of a whole build. */
async function inTurn<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}

/** What the report folder is before it is read; "" where reading it will say what is wrong with it. */
function stateBefore(what: Parameters<typeof reportState>[0]): ReturnType<typeof reportState> {
  try {
    return reportState(what);
  } catch {
    return () => "";
  }
}

/** Rejected rows as they came, personal data and all: beside the site, never in it. */
function keepRejects(from: string, to: string): void {
  rmSync(to, {recursive: true, force: true});
  if (!existsSync(from)) return;
  mkdirSync(to, {mode: 0o700});
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name)); // the report may be on another disk
}
