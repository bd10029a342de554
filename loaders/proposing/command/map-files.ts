import {existsSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, extname, resolve} from "node:path";
import {globSync} from "tinyglobby";
import type {Bilingual, Language} from "../../../src/words/language.js";
import {openDatabase} from "../../database/database.js";
import {rawFolder} from "../../database/work-folder.js";
import {ReportError} from "../../messages/errors.js";
import {type MappedFile, mapExports} from "../map.js";
import {mappingYaml} from "../writing/yaml.js";
import {foundLines, nextLines, type ToDo, toDos, trialLine} from "./advice.js";
import {folderState, nameInExports, sourceName, writeFolder} from "./folder.js";
import {labelFiles} from "./labels.js";
import {type ReadFolder, type Trial, tryMapping, withoutFaulty} from "./trial.js";

/** What the command is told. */
export interface MapOptions {
  readonly language: Language;
  /** Reads a report folder, by which every proposal is proven. */
  readonly read: ReadFolder;
  /** The file to write; without it and without a folder the YAML goes to standard output. */
  readonly out?: string;
  /** A report folder to make of the files, or to add the mapping to. */
  readonly report?: string;
}

/**
 * Looks at foreign exports and proposes one mapping for them: YAML that loads as it stands, with a confidence per column,
 * or a whole report folder; says what was found, what only the reader can decide, and what to type next.
 * @throws ReportError when no file is named, one cannot be read, or `out` exists already
 */
