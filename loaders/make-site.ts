import {cpSync, existsSync} from "node:fs";
import {join} from "node:path";
import {pages} from "../src/pages.js";
import {drawBook} from "./downloads/pictures.js";
import {downloadInput, downloadReport} from "./downloads/report.js";
import type {drawReport} from "./draw/draw.js";
import type {Progress} from "./messages/progress.js";
import type {Threads} from "./program/threads.js";
import {writeJson} from "./publish/json.js";
import type {ReadReport} from "./publish/report.js";
import {withParquetTexts} from "./scan/parquet-texts.js";
import {checkOutputs, type ScanOptions, scanOutputs} from "./scan/scan.js";
import {buildSite} from "./site/build.js";
import type {Piece} from "./site/config.js";
import {listDownloads} from "./site/content/downloads.js";
import {hasOwnPages, type SiteExtras, writeData} from "./site/content/write.js";
import type {PagePictures} from "./site/html/figure.js";
import type {tasks} from "./tasks.js";

/** A folder that one site is made in: `src` for its pages, `parquet` and `rejects` as they were written, `site` in the end. */
export interface SiteWork {
  readonly work: string;
  readonly threads: Threads<typeof tasks>;
  readonly progress: Progress;
  /** Kept when the published tables lie in `parquet`. */
  readonly tables: Promise<void>;
  /** The pieces of pages that are laid out in `site` already; defaults to none being there. */
  readonly laid?: Promise<readonly Piece[]> | undefined;
}

interface ToMake extends SiteWork {
  readonly drawn: ReturnType<typeof drawReport>;
  readonly extras: SiteExtras;
}

/** From what was read and drawn to a finished site in `work/site`: pages, downloads, manifest; nothing personal in any byte. */
export async function makeSite(read: ReadReport, to: ToMake): Promise<string> {
  const {work, threads, progress} = to;
  const site = join(work, "site");
  const scan = scanOf(read, threads);
  // Pictures and pages in memory go with it, before every file is looked through.
  const apart = await writeSite(read, {...to, site, scan});
  progress.line("site", {what: ""});
  await threads.workUntil(
    withParquetTexts((readParquet) => checkOutputs(site, {...scan, readParquet, apart, report: read.folder.path})),
  );
  progress.line("scan", {what: ""});
  return site;
}

/** What is looked for in all that is written, and by whom. */
function scanOf(read: ReadReport, threads: SiteWork["threads"]): ScanOptions {
  // Whoever signs a note means to be named, and the digits of a file's fingerprint may look like a telephone number.
  const allowed = [
    ...(read.rules.privacy?.allowed ?? []),
    ...read.notes.map(({author}) => author),
    ...read.imported.accounts.map(({sha256}) => sha256),
  ];
  return {allowed, names: read.hiddenNames, look: (share) => threads.run("look", share)};
}

/** Writes pages and downloads; the downloads are looked through while the pages are finished. */
async function writeSite(
  read: ReadReport,
  {drawn, extras, work, site, threads, progress, laid, tables, scan}: ToMake & {site: string; scan: ScanOptions},
): Promise<NonNullable<ScanOptions["apart"]>> {
  const [workspace, rejects] = [join(work, "src"), join(work, "rejects")];
  const {languages, lists} = read.folder.settings;
  writeData(join(workspace, "data"), read, {drawn, ...extras, tables: hasOwnPages(read.folder.path)});
  progress.line("figures", {what: "", rows: Object.keys(drawn[languages[0]!]?.figures ?? {}).length});
  // Rejected rows are single records: without lists they stay beside the site.
  if (lists && existsSync(rejects)) cpSync(rejects, join(workspace, "downloads", "rejects-listed"), {recursive: true});
  const files = writeFiles(read, {drawn, tables, parquet: join(work, "parquet"), workspace, threads, progress});
  const leaks = files.then(() =>
    withParquetTexts((readParquet) => scanOutputs(join(workspace, "downloads"), {...scan, readParquet})),
  );
  for (const promised of [files, leaks]) promised.catch(() => {}); // they are awaited when they are needed
  await buildSite({workspace, output: site, languages, laid, downloads: () => threads.workUntil(files)});
  cpSync(join(workspace, "data", "manifest.json"), join(site, "manifest.json"));
  return {name: "downloads", leaks};
}

/** Draws the pictures and writes the downloads, beside the pages; gives the pictures to them. */
async function writeFiles(
  read: ReadReport,
  {
    drawn,
    tables,
    parquet,
    workspace,
    threads,
    progress,
  }: {
    drawn: ReturnType<typeof drawReport>;
    tables: Promise<void>;
    parquet: string;
    workspace: string;
    threads: Threads<typeof tasks>;
    progress: Progress;
  },
): Promise<PagePictures> {
  const folder = join(workspace, "downloads");
  const input = downloadInput(read, {drawn});
  const faces = new Set(pages.flatMap(({front = []}) => front.map(({figure}) => figure)));
  const book = drawBook(input, {threads, faces});
  const downloads = await downloadReport(read, {
    ...{input, parquet: tables.then(() => parquet), folder, threads, book},
    onMessage: (message) => progress.note?.(message),
  });
  await tables;
  const list = listDownloads(folder, {month: read.period.month, drawn, downloads});
  writeJson(join(workspace, "data"), "downloads.json", list);
  progress.line("downloads", {what: "", rows: downloads.length});
  return book.whole;
}
