import {formatDate} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {ReportView} from "../view.js";

/** The part of the window whose losses are final: "2025年11月 – 2026年10月1日". */
export function finalPeriodName(view: ReportView): string {
  const last = view.rows("churn_rule_variants").find(({factor}) => factor === 1)?.last_date;
  if (!view.month || view.churnRule !== "contract" || typeof last !== "string") return periodName(view);
  const [start = ""] = periodName(view).split(" – ");
  return `${start} – ${formatDate(last, view)}`;
}
