import type {Bilingual} from "../../../src/words/language.js";
import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import {valueMeanings} from "../../mapping/meanings/values.js";
import {formatsOf, numberedDate} from "../../proposing/cells/dates.js";

const dateFix: Bilingual = {
  zh: '在这一列写上导出文件的日期格式，例如 date: "yyyy/MM/dd HH:mm"；几种格式并存时写成列表。',
  en: 'give this column the date format of the file, for example date: "yyyy/MM/dd HH:mm"; a list where there are several.',
};
const numberFix: Bilingual = {
  zh: '在这一列写上数字的样子，例如 number: "1,234.56" 或 unit: 万；表示“没有”的代码写进 na:。',
  en: 'say what the numbers look like, for example number: "1,234.56" or unit: k; codes for "none" go into na:.',
};
const fileFix: Bilingual = {
  zh: "请系统重新导出这个文件；若分隔符、引号或编码特殊，在映射里写 delimiter:、quote:、encoding:。",
  en: "have the file exported again; where its delimiter, quotes or encoding are unusual, say delimiter:, quote:, encoding:.",
};

/** "10:03 EST": three or four letters behind a time. */
const zoneWord = /\d\s*(?!UTC|GMT)(?:[ECMP][SD]T|[A-Z]{2,4}T)$/;
const zoneFix: Bilingual = {
  zh: "时间后面是时区缩写，同一个缩写可以指几个时区，所以不猜：请让系统改用偏移量（-05:00）或不带时区重新导出。",
  en: "the times end in a word for a zone, and such a word may mean several: have them exported with an offset (-05:00), or without a zone.",
};

const fixes: Readonly<Record<string, Bilingual>> = {
  not_date: dateFix,
  not_timestamp: dateFix,
  not_decimal: numberFix,
  not_integer: numberFix,
  not_weight: numberFix,
  outside_scale: {
    zh: "核对 scale_min、scale_max（或 items 的 scale）；不是分数的代码写进 na:。",
    en: "check scale_min and scale_max (or scale of the items); codes that are no score go into na:.",
  },
  not_id: {
    zh: "请系统重新导出，编号设为文本；不要用电子表格打开后另存。",
    en: "have it exported again with the id as text; do not open and save it in a spreadsheet.",
  },
  missing_key: {
    zh: "核对编号列的 from:；若这些行本来不是记录，用 where: 或 footer: 把它们分开。",
    en: "check from: of the id; where those rows are no records, keep them apart with where: or footer:.",
  },
  duplicate_key: {
    zh: "核对编号列：它应当每条记录一个；同一批文件不要放两次。",
    en: "check the id: each record has one of its own; do not put the same files there twice.",
  },
};

/** The line to write, where the cell itself shows it: a date's format, a clock, a decimal comma. */
function shownFix(reason: string, value: string): Bilingual | undefined {
  const write = (lines: readonly string[]): Bilingual => ({
    zh: `在这一列写上 ${lines.join(" 或 ")}${lines.length > 1 ? "，看系统是哪一种写法" : ""}。`,
    en: `give this column ${lines.join(" or ")}${lines.length > 1 ? ", whichever its system writes" : ""}.`,
  });
  if (reason === "not_date" || reason === "not_timestamp") {
    const numbered = numberedDate([value]);
    const found = numbered && value !== "" ? [numbered] : formatsOf([value]).filter((format) => !/^yy\b/.test(format));
    return found.length > 0 ? write(found.slice(0, 2).map((format) => `date: "${format}"`)) : undefined;
  }
  if (reason !== "not_decimal" && reason !== "not_integer") return undefined;
  if (/^\d+:\d\d:\d\d$/.test(value)) return write(['number: "hh:mm:ss"']);
  if (/^\d+:\d\d$/.test(value)) return write(['number: "mm:ss"', 'number: "hh:mm"']);
  return /^-?\d{1,3}(\.\d{3})*,\d{1,2}$/.test(value) ? write(['number: "1.234,56"']) : undefined;
}

/** What to do about cells or rows that were not taken for this reason. */
export function rejectFix(
  reason: string,
  {entity, column, value = ""}: {entity: EntityName; column: string; value?: string},
): Bilingual {
  if (reason === "not_timestamp" && zoneWord.test(value)) return zoneFix;
  const values = columnsOf(entity)[column]?.values ?? [];
  const allowed = values.join(", ");
  const meant = values.map((value) => `${value}（${valueMeanings[value]?.zh ?? value}）`).join("、");
  if (["unknown_value", "not_text"].includes(reason))
    return {
      zh: `在这一列写 values: 对照表，左边是文件里的值，右边${meant ? `是 ${meant} 之一` : "是要用的值"}；不需要的加 other: blank。`,
      en: `give this column a value map, values: {theirs: ours}${allowed ? `, ours being one of ${allowed}` : ""}; add other: blank for what is not needed.`,
    };
  if (reason === "not_boolean")
    return {
      zh: "在这一列写 values: 对照表，把文件里的值对成 true 或 false。",
      en: "give this column a value map that turns the values of the file into true or false.",
    };
  return shownFix(reason, value) ?? fixes[reason] ?? fileFix;
}
