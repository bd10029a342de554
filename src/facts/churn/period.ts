import {formatDate, formatMonth} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {periodName} from "../../words/period.js";
import {leavingDates, leavingEnd} from "../leaving.js";
import type {ReportView} from "../view.js";

/** The part of the window whose losses are final: "2025年11月 – 2026年10月1日". */
export function finalPeriodName(view: ReportView): string {
  if (view.churnRule === "left_date") return datedPeriodName(view);
  const last = view.rows("churn_rule_variants").find(({factor}) => factor === 1)?.last_date;
  if (!view.month || view.churnRule !== "contract" || typeof last !== "string") return periodName(view);
  const [start = ""] = periodName(view).split(" – ");
  return `${start} – ${formatDate(last, view)}`;
}

/** The part of the window of which it is known who left. */
function datedPeriodName(view: ReportView): string {
  const [name, first, last] = [periodName(view), leavingDates(view)?.first_date.slice(0, 7), leavingEnd(view)];
  if (!view.month || !first) return name;
  const [start = "", end = start] = name.split(" – ");
  const from = first > shiftMonth(view.month, 1 - view.windowMonths) && first > (view.months[0] ?? "");
  const [left, right] = [from ? formatMonth(first, view) : start, last ? formatDate(last, view) : end];
  return left === right ? left : `${left} – ${right}`;
}
