import type {Language} from "./language.js";
import {formatCompact, formatLarge, largeColumn} from "./large.js";
import type {Unit} from "./unit.js";

const locales = {zh: "zh-CN", en: "en-US"} as const;

/** Words that follow a number; "" where the unit is said by the number itself or by the axis title. */
const suffixes: Readonly<Partial<Record<Unit, Readonly<Record<Language, string>>>>> = {
  hours: {zh: " 小时", en: " h"},
  days: {zh: " 天", en: " d"},
  minutes: {zh: " 分钟", en: " min"},
  seconds: {zh: " 秒", en: " s"},
  months: {zh: " 个月", en: " months"},
};

const decimals: Readonly<Record<Unit, number>> = {
  share: 1,
  score: 2,
  nps: 0,
  per_10000: 1,
  hours: 1,
  days: 1,
  minutes: 1,
  seconds: 0,
  months: 0,
  count: 0,
  money: 0,
  ratio: 2,
  p: 3,
  points: 1,
};

type SignDisplay = "auto" | "exceptZero";
const formats = new Map<string, Intl.NumberFormat>();

/** Made once each: making one takes a hundred times as long as using it. */
function numberFormat(
  language: Language,
  {digits, signDisplay}: {digits: number; signDisplay: SignDisplay},
): Intl.NumberFormat {
  const key = `${language} ${digits} ${signDisplay}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    });
  formats.set(key, made);
  return made;
}

type Currency = Readonly<Record<Language, string>>;

interface NumberOptions {
  readonly language: Language;
  /** Without the word after it; defaults to false. */
  readonly bare?: boolean;
  /** What amounts are in; without it they have no word after them. */
  readonly currency?: Currency | undefined;
}

/** The currency as it follows an amount in a sentence: " yuan"; "" where the report names none. */
export const currencyWord = ({language, currency}: Pick<NumberOptions, "language" | "currency">): string =>
  currency ? ` ${currency[language]}` : "";

/**
 * A number as it is written everywhere in the report: shares with one decimal, NPS as a whole number with its sign,
 * money and counts grouped, amounts of many digits by three of them, times and money with their unit; "–" for null.
 *
 * @example formatNumber(0.8614, "share", {language: "en"}) // "86.1%"
 * @example formatNumber(0.0000004, "p", {language: "en"}) // "<0.001"
 * @example formatNumber(-12.4, "nps", {language: "zh"}) // "−12"
 * @example formatNumber(1_273_135, "money", {language: "zh", currency: {zh: "元", en: "yuan"}}) // "127 万元"
 */
export function formatNumber(
  value: number | null | undefined,
  unit: Unit,
  {language, bare = false, currency}: NumberOptions,
): string {
  if (value == null || !Number.isFinite(value)) return "–";
  // No p is 0.
  if (unit === "p" && value >= 0 && value < 0.001) return "<0.001";
  const after = bare ? "" : unit === "money" ? currencyWord({language, currency}) : (suffixes[unit]?.[language] ?? "");
  const large = unit === "money" ? formatLarge(value, {language, spoken: after !== ""}) : undefined;
  if (large !== undefined) return `${large}${language === "zh" ? after.trim() : after}`;
  const shown = unit === "share" ? value * 100 : value;
  const digits = decimals[unit];
  const signDisplay = unit === "nps" || unit === "points" ? "exceptZero" : "auto";
  const signed = numberFormat(language, {digits, signDisplay}).format(shown);
  // Browsers of 2020 do not know `signDisplay: "negative"`, by which a zero would lose its sign.
  const text = /[1-9]/.test(signed) ? signed : signed.replace("-", "");
  return `${text.replace("-", "−")}${unit === "share" ? "%" : after}`;
}

/**
 * How the numbers of one column are written: amounts all by the same step where the largest has eight digits and more,
 * else in full, so that they can be compared and added; everything else as everywhere.
 */
export function columnFormat(
  unit: Unit | "text" | "date" | "month" | "id",
  {values, language}: {values: readonly unknown[]; language: Language},
): (value: number) => string {
  if (unit === "text" || unit === "date" || unit === "month" || unit === "id") return String;
  if (unit !== "money") return (value) => formatNumber(value, unit, {language});
  const large = largeColumn(values, {language});
  return (value) => large?.(value) ?? formatNumber(value, "count", {language});
}

/**
 * A p-value in a sentence; none is 0.
 *
 * @example formatP(0.0312, {language: "en"}) // "p = 0.031"
 */
export const formatP = (value: number, {language}: {language: Language}): string =>
  value < 0.001 ? "p < 0.001" : `p = ${formatNumber(value, "p", {language})}`;

/** A tick of an axis whose ticks are `step` apart: no more decimals than the step needs, no unit words. */
export function formatTick(value: number, unit: Unit, {language, step}: {language: Language; step: number}): string {
  if (unit === "count" || unit === "money") return formatCompact(value, {language, step});
  const scale = unit === "share" ? 100 : 1;
  const digits = Math.max(0, Math.min(4, -Math.floor(Math.log10(step * scale * 1.0001))));
  const shown = numberFormat(language, {digits, signDisplay: "auto"})
    .format(value * scale)
    .replace("-", "−");
  const sign = (unit === "nps" || unit === "points") && value > 0 ? "+" : "";
  return `${sign}${shown}${unit === "share" ? "%" : ""}`;
}

/**
 * Both ends of an interval, the unit said once.
 *
 * @example formatInterval([0.34, 0.53], "share", {language: "en"}) // "34.0–53.0%"
 */
export function formatInterval(
  [lo, hi]: readonly [number | null | undefined, number | null | undefined],
  unit: Unit,
  {language}: {language: Language},
): string {
  if (lo == null || hi == null) return "";
  const low = formatNumber(lo, unit, {language, bare: true}).replace("%", "");
  const high = formatNumber(hi, unit, {language});
  // A dash between signed numbers reads as another sign.
  const signed = unit === "nps" || unit === "points" || lo < 0;
  return signed ? `${low} ${language === "zh" ? "至" : "to"} ${high}` : `${low}–${high}`;
}

/**
 * Value and interval as a reader would say it.
 *
 * @example formatPlausible({value: 44, lo: 34, hi: 53}, "nps", {language: "en"}) // "+44, plausibly +34 to +53"
 */
export function formatPlausible(
  {value, lo, hi}: {value: number | null; lo?: number | null; hi?: number | null},
  unit: Unit,
  {language}: {language: Language},
): string {
  const main = formatNumber(value, unit, {language});
  if (value == null || lo == null || hi == null) return main;
  const low = formatNumber(lo, unit, {language, bare: true});
  const high = formatNumber(hi, unit, {language});
  return language === "zh" ? `${main}，大致在 ${low} 到 ${high} 之间` : `${main}, plausibly ${low} to ${high}`;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A month such as "2026-10"; anything else comes back as it is.
 *
 * @example formatMonth("2026-10", {language: "zh"}) // "2026年10月"
 */
export function formatMonth(month: string, {language}: {language: Language}): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  if (!year || !number) return month;
  return language === "zh" ? `${year}年${+number}月` : `${monthNames[+number - 1] ?? number} ${year}`;
}

/**
 * Months from the first to the last as a figure names its period; one alone by its name.
 *
 * @example formatMonths("2025-11", "2026-10", {language: "en"}) // "Nov 2025 – Oct 2026"
 * @example formatMonths("2026-10", "2026-10", {language: "en"}) // "Oct 2026"
 */
export const formatMonths = (first: string, last: string, {language}: {language: Language}): string =>
  first === last
    ? formatMonth(last, {language})
    : `${formatMonth(first, {language})} – ${formatMonth(last, {language})}`;

/** The month alone, for an axis that shows the year beside it: "10月", "Oct". */
export function formatMonthName(month: string, {language}: {language: Language}): string {
  const number = Number(month.slice(5, 7));
  return language === "zh" ? `${number}月` : (monthNames[number - 1] ?? month);
}

/**
 * Months in a row as they are spoken of in a report: of one year without it, "7—9月", "Jul–Sep"; else each with its own.
 *
 * @example formatSpan("2026-07", "2026-09", {language: "en"}) // "Jul–Sep"
 */
export function formatSpan(first: string, last: string, {language}: {language: Language}): string {
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const [from, to] = [first, last].map((month) => (isOneYear ? formatMonthName : formatMonth)(month, {language})) as [
    string,
    string,
  ];
  if (first === last) return formatMonth(first, {language});
  if (language === "en") return `${from}–${to}`;
  return `${isOneYear ? from.replace("月", "") : from}—${to}`;
}

/**
 * A day such as "2026-10-31"; a time after it is left out; anything else comes back as it is.
 *
 * @example formatDate("2026-10-31", {language: "en"}) // "31 Oct 2026"
 */
export function formatDate(date: string, {language}: {language: Language}): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (!year || !month || !day) return date;
  return language === "zh" ? `${year}年${+month}月${+day}日` : `${+day} ${monthNames[+month - 1] ?? month} ${year}`;
}

/** A day without its year: "10月31日", "31 Oct". */
export function formatDay(date: string, {language}: {language: Language}): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (!month || !day) return date;
  return language === "zh" ? `${+month}月${+day}日` : `${+day} ${monthNames[+month - 1] ?? month}`;
}
