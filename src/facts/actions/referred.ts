import type {Row} from "../../marts/list.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {isKnown, type Known} from "../known.js";
import type {ReportView} from "../view.js";

type Referral = Row<"referrals">;

/** Whether the referred leave more often, and are more satisfied, than the others: by the ratio and the difference. */
export function referredBeside(view: ReportView): string[] {
  const row = view.rows("referrals").find(({member}) => member === "referred");
  if (!row) return [];
  return [
    ...(row.churn_ratio === null ? [] : [churnBeside(view, row)]),
    ...(isKnown(row, "csat_difference", "csat_difference_lo", "csat_difference_hi")
      ? [satisfiedBeside(view, row)]
      : []),
  ];
}

function churnBeside(view: ReportView, row: Referral): string {
  const zh = view.language === "zh";
  const [low, high] = [row.churn_ratio_lo, row.churn_ratio_hi];
  const times = formatNumber(row.churn_ratio, "ratio", view);
  const interval = formatInterval([low, high], "ratio", view);
  if ((low !== null && low > 1) || (high !== null && high < 1))
    return zh
      ? `介绍来的客户流失率为其他客户的 ${times} 倍（${interval}）`
      : `Referred customers leave ${times} times as often as others (${interval})`;
  return zh
    ? `介绍来的客户流失是否与其他客户不同，尚不能判断（为其 ${times} 倍${interval && `，${interval}`}；流失 ${formatNumber(row.lost, "count", view)} 户）`
    : `Whether referred customers leave more or less often than others cannot be told (${times} times${interval && `, ${interval}`}; ${formatNumber(row.lost, "count", view)} lost)`;
}

function satisfiedBeside(
  view: ReportView,
  row: Known<Referral, "csat_difference" | "csat_difference_lo" | "csat_difference_hi">,
): string {
  const zh = view.language === "zh";
  const points = (value: number) => formatNumber(100 * value, "points", view);
  const size = (value: number) => points(Math.abs(value)).replace("+", "");
  const gap = row.csat_difference;
  const ends = [row.csat_difference_lo, row.csat_difference_hi] as const;
  if (ends[0] > 0 || ends[1] < 0) {
    const [near = 0, far = 0] = ends.map(Math.abs).sort((a, b) => a - b);
    return zh
      ? `介绍来的客户满意率比其他客户${gap > 0 ? "高" : "低"} ${size(gap)} 个百分点（${size(near)}–${size(far)}）`
      : `Referred customers are ${size(gap)} points ${gap > 0 ? "more" : "less"} satisfied than others (${size(near)}–${size(far)})`;
  }
  return zh
    ? `介绍来的客户满意率是否与其他客户不同，尚不能判断（相差 ${points(gap)} 个百分点，${points(ends[0])} 至 ${points(ends[1])}；${row.raters} 户的 ${formatNumber(row.answers, "count", view)} 份答卷）`
    : `Whether referred customers are more or less satisfied than others cannot be told (${points(gap)} points, ${points(ends[0])} to ${points(ends[1])}; ${formatNumber(row.answers, "count", view)} answers of ${row.raters} customers)`;
}
