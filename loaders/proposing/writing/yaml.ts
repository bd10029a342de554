import type {Bilingual, Language} from "../../../src/words/language.js";
import {columnsOf} from "../../mapping/entities/entities.js";
import type {FileAccount} from "../../readers/intake/types.js";
import {headerKind} from "../../scan/personal/headers.js";
import type {ColumnProfile} from "../cells/profile.js";
import {meaningsOf} from "../words/columns.js";
import type {Options} from "./options.js";
import type {PlannedColumn, PlannedTable} from "./plan.js";

/** A file, or files of one shape, and what they are proposed to be. */
export interface PlannedFile {
  readonly files: readonly string[];
  readonly accounts: readonly FileAccount[];
  readonly tables: readonly PlannedTable[];
  /** Headers that found no column. */
  readonly left: readonly ColumnProfile[];
  readonly notes: readonly Bilingual[];
}

const plainWord = /^[\p{L}][\p{L}\p{N} _./()（）-]*$/u;
const reserved = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** What is a pattern or a sign, not a word, always stands in quotes. */
const signs = new Set(["files", "date", "number", "unit", "split"]);

/** A value in YAML's flow style, texts quoted wherever they could be read as something else. */
export function flow(value: unknown, {isSign = false}: {isSign?: boolean} = {}): string {
  if (Array.isArray(value)) return `[${value.map((each) => flow(each, {isSign})).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `${flow(key)}: ${flow(inner, {isSign: signs.has(key)})}`)
      .join(", ")}}`;
  if (typeof value !== "string") return String(value);
  if (isSign) return JSON.stringify(value);
  return plainWord.test(value) && !reserved.test(value) && value.trim() === value ? value : JSON.stringify(value);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const comment = (text: string) => `# ${text.replace(/[\s\p{Cc}]+/gu, " ")}`;

/** Writes what is planned as one mapping file: every choice with its confidence, every doubt as a comment. */
export function mappingYaml(
  planned: readonly PlannedFile[],
  {label, language}: {label: Bilingual; language: Language},
): string {
  const say = (text: Bilingual) => comment(text[language]);
  const lines = [
    say({
      zh: "由文件内容提出，请逐行核对；百分数是把握程度，# 开头的行没有把握，不会读入",
      en: "proposed from the files; check every line: the percentages say how sure it is, lines that begin with # are doubtful and not read",
    }),
    `label: ${flow({zh: label.zh, en: label.en})}`,
    "tables:",
  ];
  for (const file of planned) lines.push(...fileLines(file, language));
  return `${lines.join("\n")}\n`;
}

function fileLines({files, accounts, tables, left, notes}: PlannedFile, language: Language): string[] {
  const say = (text: Bilingual) => comment(text[language]);
  const head = accounts.flatMap((account) => [
    say(accountText(account)),
    ...account.notes.filter(({code}) => code !== "other_sheets").map((each) => say(each)),
  ]);
  const about = [...head.slice(0, 12), ...notes.map(say)].map((line) => `  ${line}`);
  const doubts = left.flatMap((profile) => leftLines(profile, language)).map((line) => `      ${line}`);
  const isNone = tables.length === 0;
  return [
    `  ${comment(`── ${files.join(", ")}`)}`,
    ...about,
    ...tables.flatMap((table, index) => tableLines(table, {language, doubts: index === 0 ? doubts : []})),
    ...(isNone ? doubts : []),
  ];
}

const accountText = ({
  file,
  sheet,
  encoding,
  delimiter,
  rows_in,
  rows_loaded,
  rows_rejected,
  rows_set_aside,
}: FileAccount): Bilingual => {
  const how = `${file}${sheet === undefined ? "" : ` [${sheet}]`} ${encoding}${delimiter ? ` ${JSON.stringify(delimiter)}` : ""}`;
  const sum = `${rows_in} = ${rows_loaded} + ${rows_rejected} + ${rows_set_aside}`;
  return {zh: `${how}：${sum}（读入 = 载入 + 剔除 + 搁置）`, en: `${how}: ${sum} (in = loaded + rejected + set aside)`};
};

function tableLines(
  table: PlannedTable,
  {language, doubts}: {language: Language; doubts: readonly string[]},
): string[] {
  const {entity, files, reading, columns, items, constants, where, fold, notes, isSure} = table;
  const lines = [
    ...notes.map((note) => `    ${comment(note[language])}`),
    `    files: ${flow(files.length === 1 ? files[0] : files, {isSign: true})}`,
    ...Object.entries(reading).map(([key, value]) => `    ${key}: ${flow(value)}`),
    ...(where ? [`    where: ${flow(where)}`] : []),
    ...(fold ? [`    fold: ${flow(fold)}`] : []),
    "    columns:",
    ...columns.flatMap((column) => columnLines(column, language)).map((line) => `      ${line}`),
    ...(columns.some((column) => column.isSure) ? [] : ["      {}"]),
    ...doubts,
    ...(Object.keys(constants).length > 0 ? [`    defaults: ${flow(numbered(constants))}`] : []),
    ...itemLines(items, language),
  ];
  const all = [`  - entity: ${entity}`, ...lines];
  return isSure ? all : all.map((line) => (/^\s*#/.test(line) ? line : line.replace(/^(\s*)/, "$1# ")));
}

const numbered = (constants: Readonly<Record<string, string>>): Options =>
  Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]),
  );

function itemLines(items: readonly PlannedColumn[], language: Language): string[] {
  if (items.length === 0) return [];
  const lines = items.flatMap((item) => columnLines(item, language)).map((line) => `      ${line}`);
  return items.some(({isSure}) => isSure) ? ["    items:", ...lines] : [`    ${comment("items:")}`, ...lines];
}

function columnLines(planned: PlannedColumn, language: Language): string[] {
  const {name, ways, isSure, notes, confidence} = planned;
  const made = ways.map((options, index) => {
    const keys = Object.keys(options);
    const value = keys.length === 1 && keys[0] === "from" ? flow(options.from) : flow(options);
    const tail =
      index === 0
        ? ` ${comment(`${percent(confidence)}  ${describe(planned.profile, {language, isHidden: planned.isPersonal})}`)}`
        : "";
    return `${isSure ? "" : "# "}${name}: ${value}${tail}`;
  });
  return [...notes.map((note) => comment(note[language])), ...made];
}

function leftLines(profile: ColumnProfile, language: Language): string[] {
  const ruined = profile.ruined
    ? [
        comment(
          language === "zh"
            ? `${profile.header} 列的编号被表格软件毁掉了（${profile.samples[0]}），请从源系统重新导出为文本`
            : `column ${profile.header} – these ids were ruined by a spreadsheet (${profile.samples[0]}); export them again as text`,
        ),
      ]
    : [];
  const isHidden =
    profile.personal !== undefined ||
    (profile.length > 30 && profile.distinct > 20) ||
    headerKind(profile.header) !== undefined ||
    meaningsOf("customers", profile.header).some(({column}) => columnsOf("customers")[column]?.personal);
  return [...ruined, comment(`${profile.header}: ${describe(profile, {language, isHidden})}`)];
}

function describe(profile: ColumnProfile, {language, isHidden}: {language: Language; isHidden: boolean}): string {
  if (profile.filled === 0) return language === "zh" ? "空" : "blank";
  const counts = `${profile.distinct}/${profile.filled}`;
  if (isHidden)
    return `${counts} ${language === "zh" ? "（可能含个人信息，不列示例）" : "(may be personal, no examples shown)"}`;
  return `${counts}: ${profile.samples.map((sample) => sample.slice(0, 24)).join(" | ")}`;
}
