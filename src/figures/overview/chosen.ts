import {type Amounts, amountIndicator, countIndicator} from "../../facts/overview/counts.js";
import {heldApart} from "../../facts/overview/held-apart.js";
import {stateOf} from "../../facts/overview/indicator-months.js";
import type {Indicator} from "../../facts/overview/indicator-shape.js";
import {churnIndicator, complaintIndicator, metricIndicator, type Shown} from "../../facts/overview/indicators.js";
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
    // Of answers that are yes or no the mean is the share once more, and who is not satisfied is dissatisfied.
    .filter(({id, year}) => id !== "csat_score" || !year || year.value !== csat?.year?.value)
    .filter(
      ({id}) =>
        id !== "csat" ||
        !isMirror(
          csat,
          given.find((each) => each.id === "bottom_box"),
        ),
    )
    .map((indicator) => heldApart(view, indicator));
  const all = found.map((indicator) => tile(view, indicator));
  const parts = all.length < places ? partIndicators(view, found).map((indicator) => tile(view, indicator)) : [];
  const tiles = [...all, ...parts].slice(0, places);
  return {tiles, further: all.slice(places).filter(({target}) => target !== ""), all};
}

/** Whether two shares always make a whole: the one says nothing that the other does not. */
function isMirror(one: Indicator | undefined, other: Indicator | undefined): boolean {
  const values = (indicator: Indicator | undefined) => [
    indicator?.year?.value,
    ...(indicator?.months ?? []).map(({estimate}) => estimate?.value),
  ];
  const beside = values(other);
  const pairs = values(one).map((value, at) => [value, beside[at]] as const);
  const known = pairs.filter((pair): pair is [number, number] => pair.every((each) => each !== undefined));
  return known.length > 0 && known.every(([a, b]) => Math.abs(a + b - 1) < 1e-9);
}

const satisfaction = (trend: string, groups: string) => ({page: "satisfaction", trend, groups});
const complaints = (name: string, groups = `${name}-by-segment`) => ({
  page: "complaints",
  trend: `${name}-trend`,
  groups,
});
const calls = (name: string) => ({page: "calls", trend: `${name}-trend`, groups: `${name}-by-segment`});

const indicators = (view: ReportView): Indicator[] => {
  const given = (metric: string, shown: Shown) => metricIndicator(view, {metric, shown});
  return [
    ...given("answer_rate", calls("answer-rate")),
    ...complaintIndicator(view),
    ...given("bottom_box", satisfaction("dissatisfied-trend", "dissatisfied-by-segment")),
    ...given("callback_done", complaints("callback-done", "callback-coverage")),
    ...churnIndicator(view),
    ...given("csat", satisfaction("csat-trend", "csat-by-segment")),
    ...given("promise_kept", complaints("promise-kept", "promise-by-department")),
    ...given("nps", satisfaction("nps-trend", "nps-by-segment")),
    ...given("sla_met", complaints("sla-met")),
    ...given("solved_rate", complaints("solved-rate")),
    ...given("service_level", calls("service-level")),
    ...given("call_resolved", calls("call-resolved")),
    // Month by month the shares say it; of records without dates the mean tells groups apart.
    ...given("csat_score", satisfaction("csat-trend", "score-by-segment")).filter(({months}) => months.length === 0),
    ...given("repeat_purchase", {page: "orders", trend: "repeat-purchase-trend", groups: "repeat-purchase-by-segment"}),
    ...ticketIndicators(view),
    ...orderIndicators(view),
  ];
};

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
      href: "complaints.html#new-tickets",
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
