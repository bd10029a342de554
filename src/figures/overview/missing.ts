import {leavingEnd} from "../../facts/leaving.js";
import {absentRecords, headlineRecords} from "../../facts/quality/absent.js";
import {surveyFaults} from "../../facts/quality/audit.js";
import {gaps} from "../../facts/quality/notices.js";
import {amountText, differences, measureName, suspectRows} from "../../facts/quality/reconciliation.js";
import {unnamedValues} from "../../facts/quality/unnamed.js";
import type {ReportView} from "../../facts/view.js";
import {formatDay, formatMonth, formatMonthName, formatNumber} from "../../words/format.js";
import {windowWords} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {BoardLine} from "./board-shape.js";

/** What is not there yet, or not to be trusted whole: it limits what the findings may say. */
export const missing = (view: ReportView): BoardLine[] => [
  ...noticeLines(view),
  ...provisionalLine(view),
  ...interviewLine(view),
  ...surveyLine(view),
  ...ledgerLine(view),
  ...absentLine(view),
  ...unnamedLine(view),
];

/** Why Chinese stands on a page in English. */
function unnamedLine(view: ReportView): BoardLine[] {
  const values = unnamedValues(view);
  const [first] = values;
  if (!first) return [];
  const n = values.length;
  return [
    {
      head: "No English name",
      text:
        n === 1
          ? `1 value (${first.of}) stands in Chinese, as in the records`
          : `${n} values, ${first.of} among them, stand in Chinese as in the records`,
      href: "data-quality.html",
    },
  ];
}

function absentLine(view: ReportView): BoardLine[] {
  const names = absentRecords(view, headlineRecords);
  if (names === "") return [];
  return [
    {
      head: say(view, {zh: "未收到", en: "Not received"}),
      text: names,
      href: view.month ? "data-quality.html#source-months" : "data-quality.html",
    },
  ];
}

/** What stands on top of every page it touches, without a head: the page itself does not say it twice. */
const noticeLines = (view: ReportView): BoardLine[] =>
  gaps(view).map(({text}) => ({text: text.replace(/[。.]$/, ""), href: "data-quality.html#source-months"}));

function provisionalLine(view: ReportView): BoardLine[] {
  const row = view.rows("churn_by_month").find(({month, is_provisional}) => month === view.month && is_provisional);
  if (!row) return [];
  const n = formatNumber(row.pending, "count", view);
  const last = view.churnRule === "left_date" ? leavingEnd(view) : undefined;
  return [
    {
      head: say(view, {
        zh: `${formatMonthName(row.month, view)}流失`,
        en: `Churn in ${formatMonthName(row.month, view)}`,
      }),
      text: last
        ? say(view, {
            zh: `还没有定数，离开日期只到 ${formatDay(last, view)}`,
            en: `not final; leaving dates reach ${formatDay(last, view)} only`,
          })
        : say(view, {
            zh: `还没有定数，${n} 户仍在宽限期`,
            en: `not final; ${n} customers still in the grace period`,
          }),
      href: "churn.html#churn-ends",
    },
  ];
}

function interviewLine(view: ReportView): BoardLine[] {
  const row = view.rows("churn_coverage").find(({period, dimension}) => period === "window" && dimension === "all");
  const [lost, asked] = [row?.lost ?? 0, row?.interviewed ?? 0];
  if (lost === 0 || asked >= lost) return [];
  const period = windowWords(view);
  const [all, without] = [formatNumber(lost, "count", view), formatNumber(lost - asked, "count", view)];
  return [
    {
      head: say(view, {
        zh: `${period.zh}流失的 ${all} 户中 ${without} 户`,
        en: `Why ${without} of the ${all} lost${period.en} left`,
      }),
      text: say(view, {zh: "原因不明，没有访谈", en: "not known; they were not interviewed"}),
      href: "churn.html#churn-coverage",
    },
  ];
}

/** The first thing that is wrong with how satisfaction was asked for; the page has the others. */
function surveyLine(view: ReportView): BoardLine[] {
  const [fault, ...others] = surveyFaults(view);
  if (fault === undefined) return [];
  const more =
    others.length === 0 ? {zh: "", en: ""} : {zh: `；另有 ${others.length} 处问题`, en: `, and ${others.length} more`};
  return [
    {
      head: say(view, {zh: "满意度分数", en: "Survey scores"}),
      text: say(view, {zh: `要打折扣看：${fault}${more.zh}`, en: `may flatter: ${fault}${more.en}`}),
      href: "data-quality.html#survey-audit",
    },
  ];
}

function ledgerLine(view: ReportView): BoardLine[] {
  const [gap] = differences(view);
  if (!gap) return [];
  const isMore = gap.difference > 0;
  const size = amountText(view, {counted: gap.counted, value: Math.abs(gap.difference)});
  const suspect = suspectRows(view).find(({month, measure}) => month === gap.month && measure === gap.measure);
  const likely = suspect
    ? say(view, {zh: `，可能与 ${suspect.record_id} 有关`, en: `; ${suspect.record_id} may explain it`})
    : "";
  return [
    {
      head: say(view, {
        zh: `${formatMonth(gap.month, view)}${measureName(view, gap.measure)}`,
        en: `${measureName(view, gap.measure)}, ${formatMonth(gap.month, view)}`,
      }),
      text: say(view, {
        zh: `比总账${isMore ? "多" : "少"} ${size}${likely}`,
        en: `${size} ${isMore ? "over" : "under"} the ledger${likely}`,
      }),
      href: "data-quality.html#reconciliation",
    },
  ];
}
