import {spawnSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {exportFiles} from "../../loaders/records/personal.js";
import {readReportFolder} from "../../loaders/report/folder.js";
import type {Bilingual, Language} from "../../src/words/language.js";
import type {Measured} from "./measured.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds a copy of a report folder, then again after what an analyst does to it between two builds, and prints what each
 * build took beside the full one. Each is the real command in a process of its own.
 */
export function benchBuilds({report, language}: {report: string; language: Language}): void {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-bench-"));
  try {
    const copy = join(folder, "report");
    cpSync(report, copy, {recursive: true});
    const steps: readonly {name: Bilingual; edit?: () => void; args?: readonly string[]}[] = [
      {name: {zh: "全部从头", en: "everything anew"}, args: ["--full"]},
      {name: {zh: "什么都没变", en: "nothing changed"}},
      {name: {zh: "加了一条备注", en: "one note more"}, edit: () => addNote(copy)},
      {name: {zh: "改了目标", en: "other targets"}, edit: () => changeTargets(copy)},
      {name: {zh: "加了一页自己的", en: "one page of one's own"}, edit: () => addPages(copy)},
      {name: {zh: "一个来源少了一行", en: "one source, one line less"}, edit: () => dropLine(copy)},
    ];
    const measured = steps.map(({name, edit, args = []}) => {
      edit?.();
      return {name: name[language], ...measure(["build", "--report", copy, "--out", join(folder, "site"), ...args])};
    });
    for (const {name, seconds, cpu, megabytes} of measured)
      process.stdout.write(
        `${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s ${cpu.toFixed(1).padStart(8)} CPU s ${((100 * cpu) / measured[0]!.cpu).toFixed(0).padStart(5)} % ${megabytes.toFixed(0).padStart(8)} MB\n`,
      );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function addNote(report: string): void {
  const path = join(report, "notes.yaml");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "notes:\n";
  writeFileSync(path, `${before}  - {date: 2026-11-02, author: A, figure: csat-trend, text: looked at}\n`);
}

/** Every target a little farther away. */
function changeTargets(report: string): void {
  const path = join(report, "rules", "targets.yaml");
  if (!existsSync(path)) return;
  writeFileSync(
    path,
    readFileSync(path, "utf8").replaceAll(/target: (\d[\d.]*)/g, (_, target) => `target: ${Number(target) * 0.99}`),
  );
}

function addPages(report: string): void {
  for (const language of ["zh", "en"]) {
    mkdirSync(join(report, "pages", language), {recursive: true});
    writeFileSync(join(report, "pages", language, "ours.md"), "# Ours\n\nSeen.\n");
  }
}

/** Of the smallest text file with enough lines. */
function dropLine(report: string): void {
  const texts = exportFiles(readReportFolder(report))
    .filter((path) => path.endsWith(".csv"))
    .map((path) => ({path, bytes: readFileSync(path)}))
    .filter(({bytes}) => bytes.filter((byte) => byte === 10).length > 50)
    .sort((one, other) => one.bytes.length - other.bytes.length);
  const {path, bytes} = texts[0]!;
  writeFileSync(path, bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1));
}

function measure(args: readonly string[]): Measured {
  const usage = join(args[args.indexOf("--out") + 1]!, "..", "usage.json");
  const {status, stderr} = spawnSync(
    process.execPath,
    [
      ...["--import", pathToFileURL(join(here, "usage.mjs")).href],
      fileURLToPath(new URL("../../loaders/huisheng.mjs", import.meta.url)),
      ...args,
    ],
    {encoding: "utf8", env: {...process.env, USAGE: usage}},
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(usage, "utf8")) as Measured;
}
