import {whereKnown} from "../../facts/known.js";
import {type Needs, needsNow} from "../../facts/monthly/needs.js";
import {monthOf, partSuffix} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {listed, say} from "../../words/say.js";
import type {FigureOrMissing, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** More lines than this cannot be told apart. */
const mostLines = 4;

/** Requests by kind, month by month over two years. */
export function monthKinds(view: ReportView): FigureOrMissing {
  const id = "month-kinds";
  const {month} = view;
  const needs = needsNow(view);
  if (typeof needs === "string" || !month)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "客户提出的服务请求，按种类", en: "what customers ask for, by kind"},
    });
  const rows = whereKnown(view.rows("ticket_kinds_by_month"), "tickets").filter(
    (row) => row.ticket_type === "request" && row.month >= shiftMonth(month, -23),
  );
  const months = view.months.filter((each) => each >= shiftMonth(month, -23) && each <= month);
  const total = (category: string) =>
    sum(
      rows.filter((row) => row.category === category),
      "tickets",
    );
  const kinds = [...new Set(rows.map(({category}) => category))].sort(
    (a, b) => total(b) - total(a) || (a < b ? -1 : 1),
  );
  const first = rows.map((row) => row.month).sort()[0] ?? month;
  const point = (category: string, each: string): Point => {
    const state = monthOf(view, {metric: "tickets", month: each})?.state;
    if (state === "missing" || each < first) return {value: null, ...(state === "missing" ? {flag: "missing"} : {})};
    const value = rows.find((row) => row.month === each && row.category === category)?.tickets ?? 0;
    return {value, ...(state === "partial" ? {flag: "partial"} : {})};
  };
  const name = (category: string) => memberName(view, {dimension: "category", member: category});
  const title = kindsTitle(view, {needs, month});
  return {
    id,
    title,
    subtitle: say(view, {
      zh: `服务请求件数，按种类，至 ${formatMonth(month, view)}`,
      en: `Requests by kind, to ${formatMonth(month, view)}`,
    }),
    form: "lines",
    unit: "count",
    categories: months,
    category_kind: "month",
    category_title: say(view, {zh: "月份", en: "Month"}),
    value_title: say(view, {zh: "件数", en: "Requests"}),
    series: kinds.slice(0, mostLines).map((category) => ({
      id: category,
      name: name(category),
      points: months.map((each) => point(category, each)),
    })),
    table: {
      columns: [
        column("month", say(view, {zh: "月份", en: "Month"}), "month"),
        ...kinds.map((category) => column(category, name(category), "count")),
      ],
      rows: months.map((each) => [each, ...kinds.map((category) => point(category, each).value)]),
    },
    n: sum(rows, "tickets"),
    method: say(view, {
      zh: "计数；新出现：前 12 个月没有、本月至少 5 件；明显增多：精确比率检验，按种类数校正",
      en: "counts; new: none in 12 months and at least 5 now; more: exact rate ratio, corrected for the number of kinds",
    }),
    metrics: [],
    marts: ["ticket_kinds_by_month"],
    notes: [],
    alt: `${title}${say(view, {zh: "。", en: "."})}`,
  };
}

/** "服务请求 31 件，“加装”“移机”明显增多或新出现" */
function kindsTitle(view: ReportView, {needs, month}: {needs: Needs; month: string}): string {
  const name = (category: string) => memberName(view, {dimension: "category", member: category});
  const fresh = needs.kinds.filter(({isNew, isRising}) => isNew || isRising);
  const part = partSuffix(view, {metric: "tickets", month});
  const count = formatNumber(needs.requests, "count", view);
  const names = listed(
    view,
    fresh.map(({category}) => `“${name(category)}”`),
  );
  return fresh.length > 0
    ? say(view, {
        zh: `服务请求 ${count} 件${part}，${names}明显增多或新出现`,
        en: `${count} requests${part}; clearly more or new: ${names}`,
      })
    : needs.kinds.some(({isCompared}) => isCompared)
      ? say(view, {
          zh: `服务请求 ${count} 件${part}，没有种类明显多于以往`,
          en: `${count} requests${part}; no kind clearly above its past`,
        })
      : say(view, {zh: `服务请求 ${count} 件${part}`, en: `${count} requests${part}`});
}
