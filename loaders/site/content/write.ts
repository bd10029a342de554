import {cpSync, existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Drawn} from "../../../src/report.js";
import {writeJson} from "../../publish/json.js";
import type {ReadReport} from "../../publish/report.js";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Makes a folder the source root of a site: the pages and scripts that come with the program, then the report's own pages
 * over them. What an earlier filling left is replaced; Framework's cache stays.
 */
export function fillWorkspace(workspace: string, {report}: {report: string}): void {
  for (const name of existsSync(workspace) ? readdirSync(workspace) : [])
    if (name !== ".observablehq") rmSync(join(workspace, name), {recursive: true, force: true});
  cpSync(join(project, "src"), workspace, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !/[\\/](data|downloads|\.observablehq)$/.test(path),
  });
  const own = join(report, "pages");
  if (existsSync(own)) cpSync(own, workspace, {recursive: true, preserveTimestamps: true});
}

/** Writes what the pages, the downloads and the curious read. */
export function writeData(folder: string, read: ReadReport, drawn: Readonly<Record<string, Drawn>>): void {
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
