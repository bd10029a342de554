import {gzipSync} from "fflate";
import {dayFirstStamp, hour, isoStamp, type Moment, monthStart, slashStamp} from "./calendar.js";
import {csvText, utf8} from "./csv-text.js";
import {
  type Columns,
  cellsOf,
  clean,
  type ExportFile,
  headersOf,
  orBlank,
  type Planted,
  scatter,
  sparseRow,
  yesNo,
} from "./export-file.js";
import type {Callback, Ticket} from "./records.js";

const types = {
  complaint: "投诉",
  inquiry: "咨询",
  repair: "报修",
  request: "需求",
  incident: "故障",
  other: "其他",
} as const;
const statuses = {
  open: "待处理",
  in_progress: "处理中",
  pending: "待客户",
  solved: "已解决",
  closed: "已关闭",
} as const;
const parties = {department: "部门", customer: "客户", third_party: "第三方", unassigned: "未定"} as const;
const channelNames = {phone: "电话", wechat: "微信", chat: "在线客服", email: "邮件", visit: "上门"} as const;
const priorities = {high: "高", normal: "中", low: "低"} as const;

/** The system was renewed in 2025-11: some headers and the form of its dates changed. */
function ticketColumns(isNew: boolean): Columns<Ticket> {
  const stamp = isNew ? slashStamp : isoStamp;
  const maybe = (when: Moment | undefined) => orBlank(when, stamp);
  return [
    [isNew ? "工单号" : "工单编号", (one) => one.id],
    [isNew ? "客户编号" : "客户号", (one) => one.customerId],
    ["来话编号", (one) => one.contactId],
    ["类型", (one) => types[one.type]],
    [isNew ? "问题分类" : "分类", (one) => one.category],
    ["子类", (one) => one.subcategory],
    ["原因代码", (one) => one.causes.map((cause) => `${cause};`).join("")],
    ["产品", (one) => one.product],
    ["渠道", (one) => channelNames[one.channel]],
    ["大区", (one) => one.customer.region],
    ["城市", (one) => one.customer.city],
    ["优先级", (one) => priorities[one.priority]],
    ["状态", (one) => statuses[one.status]],
    [isNew ? "提交时间" : "创建时间", (one) => stamp(one.createdAt)],
    ["首次响应时间", (one) => maybe(one.repliedAt)],
    ["承诺时间", (one) => maybe(one.promisedAt)],
    ["首次解决时间", (one) => maybe(one.firstSolvedAt)],
    ["解决时间", (one) => maybe(one.solvedAt)],
    ["关闭时间", (one) => maybe(one.closedAt)],
    ["重开次数", (one) => one.reopened],
    ["转派次数", (one) => one.reassigned],
    ["响应达标", (one) => yesNo(one.isSlaMet)],
    ["是否解决", (one) => yesNo(one.isSolved)],
    ["是否有争议", (one) => yesNo(one.isDisputed)],
    ["责任部门", (one) => one.department],
    ["责任方", (one) => parties[one.party]],
    ["处理人", (one) => one.handler],
    ["班组", (one) => one.team],
    [isNew ? "额外费用(元)" : "额外费用", (one) => one.fee ?? ""],
    ["是否应享", (one) => yesNo(one.isEntitled)],
    ["标题", (one) => one.title],
    ["客户原话", (one) => one.verbatim],
  ];
}

const callbackColumns: Columns<Callback> = [
  ["回访编号", (one) => one.id],
  ["工单号", (one) => one.ticket.id],
  ["客户编号", (one) => one.ticket.customer.id],
  ["应回访时间", (one) => dayFirstStamp(one.dueAt)],
  ["回访时间", (one) => orBlank(one.calledAt, dayFirstStamp)],
  ["回访人", (one) => one.caller],
  [
    "结果",
    (one) => (one.outcome === undefined ? "" : {reached: "接通", no_answer: "未接", refused: "拒访"}[one.outcome]),
  ],
  ["客户确认解决", (one) => yesNo(one.isConfirmed)],
  ["评分", (one) => one.score ?? ""],
  ["客户原话", (one) => one.verbatim],
];

/** The page of the second year's export that was fetched twice: its first row and how many. */
export const repeatedPage = {from: 1500, rows: 60} as const;

