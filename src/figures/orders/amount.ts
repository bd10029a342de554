import {numbersBeside} from "../../facts/beside.js";
import {type At, missingText, partNote, partSuffix} from "../../facts/months.js";
import {type Both, bothMonths, closesBoth} from "../../facts/two-months.js";
import type {ReportView} from "../../facts/view.js";
import {isAcross} from "../../metrics/breaks.js";
import {formatMonths, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

/** What was ordered, month by month: an amount has no interval, so the numbers stand beside each other and nothing is judged. */
export function orderAmount(view: ReportView): FigureOrMissing {
  const id = "order-amount";
  const rows = view
    .rows("orders_by_segment")
    .filter(({dimension, period}) => dimension === "all" && period !== "window")
    .sort((one, other) => (one.period < other.period ? -1 : 1));
  const last = rows.find(({period}) => period === view.month);
  if (!last || !view.month)
    return missingFigure(view, {id, needs: ["orders"], shows: {zh: "各月订单金额", en: "the order amount by month"}});
  const at = {metric: "orders", month: view.month};
  const then = (month: string) => {
    const found = rows.find(({period}) => period === month);
    const isApart = isAcross(view, {metric: "orders", from: month, to: view.month ?? month});
    return found?.amount == null || found.state === "partial" || isApart ? undefined : {month, value: found.amount};
  };
  const past = {
    month: closesBoth(view, view.month) ? undefined : then(shiftMonth(view.month, -1)),
    year: then(shiftMonth(view.month, -12)),
  };
  const both = bothMonths(view, {
    ...{metric: "orders", month: view.month, at: then},
    make: (months) => months.reduce((sum, {value}) => sum + value, 0),
  });
  const name = say(view, {zh: "订单金额", en: "Order amount"});
  return partsFigure(view, {
    id,
    title:
      last.amount === null
        ? missingText(view, {...at, name})
        : amountTitle(view, {name, amount: last.amount, at, past}),
    subtitle: say(view, {
      zh: `每月订单行金额之和，按下单日期；${formatMonths(rows[0]!.period, view.month, view)}`,
      en: `Sum of order lines by day of order; ${formatMonths(rows[0]!.period, view.month, view)}`,
    }),
    form: "columns",
    unit: "money",
    labels: say(view, {zh: "月份", en: "Month"}),
    isMonthly: true,
    series: [{id: "amount", name: say(view, {zh: "金额", en: "Amount"}), role: "main"}],
    more: [
      column("orders", say(view, {zh: "订单数", en: "Orders"}), "count"),
      column("customers", say(view, {zh: "下单客户", en: "Customers"}), "count"),
      column("each", say(view, {zh: "每单金额", en: "Per order"}), "money"),
    ],
    rows: rows.map(({period, amount: value, orders, customers, state}) => ({
      label: period,
      parts: [{value, flag: state === "partial" || state === "missing" ? state : ("" as const)}],
      more: [orders, customers, value === null || !orders ? null : value / orders],
    })),
    n: rows.reduce((sum, {orders, order_lines}) => sum + (orders ?? order_lines ?? 0), 0),
    method: say(view, {zh: "合计，无区间；不据此判断涨跌", en: "a sum; no interval, so no rise or fall is judged"}),
    marts: ["orders_by_segment"],
    notes: [...(both ? [bothNote(view, both)] : []), ...refundNote(view)],
  });
}

/** Where money was given back, that it counts as less money and not as an order. */
function refundNote(view: ReportView): string[] {
  const refunds = view.rows("cross_checks").find(({check_id}) => check_id === "order_negative")?.hits ?? 0;
  if (refunds === 0) return [];
  return [
    say(view, {
      zh: "合计为负的订单是退款：不算订单数和下单客户，金额照减。",
      en: "An order that is negative in all is money given back: no order and nobody who ordered, only less money.",
    }),
  ];
}

function bothNote(view: ReportView, both: Both<number>): string {
  const [now, then] = [both.now, both.before].map((value) => formatNumber(value, "money", view));
  return say(view, {
    zh: `1—2月合计 ${now}（去年同期 ${then}）。`,
    en: `January and February together ${now} (last year ${then}).`,
  });
}

interface Said {
  readonly name: string;
  readonly amount: number;
  readonly at: At;
  readonly past: Parameters<typeof numbersBeside>[1];
}

/** "Order amount 1,968,609 (Sep 1,9…, Oct 2025 …)"; a part of a month stands alone. */
function amountTitle(view: ReportView, {name, amount, at, past}: Said): string {
  const value = formatNumber(amount, "money", view);
  const note = partNote(view, at);
  const beside = note
    ? `${partSuffix(view, at)}${say(view, {zh: `；${note}`, en: `; ${note}`})}`
    : numbersBeside(view, past, {unit: "money"});
  return `${name} ${value}${beside}`;
}
