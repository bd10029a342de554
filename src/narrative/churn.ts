import {churnBySegment, lastFinalMonth, peakMonth} from "../figures/churn-rate.js";
import {churnDestinations, churnReasons} from "../figures/churn-reasons.js";
import {isMissing} from "../figures/figure.js";
import {retention} from "../figures/retention.js";
import {formatInterval, formatMonth, formatNumber} from "../format.js";
import type {ReportView} from "../report-view.js";
import {say} from "./say.js";

/** Churn in sentences; each figure's finding is repeated word for word. */
export function churnSentences(view: ReportView): string[] {
  const findings = [churnBySegment(view), churnReasons(view), churnDestinations(view), retention(view)].flatMap(
    (figure) => (isMissing(figure) ? [] : [`${figure.title}${say(view, {zh: "。", en: "."})}`]),
  );
  return [...churnSentence(view), ...findings];
}

/** The last month whose churn is final, and the peak if there is one. */
export function churnSentence(view: ReportView): string[] {
  const row = lastFinalMonth(view);
  const undated = view.rows("churn_by_segment").find((each) => each.dimension === "all" && each.clock === "months");
  if (undated) {
    const interval = formatInterval([Number(undated.share_lo), Number(undated.share_hi)], "share", view);
    const [lost, customers, share] = [
      formatNumber(Number(undated.lost), "count", view),
      formatNumber(Number(undated.customers), "count", view),
      formatNumber(Number(undated.share), "share", view),
    ];
    return [
      say(view, {
        zh: `${customers} 户客户中流失 ${lost} 户，占 ${share}（${interval}）。`,
        en: `${lost} of ${customers} customers have left: ${share} (${interval}).`,
      }),
    ];
  }
  if (!row || row.value === null) return [];
  const peak = peakMonth(view.rows("churn_by_month"));
  const [rate, interval] = [
    formatNumber(Number(row.value), "share", view),
    formatInterval([Number(row.lo), Number(row.hi)], "share", view),
  ];
  const month = formatMonth(String(row.month), view);
  const high = peak
    ? say(view, {
        zh: `；${formatMonth(String(peak.month), view)}流失 ${peak.lost} 户，明显高于平时`,
        en: `; ${peak.lost} in ${formatMonth(String(peak.month), view)} were clearly more than usual`,
      })
    : "";
  return [
    say(view, {
      zh: `${month}流失 ${row.lost} 户，月流失率 ${rate}（${interval}）${high}；之后的月份仍在宽限期内，暂不下结论。`,
      en: `${row.lost} customers lost in ${month}, a monthly churn of ${rate} (${interval})${high}; later months are still within the grace period.`,
    }),
  ];
}
