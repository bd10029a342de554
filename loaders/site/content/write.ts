import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {exploreMeasures} from "../../../src/figures/overview/explore.js";
import type {Drawn} from "../../../src/report.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {writeJson} from "../../publish/json.js";
import type {ReadReport} from "../../publish/report.js";
import {reportView} from "../../publish/view.js";
import type {Audience} from "../../report/audiences.js";
import {writeAccounts} from "./accounts.js";
import {buildManifest} from "./manifest.js";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Makes a folder the source root of a site: the pages and scripts that come with the program, then the report's own pages
 * over them, in the languages of the report. What an earlier filling left is replaced; Framework's cache stays.
 */
export function fillWorkspace(
  workspace: string,
  {
    report,
    languages,
  }: {/** Whose own pages go along; left out for none. */ report?: string | undefined; languages: readonly Language[]},
): void {
  for (const name of existsSync(workspace) ? readdirSync(workspace) : [])
    if (name !== ".observablehq") rmSync(join(workspace, name), {recursive: true, force: true});
  const hasOwn = report !== undefined && hasOwnPages(report);
  const wanted = (name: string) => (hasOwn ? !leftOut.includes(name) : ownParts.includes(name));
  copyFolder(join(project, "src"), workspace, {wanted});
  // With one language there is none to choose.
  const [only] = languages;
  if (only && languages.length === 1)
    writeFileSync(join(workspace, "index.md"), `# ${words[only].door_open}\n\n{{door}}\n`);
  if (hasOwn) copyFolder(ownPages(report), workspace);
  for (const language of (["zh", "en"] as const).filter((each) => !languages.includes(each)))
    rmSync(join(workspace, language), {recursive: true, force: true});
}

const ownPages = (report: string): string => join(report, "pages");

/** Whether a report has pages of its own, which may read any file of the data. */
export const hasOwnPages = (report: string): boolean => existsSync(ownPages(report));

/** What the pages that come with the program are made of. */
const ownParts = ["components", "words", "zh", "en", "index.md"];
/** What no page may use; one of the report's own may use all else. */
const leftOut = ["data", "downloads", ".observablehq", "README.md"];

/** The copy may be written to and removed, whoever the original belongs to; times stay, by which Framework knows a file. */
function copyFolder(from: string, to: string, {wanted = () => true}: {wanted?: (name: string) => boolean} = {}): void {
  mkdirSync(to, {recursive: true});
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    if (!wanted(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const {atime, mtime, isFolder} = kindOf(source);
    if (isFolder) copyFolder(source, target);
    else {
      writeFileSync(target, readFileSync(source));
      utimesSync(target, atime, mtime);
    }
  }
}

/** Through links. */
function kindOf(path: string): {atime: Date; mtime: Date; isFolder: boolean} {
  const stat = statSync(path);
  return {atime: stat.atime, mtime: stat.mtime, isFolder: stat.isDirectory()};
}

/** What a site leads to besides its own pages. */
export interface SiteExtras {
  readonly editions?: readonly string[];
  readonly audiences?: readonly Pick<Audience, "name" | "label">[];
}

/** Writes what the pages, the downloads and the curious read. */
export function writeData(
  folder: string,
  read: ReadReport,
  {
    drawn,
    editions = [],
    audiences = [],
    tables = true,
  }: {
    drawn: Readonly<Record<string, Drawn>>;
    /** Whether a page may read the published tables; defaults to true. */
    tables?: boolean;
  } & SiteExtras,
): void {
  for (const [name, rows] of tables ? Object.entries(read.published) : []) writeJson(folder, `${name}.json`, rows);
  for (const [language, content] of Object.entries(drawn)) writeJson(folder, `figures.${language}.json`, content);
  for (const language of read.folder.settings.languages)
    for (const measure of exploreMeasures(reportView(language, read)))
      writeJson(join(folder, "explore", language), `${measure.id}.json`, measure);
  writeAccounts(folder, read);
  const {figures, empty} = Object.values(drawn)[0]!;
  writeJson(folder, "manifest.json", buildManifest(read, {figures, empty, editions, audiences}));
}
