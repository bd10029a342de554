import {type Known, whereKnown} from "../../facts/known.js";
import {missingText, partSuffix} from "../../facts/months.js";
import {closesBoth} from "../../facts/two-months.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {isAcross} from "../../metrics/breaks.js";
import {metricOf} from "../../metrics/catalogue.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, listed, say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure, methodName} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {clockName, typeName} from "./names.js";

const shows = {zh: "响应与解决时长", en: "reply and resolution times"};

/** Times of the window: with open tickets counted, and beside them the finished ones alone, which look too good. */
export function resolutionTimesTable(view: ReportView): FigureOrMissing {
  const id = "resolution-times";
  const all = whereKnown(view.rows("resolution_estimates"), "tickets").filter((row) => row.period === "window");
  const estimates = all.filter(({hours}) => hours === "calendar");
  const business = all.filter(({hours}) => hours === "business");
  if (estimates.length === 0) return missingFigure(view, {id, needs: ["tickets"], shows});
  const zh = view.language === "zh";
  const main =
    estimates.find((row) => row.ticket_type === "complaint" && row.clock === "resolution") ??
    estimates.find((row) => row.clock === "resolution") ??
    estimates[0]!;
  const type = typeName(view, main.ticket_type);
  const clock = clockName(view, main.clock);
  return {
    id,
    title: timesFinding(view, {main, worked: like(business, main)?.median_hours ?? null}),
    subtitle: zh
      ? `按创建时间计的全部工单，未结的算“至今未完成”；${periodName(view)}`
      : `All tickets by creation, open ones counted as “not yet”; ${periodName(view)}`,
    form: "table",
    unit: "hours",
    categories: [],
    category_kind: "text",
    series: [],
    table: timesTable(view, {estimates, business}),
    n: main.tickets,
    method: methodName(view, metricOf("resolution_time")),
    metrics: ["resolution_time"],
    marts: ["resolution_estimates", "ticket_times"],
    ...(main.still_open === null ? {} : {worked: [doneSum(view, {...main, still_open: main.still_open})]}),
    notes: [
      zh
        ? "“仅已结”一栏只看已经完成的工单，会显得偏快；报告以“含未结”为准。“–”表示还不到一半（或九成）完成，数值尚不存在。"
        : "“Finished only” leaves out what is still open and looks too fast; the report goes by “open counted”. “–”: not yet half (or 90 %) done.",
      ...(main.is_by_day
        ? [
            zh
              ? `记录只有日期，没有钟点：时长是整天数，0 表示当天；72 小时即 3 天${daysOf(main) ? `，${formatNumber(main.median_hours, "hours", view)}即 ${daysOf(main)} 天` : ""}。`
              : `The records know days and no hours: times are whole days, 0 being the same day; 72 h are 3 days${daysOf(main) ? `, ${formatNumber(main.median_hours, "hours", view)} are ${daysOf(main)}` : ""}.`,
          ]
        : []),
      ...(business.length > 0
        ? [
            zh
              ? "工作时间按 rules/hours.yaml 的班次计，节假日停、调休日开（reference/holidays.csv）；同样含未结。"
              : "Working hours: the shifts of rules/hours.yaml, without public holidays and with make-up days (reference/holidays.csv); open tickets counted as well.",
          ]
        : []),
    ],
    alt: zh
      ? `${type}${clock}中位数 ${formatNumber(main.median_hours, "hours", view)}。`
      : `${type}, ${clock}: median ${formatNumber(main.median_hours, "hours", view)}.`,
  };
}

type Estimate = Known<Row<"resolution_estimates">, "tickets">;

/** The row of the same kind of ticket and clock. */
const like = <Timed extends {readonly ticket_type: string; readonly clock: string}>(
  rows: readonly Timed[],
  row: Estimate,
): Timed | undefined => rows.find((each) => each.ticket_type === row.ticket_type && each.clock === row.clock);

/** The median in days where the records know no hours. */
const daysOf = ({is_by_day, median_hours}: Estimate): number | undefined =>
  is_by_day && median_hours !== null ? Math.round(median_hours / 24) : undefined;

