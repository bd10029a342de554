/** What the cells of one column look like. */
export interface ColumnProfile {
  readonly header: string;
  readonly filled: number;
  readonly distinct: number;
  readonly samples: readonly string[];
  /** All values, where there are few. */
  readonly values: readonly string[];
  /** Shares of the sampled cells. */
  readonly dates: number;
  readonly numbers: number;
  readonly flags: number;
  /** Clock times or durations: 00:02:23, 3:53:50 PM. */
  readonly clocks: number;
  /** Formats that read every sampled cell; two of them = the column can be read two ways. */
  readonly formats: readonly string[];
  readonly numberFormat?: "1,234.56" | "1.234,56" | "hh:mm:ss";
  /** How its clock times read. */
  readonly clockFormat?: "HH:mm:ss" | "HH:mm" | "hh:mm:ss a" | "hh:mm a";
  readonly unit?: "%" | "万" | "亿";
  /** Ids that a spreadsheet rounded away: 5.70306E+17. */
  readonly ruined: boolean;
}

const isoLike =
  /^\d{4}([-/]\d{1,2}[-/]\d{1,2}|年\d{1,2}月\d{1,2}日)([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const parts: Readonly<Record<string, string>> = {
  yyyy: "(?:19|20)\\d{2}",
  yy: "\\d{2}",
  MMM: `(?:${months})`,
  MM: "(?:0?[1-9]|1[0-2])",
  dd: "(?:0?[1-9]|[12]\\d|3[01])",
  HH: "(?:[01]?\\d|2[0-3])",
  hh: "(?:0?[1-9]|1[0-2])",
  mm: "[0-5]\\d",
  ss: "[0-5]\\d",
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
  "yy-MM-dd",
  "yyyyMMdd",
  "dd-MMM-yy",
  "dd-MMM-yyyy",
  "dd MMM yyyy",
  "yyyy.MM.dd",
];
const times = ["", " HH:mm", " HH:mm:ss", " hh:mm a", " hh:mm:ss a"];
const patterns = days.flatMap((day) => times.map((time) => ({format: day + time, pattern: patternOf(day + time)})));

function patternOf(format: string): RegExp {
  const body = format.replace(/yyyy|yy|MMM|MM|dd|HH|hh|mm|ss|a|[./]/g, (token) => parts[token] ?? `\\${token}`);
  return new RegExp(`^${body}$`, "i");
}

const number = /^[-+]?(\d+|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)([.,]\d+)?(e[-+]?\d+)?$/i;
const clock = /^\d{1,3}:[0-5]\d(:[0-5]\d)?( ?[ap]m)?$/i;
const flag = /^(y|n|yes|no|true|false|是|否|有|无|0|1)$/i;
const ruined = /^\d\.\d+e\+\d+$/i;

/** Looks at up to a thousand cells of a column. */
export function profileColumn(
  header: string,
  {cells, filled, distinct}: {cells: readonly string[]; filled: number; distinct: number},
): ColumnProfile {
  const texts = cells.map((cell) => cell.trim());
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const unit = (["%", "万", "亿"] as const).find((each) => share((text) => text.endsWith(each)) > 0.8);
  const bare = unit ? texts.map((text) => text.slice(0, -1)) : texts;
  const iso = share((text) => isoLike.test(text));
  const formats =
    iso > 0.9 || texts.length === 0
      ? []
      : patterns.filter(({pattern}) => texts.every((text) => pattern.test(text))).map(({format}) => format);
  const commaDecimals =
    bare.some((text) => /^\d{1,3}(\.\d{3})*,\d{1,2}$/.test(text)) && !bare.some((text) => /\.\d{1,2}$/.test(text));
  const thousands = bare.some((text) => /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text));
  const clocks = share((text) => clock.test(text));
  const seconds = texts.some((text) => /:\d{2}:\d{2}/.test(text)) ? ":ss" : "";
  const clockFormat = texts.some((text) => /m$/i.test(text))
    ? (`hh:mm${seconds} a` as const)
    : (`HH:mm${seconds}` as const);
  const numberFormat =
    clocks === 1 && seconds !== "" ? "hh:mm:ss" : commaDecimals ? "1.234,56" : thousands ? "1,234.56" : undefined;
  return {
    header,
    filled,
    distinct,
    samples: [...new Set(texts)].slice(0, 3),
    values: distinct <= 20 ? [...new Set(texts)].sort() : [],
    dates: formats.length > 0 ? 1 : iso,
    numbers: bare.length === 0 ? 0 : bare.filter((text) => number.test(text)).length / bare.length,
    flags: share((text) => flag.test(text)),
    formats,
    clocks,
    ...(clocks === 1 && {clockFormat}),
    ...(numberFormat && {numberFormat}),
    ...(unit && {unit}),
    ruined: share((text) => ruined.test(text)) > 0.2,
  };
}
