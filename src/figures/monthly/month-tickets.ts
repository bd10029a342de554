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

/** Complaints and requests of the month one by one, with the file and line each stands in. */
export function monthTickets(view: ReportView): FigureOrMissing {
  const id = "month-tickets";
  const rows = [...view.rows("month_tickets_listed")].sort(
    (a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0) || (a.ticket_id < b.ticket_id ? -1 : 1),
  );
  if (rows.length === 0 || !view.month)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "本月的投诉和服务请求，逐条", en: "this month's complaints and requests, one by one"},
    });
  const complaints = rows.filter(({ticket_type}) => ticket_type === "complaint").length;
  const requests = rows.length - complaints;
  const month = formatMonth(view.month, view);
  const isCut = rows.length >= most;
  const named = (dimension: string, member: string) => (member === "" ? "" : memberName(view, {dimension, member}));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${month}${isCut ? `最新 ${most} 条：` : ""}投诉 ${complaints} 件、服务请求 ${requests} 件，逐条可查`,
      en: `${isCut ? `The newest ${most} of ` : ""}${month}: ${complaints} complaints and ${requests} requests, one by one`,
    }),
    subtitle: say(view, {zh: "按类别，附来源文件与行号", en: "By category, with file and line"}),
    n: rows.length,
    marts: ["month_tickets_listed"],
    columns: [
      column("category", say(view, {zh: "类别", en: "Category"})),
      column("type", say(view, {zh: "类型", en: "Type"})),
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
      row.ticket_type === "complaint"
        ? say(view, {zh: "投诉", en: "Complaint"})
        : say(view, {zh: "服务请求", en: "Request"}),
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
