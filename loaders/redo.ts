// The work of the preview, in a process of its own: when code changes, a new process has the new code.
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {ReportError, ReportErrors} from "./messages/errors.js";
import {type Step, steps} from "./preview/steps.js";
import type {Answer, WorkerOptions} from "./preview/workshop.js";
import type {ReadReport} from "./publish/report.js";

const options = JSON.parse(process.argv[2] ?? "{}") as WorkerOptions;
const kept = join(options.folder, "read.bin");
let read: ReadReport | undefined;

process.on("message", (from: Step) => {
  work(from).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.(problemOf(error)),
  );
});
process.on("disconnect", () => process.exit());

/** The code is loaded here and not above, so that a mistake in it is an answer, too. */
async function work(from: Step): Promise<Answer> {
  const does = (step: Step) => steps.indexOf(step) >= steps.indexOf(from);
  if (does("read")) read = await readAgain();
  read ??= deserialize(readFileSync(kept)) as ReadReport;
  const workspace = join(options.folder, "src");
  const data = join(options.folder, "data");
  if (does("draw")) {
    const {drawReport} = await import("./draw/draw.js");
    const {writeData} = await import("./site/content/write.js");
    writeData(data, read, {drawn: drawReport(read)});
  }
  await layOut(workspace, {data, read});
  return {done: true, exports: read.folder.exportsPath};
}

async function readAgain(): Promise<ReadReport> {
  const {readReport} = await import("./read-report.js");
  const {silentProgress} = await import("./messages/progress.js");
  const {rawFolder} = await import("./database/work-folder.js");
  const {report, month} = options;
  const temp = rawFolder(report);
  const found = await readReport(report, {month, temp, progress: silentProgress}).finally(() =>
    rmSync(temp, {recursive: true, force: true}),
  );
  // What is drawn has passed the door: names are no longer needed.
  writeFileSync(kept, serialize({...found, hiddenNames: []} satisfies ReadReport));
  return found;
}

/** The same pages as those of a build, swapped in when they are whole. */
async function layOut(workspace: string, {data, read}: {data: string; read: ReadReport}): Promise<void> {
  const {cpSync} = await import("node:fs");
  const {fillWorkspace} = await import("./site/content/write.js");
  const {buildSite} = await import("./site/build.js");
  fillWorkspace(workspace, {report: read.folder.path, languages: read.folder.settings.languages});
  cpSync(data, join(workspace, "data"), {recursive: true});
  const [next, site, old] = ["next", "site", "old"].map((name) => join(options.folder, name)) as [
    string,
    string,
    string,
  ];
  rmSync(next, {recursive: true, force: true});
  await buildSite({workspace, output: next, languages: read.folder.settings.languages});
  rmSync(old, {recursive: true, force: true});
  if (existsSync(site)) renameSync(site, old);
  renameSync(next, site);
}

function problemOf(error: unknown): Answer {
  if (error instanceof ReportError || error instanceof ReportErrors)
    return {problem: {zh: error.print("zh"), en: error.print("en")}, isOurs: false};
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {problem: {zh: text, en: text}, isOurs: true};
}
