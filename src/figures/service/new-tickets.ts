import {numbersBeside} from "../../facts/beside.js";
import {isWhole, missingText, partNote, partSuffix} from "../../facts/months.js";
import {closesBoth} from "../../facts/two-months.js";
import type {ReportView} from "../../facts/view.js";
import {isAcross} from "../../metrics/breaks.js";
import {formatMonth, formatMonths, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** Tickets created a month, and how many were closed. */
export function newTickets(view: ReportView): FigureOrMissing {
  const id = "new-tickets";
  const rows = view.rows("ticket_backlog");
  const last = rows.find(({month}) => month === view.month);
  if (!last)
    return missingFigure(view, {id, needs: ["tickets"], shows: {zh: "每月新工单", en: "new tickets by month"}});
  const at = {metric: "tickets", month: last.month};
  const name = say(view, {zh: "新工单", en: "New tickets"});
  const month = formatMonth(last.month, view);
  const note = partNote(view, at);
  const shown = say(view, {
    zh: `${month}新工单 ${formatNumber(last.created, "count", view)} 件`,
    en: `${counted(last.created ?? 0, "new ticket")} in ${month}`,
  });
  const beside = note
    ? `${partSuffix(view, at)}${say(view, {zh: "，", en: ", "})}${note}`
    : numbersBeside(view, past(view, last.month), {unit: "count"});
  const listed = rows.slice(-25);
  const figure = estimateFigure(view, {
    id,
    title: last.created === null ? missingText(view, {...at, name}) : `${shown}${beside}`,
    subtitle: say(view, {
      zh: `各类工单，按创建时间；${formatMonths(listed[0]!.month, last.month, view)}`,
      en: `Tickets of every kind, by creation; ${formatMonths(listed[0]!.month, last.month, view)}`,
    }),
    form: "columns",
    unit: "count",
    labels: say(view, {zh: "月份", en: "Month"}),
    name,
    metric: "resolution_time",
    method: say(view, {zh: "计数，无区间", en: "a count; no interval"}),
    marts: ["ticket_backlog"],
    n: last.created ?? 0,
    rows: listed.map(({month: label, created, state}) => ({
      label,
      value: created,
      n: created,
      flag: state === "partial" || state === "missing" ? state : ("" as const),
    })),
  });
  const {columns, rows: cells} = figure.table;
  return {
    ...figure,
    table: {
      columns: [
        ...columns.slice(0, 2),
        column("closed", say(view, {zh: "关闭", en: "Closed"}), "count"),
        ...columns.slice(2).filter(({id: each}) => each !== "n"),
      ],
      rows: cells.map((row, at) => [
        ...row.slice(0, 2),
        listed[at]!.closed,
        ...row.slice(2).filter((_, place) => columns[place + 2]!.id !== "n"),
      ]),
    },
  };
}

/** The month before and the same month a year before, where these are whole and counted alike. */
function past(view: ReportView, month: string): Parameters<typeof numbersBeside>[1] {
  const rows = view.rows("ticket_backlog");
  const then = (by: number) => {
    const from = shiftMonth(month, by);
    const value = rows.find((row) => row.month === from)?.created;
    const at = {metric: "tickets", month: from};
    const isAlike = isWhole(view, at) && !isAcross(view, {metric: "tickets", from, to: month});
    return value != null && isAlike ? {month: from, value} : undefined;
  };
  return {month: closesBoth(view, month) ? undefined : then(-1), year: then(-12)};
}
