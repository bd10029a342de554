import {strptimePattern} from "../../mapping/date-formats.js";

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const parts: Readonly<Record<string, string>> = {
  yyyy: "(?:19|20)\\d{2}",
  yy: "\\d{2}",
  MMMM: `(?:${months})`,
  MMM: "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
  MM: "(?:0?[1-9]|1[0-2])",
  dd: "(?:0?[1-9]|[12]\\d|3[01])",
  EEE: "(?:mon|tue|wed|thu|fri|sat|sun)",
  HH: "(?:[01]?\\d|2[0-3])",
  hh: "(?:0?[1-9]|1[0-2])",
  mm: "[0-5]\\d",
  ss: "[0-5]\\d",
  SSS: "\\d{1,6}",
  XXX: "(?:Z|[+-]\\d{2}:?\\d{2})",
  a: "[AP]M",
};
const days = [
  "dd/MM/yyyy",
  "MM/dd/yyyy",
  "dd-MM-yyyy",
  "MM-dd-yyyy",
  "dd.MM.yyyy",
  "dd/MM/yy",
  "MM/dd/yy",
  "dd-MM-yy",
  "MM-dd-yy",
  "dd.MM.yy",
  "yy-MM-dd",
  "yy/MM/dd",
  "yyyyMMdd",
  "dd-MMM-yy",
  "dd-MMM-yyyy",
  "dd/MMM/yy",
  "dd/MMM/yyyy",
  "dd MMM yyyy",
  "dd MMM, yyyy",
  "dd MMM yy",
  "MMM dd, yyyy",
  "MMM dd yyyy",
  "dd MMMM yyyy",
  "MMMM dd, yyyy",
  "MMMM dd yyyy",
  "yyyy-MMM-dd",
  "yyyy.MM.dd",
  "yyyy/MM/dd",
];
const clocks = ["", "HH:mm", "HH:mm:ss", "hh:mm a", "hh:mm:ss a", "HH:mm:ss.SSS"];
const whole = ["yyyyMMddHHmmss", "yyyyMMddHHmm", "EEE MMM dd HH:mm:ss XXX yyyy", "EEE, dd MMM yyyy HH:mm:ss XXX"];
const formats = [
  ...days.flatMap((day) => clocks.map((clock) => (clock === "" ? day : `${day} ${clock}`))),
  ...days.flatMap((day) => clocks.slice(1, 5).map((clock) => `${day}, ${clock}`)),
  ...days.flatMap((day) => ["HH:mm", "HH:mm:ss"].map((clock) => `${day} ${clock} XXX`)),
  ...whole,
].map((format) => ({format, pattern: patternOf(format)}));

function patternOf(format: string): RegExp {
  const body = format.replace(
    /yyyy|yy|MMMM|MMM|MM|dd|EEE|HH|hh|mm|SSS|ss|XXX|a|[./]/g,
    (token) => parts[token] ?? `\\${token}`,
  );
  return new RegExp(`^${body}$`, "i");
}

/** What the report reads without a format: ISO, yyyy/M/d, 年月日 (the macro try_timestamp). */
const plain =
  /^(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?Z|[+-]\d{2}:?\d{2})?)?|\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|年\d{1,2}月\d{1,2}日(?: ?\d{1,2}:\d{2}(?::\d{2})?)?)$/;
export const isPlainDate = (text: string): boolean => plain.test(text);

/**
 * The formats that read every one of these texts. Where the day is written in one way and the time in several, the
 * formats needed stand together, parted by "|".
 * @example formatsOf(["13/02/2026", "03/04/2026"]) // ["dd/MM/yyyy"]
 * @example formatsOf(["13/02/2026", "03/04/2026 10:00"]) // ["dd/MM/yyyy|dd/MM/yyyy HH:mm"]
 */
export function formatsOf(texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const some = formats.filter(({pattern}) => texts.some((text) => pattern.test(text)));
  const every = some.filter(({pattern}) => texts.every((text) => pattern.test(text))).map(({format}) => format);
  // the same date twice (MMM, MMMM) is said once
  if (every.length > 0)
    return every.filter((format) => !format.includes("MMMM") || !every.includes(format.replace("MMMM", "MMM")));
  const mixed = days.map((day) => some.filter(({format}) => dayOf(format) === day));
  return mixed
    .filter((group) => group.length > 1 && texts.every((text) => group.some(({pattern}) => pattern.test(text))))
    .map((group) => group.map(({format}) => format).join("|"));
}

/** The day's part of a format: dd/MM/yyyy. */
export const dayOf = (format: string): string =>
  days.find((day) => format === day || format.startsWith(`${day} `) || format.startsWith(`${day}, `)) ?? format;

/** SQL: whether a text can be read by these formats. */
export const readsSql = (text: string, format: string): string => `(${momentsSql(text, format)}) is not null`;

/** SQL: the moment that a text says under these formats. */
export const momentsSql = (text: string, format: string): string =>
  `coalesce(${format
    .split("|")
    .map((each) => `try_strptime(${text}, '${strptimePattern(each).replaceAll("'", "''")}')`)
    .join(", ")}, null)`;

/** Numbers that stand for a moment, by their size; only where the header speaks of a time. */
export function numberedDate(texts: readonly string[]): "epoch" | "epoch_ms" | "excel" | undefined {
  const numbers = texts.map(Number);
  const all = (low: number, high: number) =>
    numbers.length > 0 && numbers.every((value) => value >= low && value <= high);
  if (all(946_684_800, 2_208_988_800)) return "epoch"; // 2000 … 2040
  if (all(946_684_800_000, 2_208_988_800_000)) return "epoch_ms";
  if (all(36_526, 51_136)) return "excel";
  return undefined;
}
