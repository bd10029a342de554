import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {lastBreak} from "../../metrics/breaks.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {type Beside, rateBeside} from "../beside.js";
import {whereKnown} from "../known.js";
import type {ReportView} from "../view.js";

type Month = Row<"churn_by_month">;

/** The last month whose churn can no longer change: its grace period has passed. */
export const lastFinalMonth = (view: ReportView): Month | undefined => view.rows("churn_by_month").findLast(isFinal);

/** Known whole, and past the grace. */
const isFinal = ({is_provisional, state}: Month): boolean =>
  !is_provisional && (state === "complete" || state === "late");

/**
 * The highest final month since it is counted as it is now, where it is surely above the mean of the others: exact Poisson ratio, Bonferroni over all
 * months, since the highest of many is high by chance.
 */
export function peakMonth(view: ReportView, rows: readonly Month[]): Month | undefined {
  const since = lastBreak(view, {metric: "churn_rate", through: view.month ?? ""})?.category ?? "";
  const final = whereKnown(rows, "value", "lost", "customer_months").filter(
    (row) => isFinal(row) && row.month >= since,
  );
  const peak = [...final].sort((a, b) => b.value - a.value)[0];
  const others = final.filter((row) => row !== peak);
  if (!peak || others.length < 6) return undefined;
  const {p} = rateRatio(
    {events: peak.lost, exposure: peak.customer_months},
    {events: sum(others, "lost"), exposure: sum(others, "customer_months")},
  );
  return p * final.length <= 0.05 ? peak : undefined;
}

/** The last final month beside the one before it and the same month a year before. */
export function churnBeside(view: ReportView): Beside {
  const last = lastFinalMonth(view);
  if (!last) return {};
  const at = (month: string) => {
    const row = view.rows("churn_by_month").find((each) => each.month === month);
    if (!row || row.value === null || row.is_provisional !== false) return undefined;
    return {value: Number(row.value), events: Number(row.lost), exposure: Number(row.customer_months)};
  };
  return rateBeside(view, {metric: "churn_rate", month: String(last.month), at});
}