/** "投诉解决：一半在 20 小时内完成（工作时间 8 小时），72 小时内完成 90%" */
function timesFinding(view: ReportView, {main, worked}: {main: Estimate; worked: number | null}): string {
  const zh = view.language === "zh";
  const type = typeName(view, main.ticket_type);
  const clock = clockName(view, main.clock);
  const days = daysOf(main);
  const median =
    days === undefined
      ? formatNumber(main.median_hours, "hours", view)
      : say(view, {zh: `${days} 天`, en: counted(days, "day")});
  const isKnown = main.within_72h !== null;
  const share = formatNumber(main.within_72h, "share", view);
  const inHours = worked === null ? "" : formatNumber(worked, "hours", view);
  const done = formatNumber(main.still_open === null ? null : 1 - main.still_open / main.tickets, "share", view);
  const of = formatNumber(main.tickets, "count", view);
  // With most of them open there is no middle yet.
  const isHalfDone = main.median_hours !== null;
  return !isHalfDone
    ? zh
      ? `${type}${clock}：完成的还不到一半，${of} 件的 ${done}`
      : `${type}, ${clock.toLowerCase()}: fewer than half so far, ${done} of ${of}`
    : zh
      ? days === 0
        ? `${type}${clock}：一半当天完成${isKnown ? `，3 天内完成 ${share}` : ""}`
        : `${type}${clock}：一半在 ${median}内完成${inHours && `（工作时间 ${inHours}）`}${isKnown ? `，72 小时内完成 ${share}` : ""}`
      : days === 0
        ? `${type}, ${clock.toLowerCase()}: half the same day${isKnown ? `, ${share} within 3 days` : ""}`
        : `${type}, ${clock.toLowerCase()}: half within ${median}${inHours && ` (${inHours} of work)`}${isKnown ? `, ${share} within 72 h` : ""}`;
}

/** How many are done by now; from these and the open ones the median is read. */
function doneSum(view: ReportView, {tickets, still_open, ticket_type}: Estimate & {still_open: number}): string {
  const count = (value: number) => formatNumber(value, "count", view);
  const sum = `(${count(tickets)} − ${count(still_open)}) ÷ ${count(tickets)} = ${formatNumber(1 - still_open / tickets, "share", view)}`;
  const type = typeName(view, ticket_type);
  return view.language === "zh"
    ? `${type}，至今完成的：${sum}；中位数是曲线降到一半的时刻，未结的也在其中`
    : `${type}, done by now: ${sum}; the median is when the curve falls to a half, the open ones counted`;
}

/** Every kind of ticket and clock: with the open ones counted, in working hours, and of the finished ones alone. */
function timesTable(
  view: ReportView,
  {estimates, business}: {estimates: readonly Estimate[]; business: readonly Estimate[]},
): FigureTable {
  const zh = view.language === "zh";
  const finished = view.rows("ticket_times").filter((row) => row.period === "window");
  return {
    columns: [
      {id: "ticket_type", label: zh ? "工单类型" : "Ticket type", unit: "text"},
      {id: "clock", label: zh ? "计时" : "Clock", unit: "text"},
      {id: "tickets", label: zh ? "工单数" : "Tickets", unit: "count"},
      {id: "still_open", label: zh ? "未完成" : "Not yet", unit: "count"},
      {id: "median_hours", label: zh ? "中位数（含未结）" : "Median (open counted)", unit: "hours"},
      {id: "p90_hours", label: zh ? "P90（含未结）" : "P90 (open counted)", unit: "hours"},
      ...(business.length > 0
        ? [
            {id: "business_median", label: zh ? "工作时间中位数" : "Median, working hours", unit: "hours" as const},
            {id: "business_p90", label: zh ? "工作时间 P90" : "P90, working hours", unit: "hours" as const},
          ]
        : []),
      {id: "within_24h", label: zh ? "24 小时内（估计）" : "Within 24 h (estimated)", unit: "share"},
      {id: "within_72h", label: zh ? "72 小时内（估计）" : "Within 72 h (estimated)", unit: "share"},
      {id: "done_median_hours", label: zh ? "中位数（仅已结）" : "Median (finished only)", unit: "hours"},
      {id: "done_mean_hours", label: zh ? "均值（仅已结）" : "Mean (finished only)", unit: "hours"},
    ],
    rows: estimates.map((row) => {
      const done = like(finished, row);
      const worked = like(business, row);
      const hours = (seconds: unknown) => (typeof seconds === "number" ? seconds / 3600 : null);
      return [
        typeName(view, row.ticket_type),
        clockName(view, row.clock),
        row.tickets,
        row.still_open,
        row.median_hours,
        row.p90_hours,
        ...(business.length > 0 ? [worked?.median_hours ?? null, worked?.p90_hours ?? null] : []),
        row.within_24h,
        row.within_72h,
        hours(done?.median_seconds),
        done?.seconds != null && done.done ? done.seconds / done.done / 3600 : null,
      ];
    }),
  };
}

