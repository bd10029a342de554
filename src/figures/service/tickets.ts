import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {ticketStatusName} from "../../words/codes.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatDay, formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";
import {priorityName, typeName, weekdayName} from "./names.js";

const needs = ["tickets"];

/** The largest members of each dimension. */
const most = 8;

type Segment = Row<"tickets_by_segment">;

/** Tickets of every kind by all that they say of themselves, and what became of them. */
export function ticketSegments(view: ReportView): FigureOrMissing {
  const id = "ticket-segments";
  const rows = view.rows("tickets_by_segment").filter(({period, tickets}) => period === "window" && tickets !== null);
  const all = rows.find(({dimension}) => dimension === "all");
  const dimensions = [...new Set(rows.map(({dimension}) => dimension))].filter(
    (dimension) => dimension !== "all" && rows.filter((row) => row.dimension === dimension).length > 1,
  );
  if (!all || dimensions.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "各类工单的去向", en: "what became of tickets of each kind"}});
  const count = (value: number | null) => formatNumber(value, "count", view);
  const done = formatNumber(ratio(all.done, all.tickets), "share", view);
  const outcomes = outcomesOf(view).filter(({base}) => rows.some((row) => (row[base] ?? 0) > 0));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${count(all.tickets)} 件工单，已完成 ${count(all.done)} 件（${done}）`,
      en: `${count(all.done)} of ${count(all.tickets)} tickets are done (${done})`,
    }),
    subtitle: say(view, {
      zh: `各维度里最多的 ${most} 类；${periodName(view)}`,
      en: `The ${most} largest groups of each dimension; ${periodName(view)}`,
    }),
    n: all.tickets ?? 0,
    marts: ["tickets_by_segment"],
    notes: [
      say(view, {
        zh: "计数与占比，不作比较；明显更好或更差的组见各指标的分组图。",
        en: "Counts and shares, without a comparison: which groups are clearly better or worse stands in the charts by group.",
      }),
    ],
    columns: [
      column("dimension", say(view, {zh: "维度", en: "By"})),
      column("member", say(view, {zh: "类别", en: "Group"})),
      column("tickets", say(view, {zh: "工单", en: "Tickets"}), "count"),
      ...outcomes.flatMap(({id: name, label, share}) => [
        column(name, label, "count"),
        column(`${name}_share`, share, name === "reassignments" ? "ratio" : "share"),
      ]),
    ],
    rows: [all, ...dimensions.flatMap((dimension) => largest(rows.filter((row) => row.dimension === dimension)))].map(
      (row) => [
        row.dimension === "all" ? "" : kindName(view, row.dimension),
        groupName(view, row),
        row.tickets,
        ...outcomes.flatMap(({id: name, base}) => [row[name], ratio(row[name], row[base])]),
      ],
    ),
  });
}

/** What is counted of tickets, and out of which. */
const outcomesOf = (view: ReportView) =>
  [
    {
      id: "done",
      base: "tickets",
      label: say(view, {zh: "已完成", en: "Done"}),
      share: say(view, {zh: "完成占比", en: "Done, share"}),
    },
    {
      id: "sla_met",
      base: "sla_judged",
      label: say(view, {zh: "按时", en: "In time"}),
      share: say(view, {zh: "按时 ÷ 有时限", en: "In time, share"}),
    },
    {
      id: "reopened",
      base: "tickets",
      label: say(view, {zh: "重开", en: "Reopened"}),
      share: say(view, {zh: "重开占比", en: "Reopened, share"}),
    },
    {
      id: "disputed",
      base: "dispute_known",
      label: say(view, {zh: "有争议", en: "Disputed"}),
      share: say(view, {zh: "有争议 ÷ 已知", en: "Disputed, share"}),
    },
    {
      id: "reassignments",
      base: "tickets",
      label: say(view, {zh: "转派次数", en: "Reassignments"}),
      share: say(view, {zh: "每件转派", en: "Per ticket"}),
    },
  ] as const;

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || !whole ? null : part / whole;

const largest = (rows: readonly Segment[]): Segment[] =>
  [...rows].sort((a, b) => (b.tickets ?? 0) - (a.tickets ?? 0) || (a.member < b.member ? -1 : 1)).slice(0, most);

const ownDimensions: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  ticket_type: {zh: "工单类型", en: "Ticket type"},
  priority: {zh: "优先级", en: "Priority"},
  status: {zh: "状态", en: "Status"},
};

const kindName = (view: ReportView, dimension: string): string => {
  const own = ownDimensions[dimension];
  return own ? say(view, own) : dimensionName(view, dimension);
};

function groupName(view: ReportView, {dimension, member}: Segment): string {
  switch (dimension) {
    case "ticket_type":
      return typeName(view, member);
    case "priority":
      return priorityName(view, member);
    case "status":
      return ticketStatusName(view, member);
    default:
      return memberName(view, {dimension, member});
  }
}

/** Tickets of each day of the month, and how many of them complaints. */
export function ticketsByDay(view: ReportView): FigureOrMissing {
  const id = "tickets-by-day";
  const rows = view.rows("tickets_by_day").filter(({day}) => view.month !== undefined && day.startsWith(view.month));
  const busiest = [...rows].sort((a, b) => b.tickets - a.tickets || (a.day < b.day ? -1 : 1))[0];
  if (!view.month || !busiest || rows.length < 2)
    return missingFigure(view, {id, needs, shows: {zh: "每天的工单", en: "tickets day by day"}});
  const counted = new Map(rows.map((row) => [row.day, row]));
  const days = Array.from({length: Number(rows.at(-1)!.day.slice(8))}, (_, index) => {
    const day = `${view.month}-${String(index + 1).padStart(2, "0")}`;
    return counted.get(day) ?? {day, tickets: 0, complaints: 0};
  });
  const total = sum(days, "tickets");
  const {names, others} = leaders(view, days, {
    of: ({tickets}) => tickets,
    name: ({day}) => String(Number(day.slice(8))),
    kind: "天",
  });
  const all = formatNumber(total, "count", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `${formatMonth(view.month, view)}工单 ${all} 件，${others === "" ? "最多的一天是" : "最多的是"}${formatDay(busiest.day, view)}${others}：${others === "" ? "" : "各 "}${formatNumber(busiest.tickets, "count", view)} 件`,
      en: `${all} tickets in ${formatMonth(view.month, view)}, most on ${formatDay(busiest.day, view)}${others.replace(/other/, "other day")}: ${formatNumber(busiest.tickets, "count", view)}${others === "" ? "" : " each"}`,
    }),
    claims: [{is: "highest", of: "tickets", rows: names}],
    subtitle: say(view, {zh: "按创建日期计的工单", en: "Tickets by the day they were opened"}),
    form: "columns",
    unit: "count",
    labels: say(view, {zh: "日", en: "Day"}),
    series: [{id: "tickets", name: say(view, {zh: "工单", en: "Tickets"}), role: "main"}],
    more: [
      column("complaints", say(view, {zh: "其中投诉", en: "Of them complaints"}), "count"),
      column("weekday", say(view, {zh: "星期", en: "Weekday"})),
    ],
    rows: days.map(({day, tickets, complaints}) => ({
      label: String(Number(day.slice(8))),
      parts: [{value: tickets}],
      more: [complaints, weekdayName(view, String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7))],
    })),
    n: total,
    method: say(view, {zh: "计数，无区间", en: "a count; no interval"}),
    marts: ["tickets_by_day"],
  });
}