/** The help desk: UTF-8 CSV, the archived year gzipped, a late delivery, and one page exported twice. */
export function helpdeskFiles(tickets: readonly Ticket[], callbacks: readonly Callback[]): ExportFile[] {
  const split = monthStart(12);
  const first = tickets.filter((ticket) => ticket.createdAt < split);
  const second = tickets.filter((ticket) => ticket.createdAt >= split && !ticket.isLate);
  const late = tickets.filter((ticket) => ticket.isLate);
  const events = eventRows(tickets);
  const old = ticketColumns(false);
  const now = ticketColumns(true);
  const table = <T>(columns: Columns<T>, records: readonly T[]) => [
    headersOf(columns),
    ...records.map((record) => cellsOf(columns, record)),
  ];
  return [
    {
      name: "helpdesk/tickets_2024-11_2025-10.csv.gz",
      bytes: gzipSync(utf8(csvText(table(old, first))), {level: 9, mtime: 0}),
      truth: clean("csv.gz", first.length),
    },
    currentYear(now, second),
    {
      name: "helpdesk/tickets_late_2026-09.csv",
      bytes: utf8(csvText(table(now, late))),
      truth: clean("csv", late.length),
    },
    {
      name: "helpdesk/ticket_events.csv.gz",
      bytes: gzipSync(utf8(csvText(events)), {level: 9, mtime: 0}),
      truth: clean("csv.gz", events.length - 1),
    },
    {
      name: "helpdesk/callbacks.csv",
      bytes: utf8(csvText(table(callbackColumns, callbacks))),
      truth: clean("csv", callbacks.length),
    },
  ];
}

function currentYear(columns: Columns<Ticket>, tickets: readonly Ticket[]): ExportFile {
  const usual = {类型: "咨询", 问题分类: "其他", 渠道: "电话", 状态: "已关闭", 提交时间: "2026/3/10 10:00:00"};
  const bad = (id: string, cells: Readonly<Record<string, string>>) =>
    sparseRow(columns, {工单号: id, ...usual, ...cells});
  const plan: readonly {row: string[]; column: string; value: string; why: string}[] = [
    ...["TX0001", "TX0002", "TX0003"].map((id) => ({
      row: bad(id, {状态: "已合并"}),
      column: "status",
      value: "已合并",
      why: "unknown value",
    })),
    ...["TX0004", "TX0005"].map((id) => ({
      row: bad(id, {类型: "骚扰"}),
      column: "ticket_type",
      value: "骚扰",
      why: "unknown value",
    })),
    ...["TX0006", "TX0007"].map((id) => ({
      row: bad(id, {提交时间: "2026/13/05 10:00:00"}),
      column: "created_at",
      value: "2026/13/05 10:00:00",
      why: "no such date",
    })),
    {row: bad("TX0008", {提交时间: "昨天下午"}), column: "created_at", value: "昨天下午", why: "not a date"},
    {row: [...bad("TX0009", {}), "多余"], column: "", value: "多余", why: "too many cells"},
    {
      row: bad("TX0010", {提交时间: "2026/4"}).slice(0, headersOf(columns).indexOf("提交时间") + 1),
      column: "",
      value: "2026/4",
      why: "the line breaks off",
    },
  ];
  const good = tickets.map((ticket) => cellsOf(columns, ticket));
  const page = good.slice(repeatedPage.from, repeatedPage.from + repeatedPage.rows);
  const rows = scatter(
    good,
    plan.map(({row}) => row as (string | number)[]),
  );
  const at = rows.indexOf(page[repeatedPage.rows - 1]!) + 1;
  rows.splice(at, 0, ...page);
  const footer = [
    `合计：${tickets.length} 条`,
    ...headersOf(columns)
      .slice(1)
      .map(() => ""),
  ];
  const rejected: Planted[] = plan.map(({row, column, value, why}) => ({
    id: row[0]!,
    column,
    value,
    why,
    severity: column === "status" || column === "ticket_type" ? "cell" : "row",
  }));
  return {
    name: "helpdesk/tickets_2025-11_2026-10.csv",
    bytes: utf8(`\ufeff${csvText([headersOf(columns), ...rows, footer])}\n\n\n`),
    truth: {
      format: "csv",
      encoding: "utf-8-bom",
      kept: tickets.length,
      rejected,
      totals_rows: 1,
      blank_rows: 3,
      phantom_rows: 0,
      repeated_rows: repeatedPage.rows,
    },
  };
}

/** The log of each complaint: who did what when. */
function eventRows(tickets: readonly Ticket[]): string[][] {
  const rows: string[][] = [];
  for (const ticket of tickets) {
    if (ticket.type !== "complaint") continue;
    const add = (when: Moment | undefined, event: string, value = "") => {
      if (when !== undefined) rows.push([ticket.id, isoStamp(when), event, ticket.handler, value]);
    };
    add(ticket.createdAt, "created", ticket.channel);
    add(ticket.repliedAt, "replied");
    add(
      ticket.repliedAt === undefined ? undefined : ticket.repliedAt + 5,
      "assigned",
      ticket.department || "unassigned",
    );
    add(ticket.firstSolvedAt, "solved", "first");
    if (ticket.reopened > 0) add(ticket.firstSolvedAt! + 12 * hour, "reopened", ticket.category);
    if (ticket.solvedAt !== ticket.firstSolvedAt) add(ticket.solvedAt, "solved", "last");
    add(ticket.closedAt, "closed");
  }
  return [["工单号", "时间", "动作", "操作人", "内容"], ...rows];
}
