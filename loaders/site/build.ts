import {existsSync} from "node:fs";
import {cp, writeFile} from "node:fs/promises";
import {join, relative, resolve} from "node:path";
import type {Language} from "../../src/words/language.js";
import {siteConfig} from "./config.js";
import {pageDataReader} from "./content/data.js";
import {finishPages} from "./finish.js";
import {buildWithFramework} from "./framework.js";
import {prepareOfflineModules} from "./offline-modules.js";
import {searchIndex} from "./search-index.js";

/**
 * Builds the static site. `workspace` is a source root (`zh/`, `en/`, `index.md`, `components/`, `data/`; files in
 * `downloads/` go along and are linked from their figures), `output` a folder that is empty or does not exist yet.
 *
 * @throws ReportError where a page has an error, names a figure that does not exist, or asks for a library from the network.
 */
export async function buildSite({
  workspace,
  output,
  languages,
}: {
  workspace: string;
  output: string;
  languages: readonly Language[];
}): Promise<void> {
  const root = fromHere(workspace);
  await prepareOfflineModules(workspace);
  const held: string[] = [];
  const hold = (html: string) => `<!--held:${held.push(html) - 1}-->`;
  const release = (html: string) =>
    html.replaceAll(/<!--held:(\d+)-->/g, (_, index: string) => held[Number(index)] ?? "");
  await buildWithFramework(siteConfig({root, languages, output: fromHere(output), hold}), {
    cache: join(workspace, ".observablehq", "cache"),
    log: () => {},
  });
  const downloads = join(workspace, "downloads");
  if (existsSync(downloads)) await cp(downloads, join(output, "downloads"), {recursive: true});
  const pages = await finishPages({output, languages, release});
  const read = pageDataReader(workspace);
  for (const language of languages) {
    const index = searchIndex(pages, {language, data: read(language)});
    await writeFile(join(output, `search.${language}.json`), JSON.stringify(index));
  }
}

/** Framework wants paths from the working folder, with slashes. */
const fromHere = (path: string) => relative(process.cwd(), resolve(path)).replaceAll("\\", "/") || ".";