export async function mapFiles(files: readonly string[], options: MapOptions): Promise<void> {
  const {out, report} = options;
  const given = files.length > 0 || report === undefined ? files : filesIn(report);
  if (given.length === 0) throw noFile();
  for (const file of given) if (!existsSync(file)) throw missing(file);
  if (out !== undefined && existsSync(out)) throw taken(out);
  const temp = rawFolder(report !== undefined && existsSync(report) ? report : dirname(resolve(given[0] ?? ".")));
  try {
    if (report !== undefined) await intoFolder(given, {...options, report, temp});
    else await toFile(given, {...options, temp});
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

/** The exports of a report folder that lie there already. */
function filesIn(report: string): string[] {
  const {exports} = folderState(report);
  return existsSync(exports) ? globSync("**/*", {cwd: exports, absolute: true}).sort() : [];
}

async function toFile(
  files: readonly string[],
  {language, read, out, temp}: MapOptions & {temp: string},
): Promise<void> {
  const names = namesOf(files);
  const {yaml, planned, trial} = await provenMapping(files, {language, temp, names, read});
  const say = (lines: readonly string[]) =>
    (out === undefined ? process.stderr : process.stdout).write(`${lines.join("\n")}\n`);
  if (out === undefined) process.stdout.write(yaml);
  else writeFileSync(out, yaml);
  const name = out ?? (language === "zh" ? "映射" : "mapping");
  const done =
    out === undefined ? [] : [language === "zh" ? `已写入 ${out}，请核对后使用` : `wrote ${out}; check it before use`];
  say([
    ...done,
    ...foundLines(planned, language),
    trialLine(trial, language),
    ...toDoLines(toDos(planned, {mapping: yaml, name: basename(name), labels: []}), language),
    ...nextLines({files, ...(out !== undefined && {out})}, language),
  ]);
}

async function intoFolder(
  files: readonly string[],
  {language, read, report, temp}: MapOptions & {report: string; temp: string},
): Promise<void> {
  const state = folderState(report);
  const plain = namesOf(files);
  const names = new Map(
    files.map((file) => [file, nameInExports(file, {exports: state.exports, name: plain.get(file)!})]),
  );
  const {yaml, planned, trial} = await provenMapping(files, {language, temp, names, read, zone: state.zone});
  const source = sourceName(state.path, wantedName(planned, files));
  const labels = labelFiles(planned);
  const written = writeFolder(state, {
    source,
    mapping: yaml,
    files: files.map((path) => ({path, name: names.get(path)!})),
    labels,
    currency: currencyOf(planned),
  });
  const zh = language === "zh";
  const company: ToDo[] = state.isNew
    ? [{where: `report.yaml ${zh ? "第 2 行" : "line 2"}`, what: {zh: "公司名", en: "the name of your company"}}]
    : [];
  process.stdout.write(
    `${[
      ...foundLines(planned, language),
      trialLine(trial, language),
      zh ? `已写入 ${report}：${written.join("、")}` : `wrote in ${report}: ${written.join(", ")}`,
      ...toDoLines([...company, ...toDos(planned, {mapping: yaml, name: `mappings/${source}.yaml`, labels})], language),
      ...nextLines({files, folder: report}, language),
    ].join("\n")}\n`,
  );
}

const mostToDos = 8;

function toDoLines(found: readonly ToDo[], language: Language): string[] {
  if (found.length === 0) return [];
  const zh = language === "zh";
  const lines = found.slice(0, mostToDos).map(({where, what}) => `  ${where}${zh ? "：" : ": "}${what[language]}`);
  const more = found.length - lines.length;
  return [
    zh ? "请您定夺：" : "For you to decide:",
    ...lines,
    ...(more > 0
      ? [zh ? `  另有 ${more} 处，见映射里 # 开头的行` : `  and ${more} more, see the lines that begin with #`]
      : []),
  ];
}

/** A proposal that was read once as it stands; what did not read stands as a comment. */
export async function provenMapping(
  files: readonly string[],
  {
    language,
    temp,
    names,
    read,
    zone,
  }: {language: Language; temp: string; names: ReadonlyMap<string, string>; read: ReadFolder; zone?: string},
): Promise<{yaml: string; planned: readonly MappedFile[]; trial: Trial}> {
  const database = await openDatabase({temp});
  let planned: MappedFile[];
  try {
    planned = await mapExports(database, files, {nameOf: (path) => names.get(path)!, ...(zone && {zone})});
  } finally {
    database.close();
  }
  const named = files.map((path) => ({path, name: names.get(path)!}));
  for (;;) {
    const yaml = mappingYaml(planned, {label: labelOf(planned), language});
    const trial = await tryMapping(yaml, {files: named, temp, read});
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

const systems: Readonly<Record<string, Bilingual & {readonly name: string}>> = {
  tickets: {zh: "工单系统", en: "Help desk", name: "helpdesk"},
  ticket_events: {zh: "工单系统", en: "Help desk", name: "helpdesk"},
  calls: {zh: "呼叫中心", en: "Call centre", name: "callcentre"},
  surveys: {zh: "满意度调查", en: "Survey", name: "survey"},
  customers: {zh: "客户资料", en: "Customer base", name: "crm"},
  orders: {zh: "订单系统", en: "Orders", name: "orders"},
};

const kindOf = (planned: readonly MappedFile[]) => {
  const kinds = new Set(planned.flatMap(({tables}) => tables.find(({isSure}) => isSure)?.entity ?? []));
  return kinds.size === 1 ? systems[[...kinds][0]!] : undefined;
};

/** The known system that made all of the files. */
const systemOf = (planned: readonly MappedFile[]) => {
  const [system] = planned.map(({proposal}) => proposal.system);
  return system && planned.every(({proposal}) => proposal.system === system) ? system : undefined;
};

/** What the source is called in the report. */
export function labelOf(planned: readonly MappedFile[]): Bilingual {
  const {zh, en} = systemOf(planned)?.label ?? kindOf(planned) ?? {zh: "业务系统导出", en: "Exports"};
  return {zh, en};
}

/** What the mapping's file is called: by the system, the records, or the export. */
function wantedName(planned: readonly MappedFile[], files: readonly string[]): string {
  const stem = basename(files[0]!, extname(files[0]!));
  return systemOf(planned)?.name ?? kindOf(planned)?.name ?? stem;
}

/** What amounts are in, where a header says so. */
function currencyOf(planned: readonly MappedFile[]): Bilingual | undefined {
  const headers = planned.flatMap(({looked}) => looked.profiles.map(({header}) => header)).join(" ");
  if (/[（(]元[）)]|人民币|rmb|cny/i.test(headers)) return {zh: "元", en: "yuan"};
  if (/\busd\b|\$/i.test(headers)) return {zh: "美元", en: "dollars"};
  return undefined;
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
