import type {Bilingual} from "../../../src/words/language.js";
import {formatsOf, isPlainDate} from "./dates.js";

/** What the cells of one column look like. */
export interface ColumnProfile {
  readonly header: string;
  readonly filled: number;
  readonly distinct: number;
  readonly samples: readonly string[];
  /** The cells looked at, without those that stand for nothing. */
  readonly sampled: readonly string[];
  /** All values, where there are few, and how often each stands there. */
  readonly values: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** Shares of the sampled cells. */
  readonly dates: number;
  readonly numbers: number;
  readonly flags: number;
  /** Clock times or durations: 00:02:23, 3:53:50 PM. */
  readonly clocks: number;
  /** Formats that read every cell; two of them = the column can be read two ways. */
  readonly formats: readonly string[];
  /** What settled the choice where several formats read every cell. */
  readonly settled?: Bilingual;
  readonly numberFormat?: "1,234.56" | "1.234,56" | "1 234,56" | "hh:mm:ss";
  /** How its clock times read. */
  readonly clockFormat?: "HH:mm:ss" | "HH:mm" | "hh:mm:ss a" | "hh:mm a";
  readonly unit?: "%" | "万" | "亿" | "k";
  /** Ids that a spreadsheet rounded away: 5.70306E+17. */
  readonly ruined: boolean;
  /** Cells that stand for "nothing": "?", "N/A", "-". */
  readonly na: readonly string[];
  /** The least and the greatest, where all cells are numbers. */
  readonly range?: readonly [number, number];
  readonly isWhole: boolean;
  /** Mean length of a cell. */
  readonly length: number;
  readonly personal?: "phone" | "email" | "id_card";
  /** Share of cells with a digit in them. */
  readonly digits: number;
}

const number = /^[-+]?(\d+|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+|\d{1,3}([ \u00a0\u202f]\d{3})+)([.,]\d+)?(e[-+]?\d+)?$/i;
const clock = /^\d{1,3}:[0-5]\d(:[0-5]\d)?( ?[ap]m)?$/i;
const flag = /^(y|n|yes|no|true|false|t|f|是|否|有|无|已|未|0|1)$/i;
const ruined = /^\d\.\d+e\+\d+$/i;
/** Cells that stand for "nothing", as DuckDB and JavaScript both read it. */
export const nothingPattern =
  "\\?+|-+|—+|[nN]/?[aA]|#[nN]/[aA]|[nN](ull|ULL)|[nN](one|ONE)|[nN](an|aN|AN)|\\\\N|[nN](il|IL)|\\.|/";
const nothing = new RegExp(`^(?:${nothingPattern})$`);
const phone = /^(\+?86[- ]?)?1[3-9]\d{9}$|^\+\d[\d ()-]{8,16}\d$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$|^0\d{2,3}-?\d{7,8}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const identity = /^\d{17}[\dXx]$/;

/** Looks at up to a thousand different cells of a column. */
export function profileColumn(
  header: string,
  {
    cells,
    filled,
    distinct,
    counts = new Map(),
  }: {cells: readonly string[]; filled: number; distinct: number; counts?: ReadonlyMap<string, number>},
): ColumnProfile {
  const all = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const na = [...new Set(all.filter((text) => nothing.test(text)))];
  const texts = all.filter((text) => !nothing.test(text));
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const unit = (["%", "万", "亿", "k"] as const).find(
    (each) => share((text) => text.toLowerCase().endsWith(each) && /\d/.test(text)) > 0.8,
  );
  const bare = (unit ? texts.map((text) => text.slice(0, -1)) : texts).map((text) => text.replace(/^[¥￥$€£]\s?/, ""));
  const plainDates = share(isPlainDate);
  const formats = plainDates > 0.9 ? [] : formatsOf(texts);
  const clocks = share((text) => clock.test(text));
  const seconds = texts.some((text) => /:\d{2}:\d{2}/.test(text)) ? ":ss" : "";
  const numbers = bare.length === 0 ? 0 : bare.filter((text) => number.test(text)).length / bare.length;
  const plainNumbers = numbers === 1 ? bare.map(Number) : [];
  const numberFormat = clocks === 1 && seconds !== "" ? "hh:mm:ss" : numberFormatOf(bare);
  const personal =
    share((text) => email.test(text)) > 0.8
      ? "email"
      : share((text) => identity.test(text)) > 0.8
        ? "id_card"
        : share((text) => phone.test(text) && text.replace(/\D/g, "").length >= 9 && !/^\d{12,}$/.test(text)) > 0.8 &&
            distinct > 1
          ? "phone"
          : undefined;
  return {
    header,
    filled,
    distinct,
    samples: [...new Set(texts)].slice(0, 3),
    sampled: texts,
    values: distinct <= 60 ? [...new Set(texts)].sort() : [],
    counts,
    dates: formats.length > 0 ? 1 : plainDates,
    numbers,
    flags: share((text) => flag.test(text)),
    formats,
    clocks,
    ...(clocks === 1 && {
      clockFormat: texts.some((text) => /m$/i.test(text))
        ? (`hh:mm${seconds} a` as const)
        : (`HH:mm${seconds}` as const),
    }),
    ...(numberFormat && {numberFormat}),
    ...(unit && {unit}),
    ruined: share((text) => ruined.test(text)) > 0.2,
    na,
    ...(plainNumbers.length > 0 &&
      plainNumbers.every(Number.isFinite) && {range: [Math.min(...plainNumbers), Math.max(...plainNumbers)] as const}),
    isWhole: plainNumbers.length > 0 && plainNumbers.every(Number.isInteger),
    length: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    ...(personal && {personal}),
    digits: share((text) => /\d/.test(text)),
  };
}

function numberFormatOf(texts: readonly string[]): ColumnProfile["numberFormat"] {
  if (texts.some((text) => /^[-+]?\d{1,3}([ \u00a0\u202f]\d{3})+(,\d+)?$/.test(text))) return "1 234,56";
  const isComma = texts.some((text) => /^[-+]?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(text));
  if (isComma && !texts.some((text) => /\.\d{1,2}$/.test(text))) return "1.234,56";
  return texts.some((text) => /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) ? "1,234.56" : undefined;
}
