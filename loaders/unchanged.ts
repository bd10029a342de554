import {createHash} from "node:crypto";
import {existsSync, lstatSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {Language} from "../src/words/language.js";
import {readsCluster} from "./mapping/mapping.js";
import {readReportFolder} from "./report/folder.js";
import {readRules} from "./report/rules.js";

const project = fileURLToPath(new URL("..", import.meta.url));

/** What a site says of itself in its marker: what it was made from, that it is as it was made, and how its build ended. */
export interface Made {
  readonly state: string;
  readonly site: string;
  readonly closing: Readonly<Record<Language, readonly string[]>>;
}

/**
 * How the last build into a folder ended, where building again would make the same site: equal contents of the report
 * folder, the exports, the program and its packages, and nobody touched the site since. Undefined otherwise, where
 * records are in a cluster, of which this cannot be told, and where the site is locked, which keeps nothing readable.
 */
export function unchanged({
  report,
  out,
  month,
}: {
  report: string;
  out: string;
  month: string | undefined;
}): Made["closing"] | undefined {
  const output = resolve(out);
  const marker = join(output, ".huisheng");
  const building = `${basename(output)}.building-`;
  // What a killed build left behind is for the next one to clear.
  if (!existsSync(marker) || readdirSync(dirname(output)).some((name) => name.startsWith(building))) return undefined;
  try {
    const made = JSON.parse(readFileSync(marker, "utf8")) as Made;
    const folder = readReportFolder(report);
    if (folder.settings.lock || folder.mappings.some(readsCluster)) return undefined;
    if (made.site !== siteState(output) || made.state !== reportState({report, month})) return undefined;
    return made.closing;
  } catch {
    return undefined; // made by an earlier version, or a report that a build has something to say about
  }
}

/** A fingerprint of all that a build reads, by content: neither time nor place counts. */
export function reportState({report, month}: {report: string; month: string | undefined}): string {
  const folder = readReportFolder(report);
  const salt = readRules(folder.path).privacy?.salt_file;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([programState(), month ?? null]));
  for (const root of [folder.path, folder.exportsPath]) addFolder(hash, root);
  const saltPath = salt && resolve(folder.path, salt);
  if (saltPath && existsSync(saltPath)) hash.update(readFileSync(saltPath));
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

function addFolder(hash: ReturnType<typeof createHash>, root: string): void {
  for (const path of filesOf(root)) {
    const name = relative(root, path).replaceAll("\\", "/");
    // What a build or a preview writes itself.
    if (/^(data|downloads|\.observablehq)\//.test(name) && root === join(project, "src")) continue;
    if (/(^|\/)\./.test(name)) continue; // hidden: locks, what is unfinished, records kept aside
    hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
}

/** A fingerprint of a site by the names and sizes of its files. */
export function siteState(site: string): string {
  const files = filesOf(site)
    .map((path) => `${relative(site, path).replaceAll("\\", "/")} ${lstatSync(path).size}`)
    .filter((line) => !line.startsWith(".huisheng "));
  return createHash("sha256").update(files.join("\n")).digest("hex");
}

const filesOf = (root: string): string[] =>
  readdirSync(root, {recursive: true, encoding: "utf8"})
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile())
    .sort();