/** Opening + created − closed: how much is waiting. */
export function backlog(view: ReportView): FigureOrMissing {
  const id = "backlog";
  const rows = view.rows("ticket_backlog");
  const last = rows.at(-1);
  const [before, known] = [rows.at(-2), rows.findLast(({backlog: open}) => open !== null)];
  if (!last || !known)
    return missingFigure(view, {id, needs: ["tickets"], shows: {zh: "未结工单", en: "open tickets"}});
  const zh = view.language === "zh";
  const at = {metric: "tickets", month: last.month};
  const growth = (last.backlog ?? 0) - (before?.backlog ?? 0);
  const count = formatNumber(last.backlog, "count", view);
  const isAlike =
    before !== undefined &&
    !closesBoth(view, last.month) &&
    !isAcross(view, {metric: "tickets", from: before.month, to: last.month});
  const isCompared = isAlike && last.state !== "partial" && before.backlog !== null && before.state !== "partial";
  const change = isCompared
    ? say(view, {
        zh: `，比上月末${growth >= 0 ? "多" : "少"} ${Math.abs(growth)} 件`,
        en: `, ${Math.abs(growth)} ${growth >= 0 ? "more" : "fewer"} than a month before`,
      })
    : "";
  const month = formatMonth(last.month, view);
  const title =
    last.state === "partial"
      ? say(view, {zh: `未结 ${count} 件${partSuffix(view, at)}`, en: `${count} tickets open${partSuffix(view, at)}`})
      : say(view, {
          zh: `${month}末未结工单 ${count} 件${change}`,
          en: `${count} tickets open at the end of ${month}${change}`,
        });
  const unknown = sum(rows, "end_unknown");
  const gaps = rows.filter(({state}) => state === "missing").map((row) => formatMonth(row.month, view));
  return estimateFigure(view, {
    id,
    title: last.backlog === null ? missingText(view, {...at, name: zh ? "未结工单" : "Open tickets"}) : title,
    subtitle: zh
      ? "月末未结 = 上月末未结 ＋ 新建 − 关闭（从记录的第一个月起）"
      : "Open at month end = last month's + created − closed (from the first month on record)",
    form: "columns",
    unit: "count",
    labels: zh ? "月份" : "Month",
    name: zh ? "未结工单" : "Open tickets",
    metric: "resolution_time",
    method: zh ? "计数，无区间" : "a count; no interval",
    marts: ["ticket_backlog"],
    n: known.backlog ?? 0,
    rows: rows.slice(-13).map(({month: label, backlog: value, created: n, state}) => ({
      label,
      value,
      n,
      flag: state === "partial" || state === "missing" ? state : ("" as const),
    })),
    notes: [
      zh ? "样本量一栏是当月新建工单数。" : "The column n counts tickets created in the month.",
      ...(unknown > 0
        ? [
            say(view, {
              zh: `${unknown} 件没有结束时间、状态又不是未结的（已关闭，或状态不认得），不算未结。`,
              en: `Tickets without an end whose status is not open either (closed, or not readable) do not count as open: ${unknown}.`,
            }),
          ]
        : []),
      ...(gaps.length > 0
        ? [
            say(view, {
              zh: `不含${listed(view, gaps)}新建的工单：那时的导出没交。`,
              en: `Without tickets created in ${listed(view, gaps)}: their export was not sent.`,
            }),
          ]
        : []),
    ],
  });
}
