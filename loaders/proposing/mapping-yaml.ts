import {columnsOf} from "../mapping/entities/entities.js";
import type {FileAccount} from "../readers/intake/types.js";
import type {ColumnProfile} from "./column-profile.js";
import type {Proposal, ProposedColumn} from "./propose.js";
import {knownValue} from "./value-words.js";

export interface ProposedTable {
  readonly file: string;
  readonly account: FileAccount | undefined;
  readonly proposal: Proposal;
}

/** A text as a YAML scalar, quoted wherever it could be read as something else. */
const scalar = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} _./()（）-]*$/u.test(text) &&
  !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text) &&
  text.trim() === text
    ? text
    : JSON.stringify(text);
/** Below this a column is proposed as a comment. */
const sureEnough = 0.7;
const percent = (share: number) => `${Math.round(share * 100)} %`;
const comment = (text: string) => `# ${text.replace(/[\s\p{Cc}]+/gu, " ")}`;

/** Writes proposals as one mapping file: every choice with its confidence, every doubt as a comment. */
export function mappingYaml(tables: readonly ProposedTable[], {name}: {name: string}): string {
  const lines = [
    comment("由文件内容提出，请逐行核对；百分数是把握程度"),
    comment("proposed from the files; check every line; the percentages say how sure it is"),
    `label: {zh: ${scalar(name)}, en: ${scalar(name)}}`,
    "tables:",
  ];
  for (const table of tables) lines.push(...tableLines(table));
  return `${lines.join("\n")}\n`;
}

function tableLines({file, account, proposal}: ProposedTable): string[] {
  const {entity, confidence, columns, left, clocks} = proposal;
  const lines = [`  - entity: ${entity} ${comment(percent(confidence))}`, `    files: ${JSON.stringify(file)}`];
  if (account) {
    const {rows_in, rows_loaded, rows_rejected, rows_set_aside, encoding, delimiter} = account;
    lines.push(
      `    ${comment(`${encoding}${delimiter ? ` ${JSON.stringify(delimiter)}` : ""}: ${rows_in} = ${rows_loaded} + ${rows_rejected} + ${rows_set_aside}（读入 = 载入 + 剔除 + 搁置 / in = loaded + rejected + set aside)`)}`,
    );
    if (account.sheet !== undefined) lines.push(`    sheet: ${scalar(account.sheet)}`);
    for (const {zh, en} of account.notes) lines.push(`    ${comment(`${zh} / ${en}`)}`);
  }
  lines.push("    columns:");
  for (const column of columns) {
    const {type, values: allowed} = columnsOf(entity)[column.column]!;
    const made = columnLines(column, {type, clock: clocks.get(column.column), allowed});
    const isSure = column.confidence >= sureEnough && column.profile.filled > 0;
    lines.push(...made.map((line) => `      ${isSure || line.startsWith("#") ? line : comment(line)}`));
  }
  for (const profile of left) {
    if (profile.ruined) lines.push(`      ${ruinedIds(profile)}`);
    lines.push(`      ${comment(`${profile.header}: ${describe(profile)}`)}`);
  }
  return lines;
}

const ruinedIds = ({header, samples}: ColumnProfile) =>
  comment(
    `${header} 的编号被表格软件毁掉了（${samples[0]}），请从源系统重新导出为文本 / these ids were ruined by a spreadsheet (${samples[0]}); export them again as text`,
  );

function columnLines(
  {column, profile, confidence}: ProposedColumn,
  {type, clock, allowed}: {type: string; clock: ColumnProfile | undefined; allowed: readonly string[] | undefined},
): string[] {
  const isTime = type === "date" || type === "timestamp";
  const isNumber = type === "integer" || type === "decimal";
  const options = [`from: ${scalar(profile.header)}`];
  if (isNumber && profile.numberFormat) options.push(`number: ${JSON.stringify(profile.numberFormat)}`);
  if (isNumber && profile.unit) options.push(`unit: ${JSON.stringify(profile.unit)}`);
  const line = (more: readonly string[]) => {
    const all = [...options, ...more];
    return `${column}: ${all.length === 1 ? scalar(profile.header) : `{${all.join(", ")}}`}`;
  };
  const sure = comment(`${percent(confidence)}  ${describe(profile)}`);
  if (clock) options.push(`and: ${scalar(clock.header)}`);
  const tail = clock ? ` ${clock.clockFormat}` : "";
  const formats =
    isTime && clock?.clockFormat?.endsWith("a") && profile.formats.length === 0 ? ["yyyy-MM-dd"] : profile.formats;
  const dated = (format: string) => line([`date: ${JSON.stringify(format + tail)}`]);
  if (isTime && formats.length > 1)
    return [
      comment(
        `${profile.header} 可以有 ${formats.length} 种读法，请留下一种 / can be read ${formats.length} ways, keep one: ${describe(profile)}`,
      ),
      ...formats.map((format) => comment(dated(format))),
    ];
  if (isTime && formats.length === 1) return [`${dated(formats[0]!)} ${sure}`];
  if (allowed) return valueLines(profile, {allowed, line, sure});
  const plain = `${line([])} ${sure}`;
  return profile.ruined ? [ruinedIds(profile), plain] : [plain];
}

/** A column of allowed values: those of its values that are known words are translated, the others named. */
function valueLines(
  {values}: ColumnProfile,
  {allowed, line, sure}: {allowed: readonly string[]; line: (more: readonly string[]) => string; sure: string},
): string[] {
  const pairs = values.flatMap((theirs) => {
    const ours = knownValue(theirs, allowed);
    return ours === undefined ? [] : [`${scalar(theirs)}: ${scalar(ours)}`];
  });
  const unknown = values.filter((theirs) => knownValue(theirs, allowed) === undefined);
  const column = line([`values: {${pairs.join(", ")}}`, ...(unknown.length > 0 ? ["other: blank"] : [])]);
  if (unknown.length === 0) return [`${column} ${sure}`];
  const named = unknown.map((theirs) => theirs.slice(0, 24)).join(" | ");
  return [
    comment(
      `下面这些取值没有译法，先留空；请译成 ${allowed.join("、")} 之一：${named} / no translation, left blank for now; translate each to one of these`,
    ),
    `${column} ${sure}`,
  ];
}

const describe = (profile: ColumnProfile): string =>
  profile.filled === 0
    ? "空 / blank"
    : `${profile.distinct}/${profile.filled}: ${profile.samples.map((sample) => sample.slice(0, 24)).join(" | ")}`;
