import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {downloadReport} from "./downloads/report.js";
import {drawReport} from "./draw/draw.js";
import {ReportError} from "./messages/errors.js";
import type {Progress} from "./messages/progress.js";
import {writeJson} from "./publish/json.js";
import {writeParquet} from "./publish/parquet.js";
import type {ReadReport} from "./publish/report.js";
import {readReport} from "./read-report.js";
import {writeRejects} from "./records/rejects/write.js";
import {withParquetTexts} from "./scan/parquet-texts.js";
import {checkOutputs} from "./scan/scan.js";
import {buildSite} from "./site/build.js";
import {listDownloads} from "./site/content/downloads.js";

export interface BuildOptions {
  readonly report: string;
  readonly out: string;
  readonly month?: string | undefined;
  readonly progress: Progress;
}

const project = fileURLToPath(new URL("..", import.meta.url));

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
    cpSync(join(project, "src"), workspace, {
      recursive: true,
      filter: (path) => !/[\\/](data|downloads|\.observablehq)$/.test(path),
    });
    const own = join(read.folder.path, "pages");
    if (existsSync(own)) cpSync(own, workspace, {recursive: true});
    const drawn = drawReport(read);
    writeData(join(workspace, "data"), read, drawn);
    progress.line("figures", {
      what: "",
      rows: Object.keys(drawn[read.folder.settings.languages[0]!]?.figures ?? {}).length,
    });
    const rejects = join(work, "rejects");
    if (existsSync(rejects)) cpSync(rejects, join(workspace, "downloads", "rejects-listed"), {recursive: true});
    const downloads = await downloadReport(read, {
      drawn,
      parquet,
      folder: join(workspace, "downloads"),
      onMessage: (message) => progress.note?.(message),
    });
    writeJson(
      join(workspace, "data"),
      "downloads.json",
      listDownloads(join(workspace, "downloads"), {month: read.period.month, drawn, downloads}),
    );
    progress.line("downloads", {what: "", rows: downloads.length});
    await buildSite({workspace, output: site, languages: read.folder.settings.languages});
    progress.line("site", {what: ""});
    const allowed = read.rules.privacy?.allowed ?? [];
    await withParquetTexts((readParquet) => checkOutputs(site, {allowed, readParquet}));
    progress.line("scan", {what: ""});
    writeFileSync(join(site, marker), "");
    keepRejects(join(work, "rejected"), `${output}.rejects`);
    swap(site, output, work);
    progress.line("done", {what: out});
    return read;
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

/** What the pages, the downloads and the curious read. */
export function writeData(folder: string, read: ReadReport, drawn: ReturnType<typeof drawReport>): void {
  for (const [name, rows] of Object.entries(read.published)) writeJson(folder, `${name}.json`, rows);
  for (const [language, content] of Object.entries(drawn)) writeJson(folder, `figures.${language}.json`, content);
  writeJson(folder, "manifest.json", manifest(read));
}

function manifest({folder, period, imported, rules}: ReadReport) {
  const {version} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {version: string};
  return {
    company: folder.settings.company,
    month: period.month ?? null,
    months: period.months,
    languages: folder.settings.languages,
    window_months: period.windowMonths,
    rules_version: rules.tiers?.version ?? null,
    built_with: `huisheng ${version}`,
    inputs: imported.accounts.map(({file, entity, sha256, rows_in, rows_kept, rows_rejected, rows_set_aside}) => ({
      file,
      entity,
      sha256,
      rows_in,
      rows_kept,
      rows_rejected,
      rows_set_aside,
    })),
    unmapped: imported.unmapped,
  };
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
