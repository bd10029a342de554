import {formatMonths} from "./format.js";
import {shiftMonth} from "./month.js";
import type {Report} from "./report.js";

/** The window in words: "2025年11月 – 2026年10月", or that the records have no dates. */
export function periodName(view: Report): string {
  if (!view.month) return view.language === "zh" ? "全部记录（无日期）" : "all records (undated)";
  const first = shiftMonth(view.month, 1 - view.windowMonths);
  const start = view.months[0] && view.months[0] > first ? view.months[0] : first;
  return formatMonths(start, view.month, view);
}

/** A year's figure says so beside a month's: "近 12 个月", " over 12 months"; "" for records without dates, which are of no period. */
export function windowWords({month, months, windowMonths}: Report): {zh: string; en: string} {
  const n = Math.min(windowMonths, months.length);
  return month && n > 1 ? {zh: `近 ${n} 个月`, en: ` over ${n} months`} : {zh: "", en: ""};
}

/** All months of the records: "2024年11月 – 2026年10月", or that they have no dates. */
export function spanName(view: Report): string {
  const [first] = view.months;
  if (!first || !view.month) return view.language === "zh" ? "全部记录（无日期）" : "all records (undated)";
  return formatMonths(first, view.month, view);
}

/** The category of a time axis that a month falls in: itself, its quarter, half-year or year. */
export const categoryAt = (month: string, categories: readonly string[]): string | undefined => {
  const [year, at] = [month.slice(0, 4), Number(month.slice(5))];
  const names = [month, `${year}-Q${Math.ceil(at / 3)}`, `${year}-H${Math.ceil(at / 6)}`, year];
  return categories.find((each) => names.some((name) => name === each || name.replace("-", "") === each));
};
