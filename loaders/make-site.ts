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
import type {FileShare} from "./scan/look.js";
import {withParquetTexts} from "./scan/parquet-texts.js";
import {checkOutputs} from "./scan/scan.js";
import {buildSite} from "./site/build.js";
import {listDownloads} from "./site/content/downloads.js";
import {type SiteExtras, writeData} from "./site/content/write.js";
import type {PagePictures} from "./site/html/figure.js";
import type {tasks} from "./tasks.js";

/** A folder that one site is made in: `src` for its pages, `parquet` and `rejects` as they were written, `site` in the end. */
export interface SiteWork {
  readonly work: string;
  readonly threads: Threads<typeof tasks>;
  readonly progress: Progress;
}

interface ToMake extends SiteWork {
  readonly drawn: ReturnType<typeof drawReport>;
  readonly extras: SiteExtras;
}

/** From what was read and drawn to a finished site in `work/site`: pages, downloads, manifest; nothing personal in any byte. */
export async function makeSite(read: ReadReport, to: ToMake): Promise<string> {
  const {work, threads, progress} = to;
  const site = join(work, "site");
  // Pictures and pages in memory go with it, before every file is looked through.
  await writeSite(read, {...to, site});
  progress.line("site", {what: ""});
  // Whoever signs a note means to be named, and the digits of a file's fingerprint may look like a telephone number.
  const allowed = [
    ...(read.rules.privacy?.allowed ?? []),
    ...read.notes.map(({author}) => author),
    ...read.imported.accounts.map(({sha256}) => sha256),
  ];
  const look = (share: FileShare) => threads.run("look", share);
  const options = {allowed, names: read.hiddenNames, report: read.folder.path, look};
  await withParquetTexts((readParquet) => threads.workUntil(checkOutputs(site, {...options, readParquet})));
  progress.line("scan", {what: ""});
  return site;
}

async function writeSite(
  read: ReadReport,
  {drawn, extras, work, site, threads, progress}: ToMake & {site: string},
): Promise<void> {
  const [workspace, rejects] = [join(work, "src"), join(work, "rejects")];
  const {languages, lists} = read.folder.settings;
  writeData(join(workspace, "data"), read, {drawn, ...extras});
  progress.line("figures", {what: "", rows: Object.keys(drawn[languages[0]!]?.figures ?? {}).length});
  // Rejected rows are single records: without lists they stay beside the site.
  if (lists && existsSync(rejects)) cpSync(rejects, join(workspace, "downloads", "rejects-listed"), {recursive: true});
  const files = writeFiles(read, {drawn, parquet: join(work, "parquet"), workspace, threads, progress});
  files.catch(() => {}); // it is awaited when the pages need it
  await buildSite({workspace, output: site, languages, downloads: () => threads.workUntil(files)});
  cpSync(join(workspace, "data", "manifest.json"), join(site, "manifest.json"));
}

/** Draws the pictures and writes the downloads, beside the pages; gives the pictures to them. */
async function writeFiles(
  read: ReadReport,
  {
    drawn,
    parquet,
    workspace,
    threads,
    progress,
  }: {
    drawn: ReturnType<typeof drawReport>;
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
    ...{input, parquet, folder, threads, book},
    onMessage: (message) => progress.note?.(message),
  });
  const list = listDownloads(folder, {month: read.period.month, drawn, downloads});
  writeJson(join(workspace, "data"), "downloads.json", list);
  progress.line("downloads", {what: "", rows: downloads.length});
  return (await book).find;
}
