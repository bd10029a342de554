import {isMetric} from "../../metrics/catalogue.js";
import {causeName, itemName} from "../../words/codes.js";
import {dimensionName, plainName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {isRestName} from "../../words/rest.js";
import {say} from "../../words/say.js";
import {whereKnown} from "../known.js";
import {metricRows} from "../metric.js";
import {explains} from "../outcome.js";
import type {ReportView} from "../view.js";
import type {Indicator} from "./indicator-shape.js";
import {largestGroups} from "./indicators.js";

/** Groups that a tile has room for. */
const most = 4;

/** Measures by their groups, for places that the months of few records leave empty: the worst, then how much is whose. */
export const partIndicators = (view: ReportView, shown: readonly Indicator[]): Indicator[] => [
  ...shown.flatMap((indicator) => worstParts(view, indicator)),
  ...lowestItems(view),
  ...parts(view, {
    id: "order_amount",
    name: {zh: "订单金额", en: "Order amount"},
    unit: "money",
    rows: whereKnown(view.rows("orders_by_segment"), "amount").map((row) => ({...row, value: row.amount})),
    href: "orders.html#orders-by-segment",
  }),
  ...parts(view, {
    id: "tickets",
    name: {zh: "工单", en: "Tickets"},
    unit: "count",
    rows: whereKnown(view.rows("tickets_by_segment"), "tickets")
      .filter(({dimension}) => !ofTickets.includes(dimension))
      .map((row) => ({...row, value: row.tickets})),
    href: "complaints.html#ticket-segments",
  }),
  ...causes(view),
  ...parts(view, {
    id: "customers",
    name: {zh: "客户", en: "Customers"},
    unit: "count",
    rows: whereKnown(view.rows("churn_by_segment"), "customers")
      .filter(
        ({clock, flag, dimension}) =>
          clock === "months" &&
          flag === "" &&
          (dimension === "all" || explains(view.rows("churn_by_segment"), dimension)),
      )
      .map((row) => ({...row, period: "window", value: row.customers})),
    href: "churn.html#churn-by-segment",
  }),
  ...parts(view, {
    id: "answers",
    name: {zh: "答卷", en: "Answers"},
    unit: "count",
    rows: whereKnown(metricRows(view, {metric: "csat_score", period: "window"}), "n")
      .filter(({dimension}) => dimension !== "agent")
      .map((row) => ({...row, value: row.n})),
    // Answers of yes or no have no mean of their own.
    href: `satisfaction.html#${shown.some(({id}) => id === "csat_score") ? "score" : "dissatisfied"}-by-segment`,
  }),
];

/** Why customers left, by those who said so. */
function causes(view: ReportView): Indicator[] {
  const rows = whereKnown(view.rows("churn_causes"), "customers").filter(
    ({period, cause}) => period === "window" && cause !== "unknown",
  );
  const groups = rows
    .map((row) => ({name: causeName(view, row.cause), estimate: {value: row.customers, lo: null, hi: null}}))
    .sort((one, other) => other.estimate.value - one.estimate.value)
    .slice(0, most);
  const [first] = rows;
  if (!first || groups.length < 2) return [];
  return [
    {
      id: "churn_causes",
      name: say(view, {zh: "流失原因", en: "Why customers left"}),
      ...{unit: "count", better: "neither", months: [], groups},
      year: {value: rows.reduce((sum, {customers}) => sum + customers, 0), lo: null, hi: null},
      base: () => {
        const lost = formatNumber(first.lost, "count", view);
        return say(view, {zh: `说明原因的，流失共 ${lost}`, en: `said why, of ${lost} lost`});
      },
      href: "churn.html#churn-causes",
    },
  ];
}

/** A region says more than its cities. */
const detailed = (dimension: string): number => (dimension === "city" ? 1 : 0);

/** What a ticket is and how it stands: no group that could be better or worse. */
const ofTickets: readonly string[] = ["ticket_type", "status"];

interface Part {
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number;
}

/** The largest groups of the window, once for each dimension that the records carry. */
function parts(
  view: ReportView,
  {
    id,
    name,
    unit,
    rows,
    href,
  }: {id: string; name: {zh: string; en: string}; unit: "money" | "count"; rows: readonly Part[]; href: string},
): Indicator[] {
  const window = rows.filter(({period}) => period === "window");
  const all = window.find(({dimension}) => dimension === "all");
  if (!all) return [];
  const dimensions = [...new Set(window.map(({dimension}) => dimension))];
  return dimensions
    .sort((one, other) => detailed(one) - detailed(other))
    .flatMap((dimension) => {
      const groups = window
        .filter((row) => row.dimension === dimension)
        .map((row) => ({name: plainName(view, row), estimate: {value: row.value, lo: null, hi: null}}))
        .filter((row) => !isRestName(row.name))
        .sort((one, other) => other.estimate.value - one.estimate.value)
        .slice(0, most);
      if (dimension === "all" || groups.length < 2) return [];
      const by = dimensionName(view, dimension);
      return [
        {
          id: `${id}_by_${dimension}`,
          name: say(view, {zh: `${name.zh}，按${by}`, en: `${name.en} by ${by.toLowerCase()}`}),
          ...{unit, better: "neither" as const, href},
          ...{months: [], year: {value: all.value, lo: null, hi: null}, groups},
          base: () => periodName(view),
        },
      ];
    });
}

/** The groups furthest behind on a measure whose months stand beside it. */
function worstParts(
  view: ReportView,
  {id, name, unit, better, months, year, href, groupsHref = href}: Indicator,
): Indicator[] {
  if (!isMetric(id) || months.length === 0 || !year) return [];
  const groups = largestGroups(view, id);
  // What may be chance names nobody the worst.
  const isSure = groups[0]?.isSure === true;
  return groups.length < 2
    ? []
    : [
        {
          id: `${id}_groups`,
          name: isSure
            ? say(view, {zh: `${name}：最差的组`, en: `${name}: worst groups`})
            : say(view, {zh: `${name}：各组`, en: `${name} by group`}),
          ...{unit, better, months: [], year, groups, href: groupsHref},
          base: () => periodName(view),
        },
      ];
}

/** What is asked in surveys beside overall satisfaction, the lowest rated first; of the items on one scale. */
function lowestItems(view: ReportView): Indicator[] {
  const rows = whereKnown(view.rows("item_scores"), "value").filter(
    ({dimension, question, item}) => dimension === "all" && !["csat", "nps", "ces"].includes(question) && item !== "",
  );
  const scaleOf = ({scale_min, scale_max}: (typeof rows)[number]): string => `${scale_min}–${scale_max}`;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(scaleOf(row), (counts.get(scaleOf(row)) ?? 0) + 1);
  const [scale] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const items = rows
    .filter((row) => scaleOf(row) === scale)
    .map((row) => ({name: itemName(view, row.item), estimate: {value: row.value, lo: row.lo, hi: row.hi}}))
    .sort((one, other) => one.estimate.value - other.estimate.value)
    .slice(0, most);
  const [lowest] = items;
  if (!lowest || items.length < 2) return [];
  return [
    {
      id: "items_lowest",
      name: say(view, {zh: `评分最低的项目（${scale}）`, en: `Lowest rated (${scale})`}),
      ...{unit: "score", better: "up", months: [], year: lowest.estimate, groups: items},
      base: () => lowest.name,
      href: "satisfaction.html#items",
    },
  ];
}
