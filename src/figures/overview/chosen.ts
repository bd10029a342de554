import {type Amounts, amountIndicator, countIndicator} from "../../facts/overview/counts.js";
import {heldApart} from "../../facts/overview/held-apart.js";
import {stateOf} from "../../facts/overview/indicator-months.js";
import type {Indicator} from "../../facts/overview/indicator-shape.js";
import {churnIndicator, complaintIndicator, metricIndicator} from "../../facts/overview/indicators.js";
import {partIndicators} from "../../facts/overview/parts.js";
import type {ReportView} from "../../facts/view.js";
import {tile} from "./tile.js";
import type {Tile} from "./tile-shape.js";

/** Tiles beside the finding that matters most. */
const places = 6;

/**
 * The measures in their fixed order, so that the eye finds them each month: answering, complaints, the dissatisfied,
 * callbacks, churn, satisfaction; where records lack some, the next of the list move up, then what
 * there is by its groups, so that one file fills the page.
 */
export function chosenTiles(view: ReportView): {
  tiles: readonly Tile[];
  further: readonly Tile[];
  /** Every measure that the records give, whether it has a place or not. */
  all: readonly Tile[];
} {
  const given = indicators(view);
  const csat = given.find(({id}) => id === "csat");
  const found = given
    // Of answers that are yes or no the mean is the share once more.
    .filter(({id, year}) => id !== "csat_score" || !year || year.value !== csat?.year?.value)
    .map((indicator) => heldApart(view, indicator));
  const all = found.map((indicator) => tile(view, indicator));
  const parts = all.length < places ? partIndicators(view, found).map((indicator) => tile(view, indicator)) : [];
  const tiles = [...all, ...parts].slice(0, places);
  return {tiles, further: all.slice(places).filter(({target}) => target !== ""), all};
}

const indicators = (view: ReportView): Indicator[] => [
  ...metricIndicator(view, {metric: "answer_rate", href: "calls.html#answer-rate-trend"}),
  ...complaintIndicator(view),
  ...metricIndicator(view, {metric: "bottom_box", href: "satisfaction.html#dissatisfied-trend"}),
  ...metricIndicator(view, {metric: "callback_done", href: "complaints.html#callbacks"}),
  ...churnIndicator(view),
  ...metricIndicator(view, {metric: "csat", href: "satisfaction.html#csat-trend"}),
  ...metricIndicator(view, {metric: "promise_kept", href: "complaints.html#service-promises"}),
  ...metricIndicator(view, {metric: "nps", href: "satisfaction.html#nps-trend"}),
  ...metricIndicator(view, {metric: "sla_met", href: "complaints.html#service-promises"}),
  ...metricIndicator(view, {metric: "solved_rate", href: "complaints.html#resolution-times"}),
  ...metricIndicator(view, {metric: "service_level", href: "calls.html#service-level-formulas"}),
  ...metricIndicator(view, {metric: "call_resolved", href: "complaints.html#service-promises"}),
  ...metricIndicator(view, {metric: "csat_score", href: "satisfaction.html#csat-trend"}),
  ...metricIndicator(view, {metric: "ces", href: "satisfaction.html#nps-trend"}),
  ...metricIndicator(view, {metric: "repeat_purchase", href: "orders.html#repeat-purchase-trend"}),
  ...ticketIndicators(view),
  ...orderIndicators(view),
];

function ticketIndicators(view: ReportView): Indicator[] {
  const rows = view.rows("ticket_backlog");
  const by = (name: "created" | "backlog"): Amounts =>
    new Map(rows.map((row) => [row.month, {value: row[name], state: row.state}]));
  return [
    ...countIndicator(view, {
      id: "tickets",
      name: {zh: "新工单", en: "New tickets"},
      counts: by("created"),
      better: "neither",
      records: "tickets",
      href: "complaints.html#backlog",
    }),
    ...amountIndicator(view, {
      id: "backlog",
      name: {zh: "未结工单", en: "Open tickets"},
      amounts: by("backlog"),
      unit: "count",
      better: "down",
      records: "tickets",
      href: "complaints.html#backlog",
    }),
  ];
}

function orderIndicators(view: ReportView): Indicator[] {
  const rows = view.rows("orders_by_segment").filter((row) => row.dimension === "all" && row.period !== "window");
  const by = (name: "amount" | "orders" | "customers"): Amounts =>
    new Map(rows.map((row) => [row.period, {value: row[name] === null ? null : row[name], state: stateOf(row)}]));
  return [
    ...amountIndicator(view, {
      id: "order_amount",
      name: {zh: "订单金额", en: "Order amount"},
      amounts: by("amount"),
      unit: "money",
      better: "up",
      records: "orders",
      href: "orders.html#order-amount",
    }),
    ...countIndicator(view, {
      id: "orders",
      name: {zh: "订单数", en: "Orders"},
      counts: by("orders"),
      better: "up",
      records: "orders",
      href: "orders.html#order-amount",
    }),
    ...amountIndicator(view, {
      id: "order_customers",
      name: {zh: "下单客户", en: "Customers who ordered"},
      amounts: by("customers"),
      unit: "count",
      better: "up",
      records: "orders",
      href: "orders.html#order-amount",
    }),
  ];
}
