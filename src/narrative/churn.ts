import {lastFinalMonth, peakMonth} from "../facts/churn/months.js";
import {serviceShare} from "../facts/churn/reasons.js";
import {waveFinding, waves} from "../facts/churn/waves.js";
import {leavingEnd} from "../facts/leaving.js";
import {isMissing} from "../facts/months.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {formatDay, formatInterval, formatMonth, formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";

/** Churn in sentences; each figure's finding is repeated word for word. */
export function churnSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const stop = say(view, {zh: "。", en: "."});
  return [
    ...churnSentence(view),
    ...waves(view)
      .slice(0, 1)
      .map((wave) => `${waveFinding(view, wave)}${stop}`),
    ...findings(view, drawn, ["churn-causes", "churn-destinations", "churn-by-segment"]),
    ...findings(view, drawn, ["churn-signals", "at-risk-accounts"]),
    ...findings(view, drawn, ["retention", "churn-reasons", "churn-revenue"]),
    ...folkloreSentence(view),
    ...findings(view, drawn, ["churn-ends", "churn-rule", "churn-coverage", "churn-advantage"]),
    ...findings(view, drawn, ["retention-by-contract", "retention-by-tier"]),
  ];
}

/** The saying that 68 % leave over service, with our own share beside it and never in its place. */
export function folkloreSentence(view: ReportView): string[] {
  const service = serviceShare(view);
  if (!service) return [];
  const {any: row, only} = service;
  const alone = (only?.named_by ?? 0) / row.interviews;
  const share = (value: number | null) => formatNumber(value, "share", view);
  const interval = formatInterval([row.lo, row.hi], "share", view);
  const interviews = formatNumber(row.interviews, "count", view);
  return [
    say(view, {
      zh: `常说“68% 的客户因服务离开”，没有依据可查；我们受访的 ${interviews} 户中提到服务的占 ${share(row.value)}（${interval}），只因服务的占 ${share(alone)}。`,
      en: `“68% leave over service” is a saying without a source; of our ${interviews} interviewed ${share(row.value)} (${interval}) name service, ${share(alone)} nothing else.`,
    }),
  ];
}

/** The last month whose churn is final, and the peak if there is one. */
export function churnSentence(view: ReportView): string[] {
  const row = lastFinalMonth(view);
  const undated = view.rows("churn_by_segment").find((each) => each.dimension === "all" && each.clock === "months");
  if (undated) {
    const interval = formatInterval([undated.share_lo, undated.share_hi], "share", view);
    const [lost, customers, share] = [
      formatNumber(undated.lost, "count", view),
      formatNumber(undated.customers, "count", view),
      formatNumber(undated.share, "share", view),
    ];
    return [
      say(view, {
        zh: `${customers} 户客户中流失 ${lost} 户，占 ${share}（${interval}）。`,
        en: `${lost} of ${customers} customers ${lost === "1" ? "has" : "have"} left: ${share} (${interval}).`,
      }),
    ];
  }
  if (!row || row.value === null) return [];
  const peak = peakMonth(view, view.rows("churn_by_month"));
  const [rate, interval] = [formatNumber(row.value, "share", view), formatInterval([row.lo, row.hi], "share", view)];
  const month = formatMonth(row.month, view);
  const later = row.month === view.month ? {zh: "", en: ""} : laterMonths(view);
  const high =
    peak?.month === row.month
      ? say(view, {zh: "，明显高于平时", en: ", clearly more than usual"})
      : peak
        ? say(view, {
            zh: `；${formatMonth(peak.month, view)}流失 ${formatNumber(peak.lost, "count", view)} 户，明显高于平时`,
            en: `; ${formatNumber(peak.lost, "count", view)} in ${formatMonth(peak.month, view)} were clearly more than usual`,
          })
        : "";
  return [
    say(view, {
      zh: `${month}流失 ${formatNumber(row.lost, "count", view)} 户，月流失率 ${rate}（${interval}）${high}${later.zh}。`,
      en: `${formatNumber(row.lost, "count", view)} customers lost in ${month}, a monthly churn of ${rate} (${interval})${high}${later.en}.`,
    }),
  ];
}

/** Why nothing is said of the months after the last one that is final. */
function laterMonths(view: ReportView): {zh: string; en: string} {
  if (view.churnRule === "left_date") {
    const last = leavingEnd(view);
    const day = last ? formatDay(last, view) : "";
    return last
      ? {
          zh: `；离开日期只到 ${day}，之后走了多少还不知道`,
          en: `; leaving dates reach ${day}, who left later is not known`,
        }
      : {zh: "", en: ""};
  }
  if (isMissing(view, {metric: "churn_rate", month: view.month ?? ""}))
    return {
      zh: "；之后的合同没有交来，不能说没有流失",
      en: "; no later contracts were sent, which is not to say that nobody left",
    };
  return view.churnRule === "contract"
    ? {zh: "；之后的月份仍在宽限期内，暂不下结论", en: "; later months are still within the grace period"}
    : {zh: "", en: ""};
}
