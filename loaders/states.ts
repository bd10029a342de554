import {createHash, type Hash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {editionIds, historyFolder} from "./history/edition.js";
import {readsCluster} from "./mapping/mapping.js";
import type {Audience} from "./report/audiences.js";
import {drawnSettings, readReportFolder} from "./report/folder.js";
import {drawnRules, readRules} from "./report/rules.js";
import type {Settings} from "./settings.js";

const project = fileURLToPath(new URL("..", import.meta.url));

/**
 * A fingerprint of all that a build reads, by content: neither time nor place counts. It is asked for with the month that
 * the report tells of: of the editions only those before it are read, so that publishing a month leaves it as it was.
 */
export function reportState({
  report,
  month,
  program = programState(),
}: {
  report: string;
  month: string | undefined;
  program?: string;
}) {
  const folder = readReportFolder(report);
  const hash = createHash("sha256").update(JSON.stringify([program, month ?? null]));
  for (const root of [folder.path, folder.exportsPath]) addFolder(hash, root, {leaves: `${historyFolder}/`});
  addSalt(hash, {path: folder.path, salt: readRules(folder.path).privacy?.salt_file});
  return (told: string | undefined): string => hash.copy().update(editionsState(folder.path, told)).digest("hex");
}

/**
 * A fingerprint of all that is read and counted, and so of what that gives: notes, pages of one's own and what drawing
 * alone reads of settings and rules are left out, and editions, of which `editionsState` tells. Undefined where records
 * are in a cluster, of which this cannot be told.
 */
export function countedState(
  {folder, rules}: Settings,
  {
    month,
    audience,
    program = programState(),
  }: {month: string | undefined; audience?: Audience | undefined; program?: string},
): string | undefined {
  if (folder.mappings.some(readsCluster)) return undefined;
  const without = (all: object, names: readonly string[]) =>
    Object.entries(all).filter(([name]) => !names.includes(name));
  const {mappings, settings, path} = folder;
  const hash = createHash("sha256").update(
    JSON.stringify([
      ...[program, month ?? null, audience ?? null, mappings],
      ...[without(settings, drawnSettings), without(rules, drawnRules)],
    ]),
  );
  addFolder(hash, folder.exportsPath);
  if (existsSync(join(path, "reference"))) addFolder(hash, join(path, "reference"));
  addSalt(hash, {path, salt: rules.privacy?.salt_file});
  return hash.digest("hex");
}

/** A fingerprint of the program by content: its sources, its packages, what runs it. */
export function programState(): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([process.versions, process.platform, process.arch]));
  for (const name of ["src", "loaders"]) addFolder(hash, join(project, name));
  const packages = join(project, "package-lock.json");
  if (existsSync(packages)) hash.update(readFileSync(packages));
  return hash.digest("hex");
}

/** A fingerprint of the editions that a report of a month reads: those before it. */
export function editionsState(report: string, month: string | undefined): string {
  const hash = createHash("sha256");
  for (const id of editionIds(report)) {
    if (month === undefined || id >= month) continue;
    addFolder(hash.update(`${id}\0`), join(report, historyFolder, id));
  }
  return hash.digest("hex");
}

function addSalt(hash: Hash, {path, salt}: {path: string; salt: string | undefined}): void {
  const file = salt && resolve(path, salt);
  if (file && existsSync(file)) hash.update(readFileSync(file));
}

function addFolder(hash: Hash, root: string, {leaves}: {leaves?: string} = {}): void {
  for (const path of filesOf(root)) {
    const name = relative(root, path).replaceAll("\\", "/");
    // What a build or a preview writes itself.
    if (/^(data|downloads|\.observablehq)\//.test(name) && root === join(project, "src")) continue;
    if (/(^|\/)\./.test(name)) continue; // hidden: locks, what is unfinished, records kept aside
    if (leaves !== undefined && name.startsWith(leaves)) continue;
    hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
}

/** Every file of a folder, in order. */
export const filesOf = (root: string): string[] =>
  readdirSync(root, {recursive: true, encoding: "utf8"})
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile())
    .sort();
