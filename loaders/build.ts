import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {pages} from "../src/pages.js";
import {drawBook} from "./downloads/pictures.js";
import {downloadInput, downloadReport} from "./downloads/report.js";
import {drawReport} from "./draw/draw.js";
import {ReportError} from "./messages/errors.js";
import type {Progress} from "./messages/progress.js";
import {openThreads, type Threads} from "./program/threads.js";
import {writeJson} from "./publish/json.js";
import {writeParquet} from "./publish/parquet.js";
import type {ReadReport} from "./publish/report.js";
import {readReport} from "./read-report.js";
import {writeRejects} from "./records/rejects/write.js";
import {withParquetTexts} from "./scan/parquet-texts.js";
import {checkOutputs} from "./scan/scan.js";
import {buildSite} from "./site/build.js";
import {listDownloads} from "./site/content/downloads.js";
import {fillWorkspace, writeData} from "./site/content/write.js";
import type {PagePictures} from "./site/html/figure.js";
import {tasks} from "./tasks.js";

export interface BuildOptions {
  readonly report: string;
  readonly out: string;
  readonly month?: string | undefined;
  readonly progress: Progress;
}

/**
 * The pipeline on one page: read → model → check → publish → figures → site → downloads.
 * Everything is written beside the output and renamed at the end: whatever happens, the last good site stands.
 */
export async function build({report, out, month, progress}: BuildOptions): Promise<ReadReport> {
  const output = checkedOutput(out);
  sweep(output);
  const work = `${output}.building-${process.pid}`;
  const workspace = join(work, "src");
  const site = join(work, "site");
  mkdirSync(work, {recursive: true});
  const threads = openThreads(tasks);
  try {
    const parquet = join(work, "parquet");
    const read = await readReport(report, {
      month,
      temp: join(work, "duckdb"),
      progress,
      use: async (database, found) => {
        await writeParquet(database, found, {json: join(work, "json"), parquet});
        await writeRejects(database, found, {
          masked: join(work, "rejects"),
          whole: join(work, "rejected"),
        });
      },
    });
    fillWorkspace(workspace, {report: read.folder.path});
    const drawn = drawReport(read);
    writeData(join(workspace, "data"), read, drawn);
    progress.line("figures", {
      what: "",
      rows: Object.keys(drawn[read.folder.settings.languages[0]!]?.figures ?? {}).length,
    });
    const rejects = join(work, "rejects");
    if (existsSync(rejects)) cpSync(rejects, join(workspace, "downloads", "rejects-listed"), {recursive: true});
    const files = writeFiles(read, {drawn, parquet, workspace, threads, progress});
    files.catch(() => {}); // it is awaited when the pages need it
    await buildSite({
      ...{workspace, output: site, languages: read.folder.settings.languages},
      downloads: () => threads.workUntil(files),
    });
    progress.line("site", {what: ""});
    const allowed = read.rules.privacy?.allowed ?? [];
    const {path: folder} = read.folder;
    await withParquetTexts((readParquet) =>
      checkOutputs(site, {allowed, names: read.door.hiddenNames(), report: folder, readParquet}),
    );
    progress.line("scan", {what: ""});
    writeFileSync(join(site, marker), "");
    keepRejects(join(work, "rejected"), `${output}.rejects`);
    swap(site, output, work);
    progress.line("done", {what: out});
    return read;
  } finally {
    await threads.close();
    rmSync(work, {recursive: true, force: true});
  }
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

const marker = ".huisheng";

/** Only an empty folder, or one that an earlier build made, may be replaced. */
function checkedOutput(out: string): string {
  const output = resolve(out);
  if (existsSync(output) && !existsSync(join(output, marker)) && readdirSync(output).length > 0)
    throw new ReportError("output_foreign", out, {
      what: {zh: "这个文件夹里有别的文件，不是回声生成的。", en: "this folder holds files that no report build made."},
      fix: {zh: "换一个 --out，或先清空它。", en: "choose another --out, or empty it first."},
    });
  mkdirSync(dirname(output), {recursive: true});
  return output;
}

/** Rejected rows as they came, personal data and all: beside the site, never in it. */
function keepRejects(from: string, to: string): void {
  rmSync(to, {recursive: true, force: true});
  if (existsSync(from)) renameSync(from, to);
}

/** The new site takes the place of the old in two renames; a kill between them leaves the old one under .old. */
function swap(site: string, output: string, work: string): void {
  const old = `${output}.old`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(output)) renameSync(output, old);
  renameSync(site, output);
  rmSync(old, {recursive: true, force: true});
  rmSync(work, {recursive: true, force: true});
}

/** Clears what a killed build left behind, and puts the last good site back if it fell between the two renames. */
function sweep(output: string): void {
  const old = `${output}.old`;
  if (existsSync(old) && !existsSync(output)) renameSync(old, output);
  const folder = dirname(output);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = name.startsWith(`${output.slice(folder.length + 1)}.building-`)
      ? Number(name.split("-").at(-1))
      : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(folder, name), {recursive: true, force: true});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
