import type {MartRow} from "../../marts/shape/table.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {type Beside, rateBeside} from "../beside.js";
import type {ReportView} from "../view.js";

/** The last month whose churn can no longer change: its grace period has passed. */
export const lastFinalMonth = (view: ReportView): MartRow | undefined =>
  view.rows("churn_by_month").findLast((row) => row.is_provisional === false);

/**
 * The highest final month, where it is surely above the mean of the others: exact Poisson ratio, Bonferroni over all
 * months, since the highest of many is high by chance.
 */
export function peakMonth(rows: readonly MartRow[]): MartRow | undefined {
  const final = rows.filter((row) => row.is_provisional === false && row.value !== null);
  const peak = [...final].sort((a, b) => Number(b.value) - Number(a.value))[0];
  const others = final.filter((row) => row !== peak);
  if (!peak || others.length < 6) return undefined;
  const sum = (name: string) => others.reduce((total, row) => total + Number(row[name]), 0);
  const {p} = rateRatio(
    {events: Number(peak.lost), exposure: Number(peak.customer_months)},
    {events: sum("lost"), exposure: sum("customer_months")},
  );
  return p * final.length <= 0.05 ? peak : undefined;
}

/** The last final month beside the one before it and the same month a year before. */
export function churnBeside(view: ReportView): Beside {
  const last = lastFinalMonth(view);
  if (!last) return {};
  return rateBeside(String(last.month), (month) => {
    const row = view.rows("churn_by_month").find((each) => each.month === month);
    if (!row || row.value === null || row.is_provisional !== false) return undefined;
    return {value: Number(row.value), events: Number(row.lost), exposure: Number(row.customer_months)};
  });
}
