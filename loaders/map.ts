import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import type {Bilingual, Language} from "../src/words/language.js";
import {openDatabase} from "./database/database.js";
import {ReportError} from "./messages/errors.js";
import {type MappedFile, mapExports} from "./proposing/map.js";
import {mappingYaml} from "./proposing/writing/yaml.js";
import {type Trial, tryMapping, withoutFaulty} from "./try-mapping.js";

/**
 * Looks at foreign exports and proposes one mapping for them: YAML that loads as it stands, with a confidence per column.
 * @param out the file to write; without it the YAML goes to standard output
 * @throws ReportError when no file is named, one cannot be read, or `out` exists already
 */
export async function mapFiles(
  files: readonly string[],
  {language, out}: {language: Language; out?: string},
): Promise<void> {
  if (files.length === 0) throw noFile();
  for (const file of files) if (!existsSync(file)) throw missing(file);
  if (out !== undefined && existsSync(out)) throw taken(out);
  const temp = mkdtempSync(join(tmpdir(), "huisheng-map-"));
  try {
    const names = namesOf(files);
    const proposal = await provenMapping(files, {language, temp, names});
    if (out === undefined) process.stdout.write(proposal.yaml);
    else {
      writeFileSync(out, proposal.yaml);
      process.stdout.write(language === "zh" ? `已写入 ${out}，请核对后使用\n` : `wrote ${out}; check it before use\n`);
    }
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

/** A proposal that was read once as it stands; what did not read stands as a comment. */
export async function provenMapping(
  files: readonly string[],
  {language, temp, names}: {language: Language; temp: string; names: ReadonlyMap<string, string>},
): Promise<{yaml: string; planned: readonly MappedFile[]; trial: Trial}> {
  const database = await openDatabase({temp});
  let planned: MappedFile[];
  try {
    planned = await mapExports(database, files, {nameOf: (path) => names.get(path)!});
  } finally {
    database.close();
  }
  const named = files.map((path) => ({path, name: names.get(path)!}));
  for (;;) {
    const yaml = mappingYaml(planned, {label: labelOf(planned), language});
    const trial = await tryMapping(yaml, {files: named, temp});
    const less = trial.error ? withoutFaulty(planned, trial) : undefined;
    if (!less) return {yaml, planned, trial};
    planned = less;
  }
}

/** What the files are called in the mapping: their names, with the folder before them where two are called alike. */
export function namesOf(files: readonly string[]): Map<string, string> {
  const plain = files.map((file) => basename(file));
  const isUnique = new Set(plain).size === plain.length;
  return new Map(
    files.map((file, at) => [file, isUnique ? plain[at]! : `${basename(dirname(resolve(file)))}/${plain[at]}`]),
  );
}

const systems: Readonly<Record<string, Bilingual>> = {
  tickets: {zh: "工单系统", en: "Help desk"},
  ticket_events: {zh: "工单系统", en: "Help desk"},
  calls: {zh: "呼叫中心", en: "Call centre"},
  surveys: {zh: "满意度调查", en: "Survey"},
  customers: {zh: "客户资料", en: "Customer base"},
  orders: {zh: "订单系统", en: "Orders"},
};

/** What the source is called in the report. */
export function labelOf(planned: readonly MappedFile[]): Bilingual {
  const [system] = planned.map(({proposal}) => proposal.system);
  if (system && planned.every(({proposal}) => proposal.system === system)) return system.label;
  const kinds = new Set(planned.map(({tables}) => tables.find(({isSure}) => isSure)?.entity ?? ""));
  kinds.delete("");
  const [kind] = kinds;
  return (kinds.size === 1 && systems[kind!]) || {zh: "业务系统导出", en: "Exports"};
}

const noFile = () =>
  new ReportError("no_file", "map", {
    what: {zh: "没有给出文件", en: "no file was named"},
    fix: {zh: "例如：npm run map -- 工单.xlsx", en: "for example: npm run map -- tickets.xlsx"},
  });
const missing = (file: string) =>
  new ReportError("file_not_found", file, {
    what: {zh: "找不到该文件", en: "there is no such file"},
    fix: {zh: "请核对路径", en: "check the path"},
  });
const taken = (file: string) =>
  new ReportError("file_exists", file, {
    what: {zh: "文件已存在，不覆盖", en: "the file exists and is not overwritten"},
    fix: {zh: "请换一个 --out", en: "choose another --out"},
  });
