import {type ReportView, shiftMonth} from "../facts/view.js";
import {formatDate, formatMonth} from "./format.js";

/** The window in words: "2025年11月 – 2026年10月", or that the records have no dates. */
export function periodName(view: ReportView): string {
  if (!view.month) return view.language === "zh" ? "全部记录（无日期）" : "all records (undated)";
  const first = shiftMonth(view.month, 1 - view.windowMonths);
  const start = view.months[0] && view.months[0] > first ? view.months[0] : first;
  return start === view.month
    ? formatMonth(view.month, view)
    : `${formatMonth(start, view)} – ${formatMonth(view.month, view)}`;
}

/** The part of the window whose losses are final: "2025年11月 – 2026年10月1日". */
export function finalPeriodName(view: ReportView): string {
  const last = view.rows("churn_rule_variants").find(({factor}) => factor === 1)?.last_date;
  if (!view.month || view.churnRule !== "contract" || typeof last !== "string") return periodName(view);
  const [start = ""] = periodName(view).split(" – ");
  return `${start} – ${formatDate(last, view)}`;
}
