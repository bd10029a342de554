import {metricOf} from "../../metrics/catalogue.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import {counted, say} from "../../words/say.js";
import {isCounted, metricTotal} from "../metric.js";
import {partSuffix} from "../months.js";
import type {ReportView} from "../view.js";

interface Listed {
  /** The figure that lists them, and its page. */
  readonly figure: string;
  readonly page: string;
  readonly said: (n: number, text: string) => Readonly<Record<Language, string>>;
}

/** Metrics whose records of the month are listed one by one, and what these are called. */
const listed: Readonly<Record<string, Listed>> = {
  answer_rate: {
    figure: "calls-unanswered",
    page: "calls",
    said: (n, text) => ({zh: `没接起的来电 ${text} 通`, en: `${counted(n, "call")} not answered`}),
  },
  bottom_box: {
    figure: "answers-dissatisfied",
    page: "satisfaction",
    said: (n, text) => ({zh: `不满意的回答 ${text} 份`, en: `${counted(n, "dissatisfied answer")}`}),
  },
  callback_done: {
    figure: "callbacks-missed",
    page: "complaints",
    said: (n, text) => ({
      zh: `没有按时回访的投诉 ${text} 件`,
      en: `${counted(n, "complaint")} not followed up in time`,
    }),
  },
  promise_kept: {
    figure: "promises-broken",
    page: "complaints",
    said: (n, text) => ({zh: `没有兑现的承诺 ${text} 个`, en: `${counted(n, "promise")} not kept`}),
  },
};

/** The records behind the number of the report month: how many, in words, and the figure that lists them. */
export interface RecordsBehind {
  readonly figure: string;
  readonly href: string;
  readonly n: number;
  /** "36 calls not answered". */
  readonly said: string;
  /** " (to 18 Aug)" where the month is there in part. */
  readonly part: string;
}

/** Undefined where none are listed: another metric, no month, a number that is withheld, a report without lists. */
export function recordsBehind(view: ReportView, metric: string): RecordsBehind | undefined {
  if (view.lists === false) return undefined;
  if (metric === "complaint_rate") return complaintsBehind(view);
  const list = listed[metric];
  const total = view.month === undefined ? undefined : metricTotal(view, {metric, period: view.month});
  if (!list || !total || !isCounted(total)) return undefined;
  const n = metricOf(metric).better === "down" ? total.positive : total.n - total.positive;
  const said = say(view, list.said(n, formatNumber(n, "count", view)));
  const part = partSuffix(view, {metric, month: total.period});
  return {figure: list.figure, href: `${list.page}.html#${list.figure}`, n, said, part};
}

/** Complaints have a list of their own. */
function complaintsBehind(view: ReportView): RecordsBehind | undefined {
  const n = view.rows("complaints_by_month").find(({month}) => month === view.month)?.complaints;
  if (n == null || !view.rows("month_tickets_listed").some(({ticket_type}) => ticket_type === "complaint"))
    return undefined;
  const said = say(view, {zh: `投诉 ${formatNumber(n, "count", view)} 件`, en: counted(n, "complaint")});
  const part = partSuffix(view, {metric: "complaint_rate", month: view.month!});
  return {figure: "month-complaints", href: "monthly.html#month-complaints", n, said, part};
}

/** "10月：没接起的来电 36 通" as the text of a link or a title. */
export const recordsTitle = (view: ReportView, {said, part}: RecordsBehind): string =>
  say(view, {
    zh: `${formatMonth(view.month!, view)}${part}${said}`,
    en: `${formatMonth(view.month!, view)}${part}: ${said}`,
  });
