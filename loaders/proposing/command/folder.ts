import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {parse} from "yaml";
import type {Bilingual} from "../../../src/words/language.js";
import {flow} from "../writing/yaml.js";
import {csvText, type LabelFile} from "./labels.js";

/** What a report folder says before anything is added to it. */
export interface FolderState {
  readonly path: string;
  readonly exports: string;
  readonly isNew: boolean;
  readonly zone: string;
}

/** Looks at a folder that may be a report folder already. */
export function folderState(folder: string): FolderState {
  const path = resolve(folder);
  const settings = join(path, "report.yaml");
  const isNew = !existsSync(settings);
  const said = isNew
    ? undefined
    : (parse(readFileSync(settings, "utf8")) as {exports?: unknown; time_zone?: unknown} | null);
  const exports = resolve(path, typeof said?.exports === "string" ? said.exports : "exports");
  const zone = typeof said?.time_zone === "string" ? said.time_zone : "Asia/Shanghai";
  return {path, exports, isNew, zone};
}

/** What a file is called from the exports folder; a file from elsewhere is copied there under its own name. */
export function nameInExports(file: string, {exports, name}: {exports: string; name: string}): string {
  const inside = relative(exports, resolve(file)).replaceAll("\\", "/");
  return inside.startsWith("../") || /^[A-Za-z]:/.test(inside) || inside.startsWith("/") ? name : inside;
}

/** A name for the mapping that no other mapping of the folder has. */
export function sourceName(folder: string, wanted: string): string {
  const taken = new Set(existsSync(join(folder, "mappings")) ? readdirSync(join(folder, "mappings")) : []);
  const plain =
    wanted
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^[^a-z]+|_+$/g, "") || "exports";
  let name = plain;
  for (let count = 2; taken.has(`${name}.yaml`); count++) name = `${plain}_${count}`;
  return name;
}

/**
 * Writes what a first report needs: the mapping, the files in exports/, and, where they do not stand yet, report.yaml and
 * the labels. Nothing that stands is overwritten.
 * @returns the files written, as paths in the folder
 */
export function writeFolder(
  state: FolderState,
  {
    source,
    mapping,
    files,
    labels,
    currency,
  }: {
    source: string;
    mapping: string;
    files: readonly {readonly path: string; readonly name: string}[];
    labels: readonly LabelFile[];
    currency: Bilingual | undefined;
  },
): string[] {
  const {path, exports, isNew} = state;
  const written: string[] = [];
  const write = (name: string, text: string) => {
    const at = join(path, name);
    if (existsSync(at)) return;
    mkdirSync(dirname(at), {recursive: true});
    writeFileSync(at, text);
    written.push(name);
  };
  for (const {path: from, name} of files) {
    const at = join(exports, name);
    mkdirSync(dirname(at), {recursive: true});
    if (!existsSync(at)) copyFileSync(from, at);
  }
  if (isNew) write("report.yaml", reportYaml(currency));
  write(`mappings/${source}.yaml`, mapping);
  for (const file of labels) write(`reference/${file.name}.csv`, csvText(file));
  return written;
}

/** The zone of the machine; one that is set to none in particular says nothing. */
function machineZone(): string {
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  return !timeZone || /^(UTC|Etc\/.*|GMT)$/.test(timeZone) ? "Asia/Shanghai" : timeZone;
}

/** The least that a report says of itself; what can be left out stands as a comment. */
export const reportYaml = (currency: Bilingual | undefined): string =>
  [
    "# 报告叫什么、时间按哪个时区 / what the report is called, and in which zone its times are",
    `company: ${flow({zh: "（请填公司名）", en: "(your company)"})}`,
    "languages: [zh, en]",
    `time_zone: ${machineZone()}`,
    "exports: exports",
    ...(currency ? [`currency: ${flow({zh: currency.zh, en: currency.en})}`] : []),
    "# month: 2026-10   # 不写就取最后一个完整的月 / without it, the last whole month of the records",
    "",
  ].join("\n");
