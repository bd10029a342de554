import type {ReportView} from "../../facts/view.js";
import {ticketStatusName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** The longest list that the records are asked for. */
const most = 500;

const kinds = {
  complaint: {id: "month-complaints", zh: "投诉", en: ["complaint", "complaints"]},
  request: {id: "month-requests", zh: "服务请求", en: ["request", "requests"]},
} as const;

/** Complaints, or requests, of the month one by one, with the file and line each stands in: as many as the number says. */
export function monthTickets(view: ReportView, kind: keyof typeof kinds): FigureOrMissing {
  const {id, zh, en} = kinds[kind];
  const rows = view
    .rows("month_tickets_listed")
    .filter(({ticket_type}) => ticket_type === kind)
    .sort(
      (a, b) =>
        (a.category < b.category ? -1 : a.category > b.category ? 1 : 0) || (a.ticket_id < b.ticket_id ? -1 : 1),
    );
  if (rows.length === 0 || !view.month)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: `本月的${zh}，逐条`, en: `this month's ${en[1]}, one by one`},
    });
  const month = formatMonth(view.month, view);
  const counted = `${rows.length} ${rows.length === 1 ? en[0] : en[1]}`;
  const isCut = rows.length >= most;
  const named = (dimension: string, member: string) => (member === "" ? "" : memberName(view, {dimension, member}));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: isCut ? `${month}最新的 ${most} 件${zh}，逐条可查` : `${month}${zh} ${rows.length} 件，逐条可查`,
      en: isCut ? `The newest ${most} ${en[1]} of ${month}, one by one` : `${month}: ${counted}, one by one`,
    }),
    subtitle: say(view, {zh: "按类别，附来源文件与行号", en: "By category, with file and line"}),
    n: rows.length,
    marts: ["month_tickets_listed"],
    columns: [
      column("category", say(view, {zh: "类别", en: "Category"})),
      column("ticket", say(view, {zh: "工单", en: "Ticket"})),
      column("date", say(view, {zh: "日期", en: "Date"}), "date"),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("product", say(view, {zh: "产品", en: "Product"})),
      column("channel", say(view, {zh: "渠道", en: "Channel"})),
      column("responsible", say(view, {zh: "责任", en: "Responsible"})),
      column("status", say(view, {zh: "状态", en: "Status"})),
      column("file", say(view, {zh: "文件", en: "File"})),
      column("row", say(view, {zh: "行", en: "Line"}), "id"),
    ],
    rows: rows.map((row) => [
      named("category", row.category),
      row.ticket_id,
      row.created_date,
      named("region", row.region),
      named("product", row.product),
      named("channel", row.channel),
      named("responsible", row.responsible),
      row.status === "" ? "" : ticketStatusName(view, row.status),
      row.file,
      row.row,
    ]),
  });
}
