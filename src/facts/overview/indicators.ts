import {metricOf} from "../../metrics/catalogue.js";
import {countedText} from "../../metrics/counted.js";
import {spokenName} from "../../metrics/spoken.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {plainName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {Estimate} from "../estimate.js";
import {isKnown, whereKnown} from "../known.js";
import {metricRows, metricTotal, tellingGroups} from "../metric.js";
import {explains} from "../outcome.js";
import type {ReportView} from "../view.js";
import {countIndicator} from "./counts.js";
import {monthsOf, stateOf} from "./indicator-months.js";
import type {Indicator, IndicatorMonth} from "./indicator-shape.js";

/** The figures that show a metric: month by month, and by its groups; the page that they stand on. */
export interface Shown {
  readonly page: string;
  readonly trend: string;
  readonly groups: string;
}

/** A metric of the catalogue: its months, and the window where that is the last twelve. */
export function metricIndicator(view: ReportView, {metric, shown}: {metric: string; shown: Shown}): Indicator[] {
  const rows = new Map(metricRows(view, {metric, dimension: "all"}).map((row) => [row.period, row]));
  const whole = metricTotal(view, {metric, period: "window"});
  const estimateOf = (row: NonNullable<typeof whole>): Estimate | null =>
    row.value === null ? null : {value: row.value, lo: row.lo, hi: row.hi, ...(row.n === null ? {} : {n: row.n})};
  const months = monthsOf(view, (month) => {
    const row = rows.get(month);
    return row && {flag: row.flag, state: stateOf(row), estimate: estimateOf(row)};
  });
  const year = whole && view.windowMonths === 12 ? estimateOf(whole) : null;
  const undated = whole && months.length === 0 ? estimateOf(whole) : null;
  if (months.length === 0 && !undated) return [];
  const {unit, better, ages} = metricOf(metric);
  return [
    {
      id: metric,
      ...(ages ? {ages} : {}),
      name: spokenName(view, metric),
      unit,
      better,
      months,
      ...(year && months.length > 0 ? {year} : {}),
      ...(undated ? {year: undated, groups: largestGroups(view, metric)} : {}),
      base: ({n}) => (n === undefined ? "" : countedText(view, {metric, n})),
      href: `${shown.page}.html#${months.length > 0 ? shown.trend : shown.groups}`,
      groupsHref: `${shown.page}.html#${shown.groups}`,
    },
  ];
}

/** Complaints per 10,000 customers; without customers, complaints a month. */
export function complaintIndicator(view: ReportView): Indicator[] {
  const rows = view.rows("complaints_by_month");
  const href = "complaints.html#complaint-rate-trend";
  const complaints = (estimate: Estimate) => countedText(view, {metric: "complaint_rate", n: estimate.events ?? 0});
  const hasBase = rows.some((row) => row.value !== null);
  if (!hasBase)
    return countIndicator(view, {
      id: "complaints",
      name: {zh: "投诉数", en: "Complaints"},
      counts: new Map(rows.map((row) => [row.month, {value: row.complaints, state: row.state}])),
      better: "down",
      records: "tickets",
      href,
    });
  const by = new Map(rows.map((row) => [row.month, row]));
  const months = monthsOf(view, (month) => {
    const row = by.get(month);
    return (
      row && {
        flag: row.flag === "no_base" ? "" : row.flag,
        state: stateOf(row),
        estimate: isKnown(row, "value", "complaints", "customer_months")
          ? {value: row.value, lo: row.lo, hi: row.hi, events: row.complaints, exposure: row.customer_months}
          : null,
      }
    );
  });
  return rateIndicator(months, {
    id: "complaint_rate",
    name: say(view, {zh: "每万户投诉", en: "Complaints per 10,000"}),
    unit: "per_10000",
    better: "down",
    base: complaints,
    per: 10_000,
    href,
  });
}

/** Customers lost a month; where nothing has a date, the share lost and its largest groups. */
export function churnIndicator(view: ReportView): Indicator[] {
  const rows = view.rows("churn_by_month");
  const by = new Map(rows.map((row) => [row.month, row]));
  const lost = ({events}: Estimate) =>
    say(view, {
      zh: `流失 ${formatNumber(events ?? 0, "count", view)} 户`,
      en: `${formatNumber(events ?? 0, "count", view)} lost`,
    });
  const months = monthsOf(view, (month) => {
    const row = by.get(month);
    return (
      row && {
        flag: row.flag,
        state: row.is_provisional === true ? ("provisional" as const) : stateOf(row),
        estimate: isKnown(row, "value", "lost", "customer_months")
          ? {value: row.value, lo: row.lo, hi: row.hi, events: row.lost, exposure: row.customer_months}
          : null,
      }
    );
  });
  const found = rateIndicator(months, {
    id: "churn_rate",
    name: say(view, {zh: "月流失率", en: "Monthly churn"}),
    unit: "share",
    better: "down",
    base: lost,
    per: 1,
    href: "churn.html#churn-trend",
  });
  return found.length > 0 ? found : undatedChurn(view);
}

function undatedChurn(view: ReportView): Indicator[] {
  const rows = whereKnown(view.rows("churn_by_segment"), "share");
  const whole = rows.find((row) => row.dimension === "all" && row.clock === "months");
  if (!whole) return [];
  const estimate = (row: (typeof rows)[number]): Estimate => ({
    value: row.share,
    lo: row.share_lo,
    hi: row.share_hi,
    n: row.customers,
  });
  return [
    {
      id: "churned_share",
      name: metricOf("churned_share")[view.language].name,
      unit: "share",
      better: "down",
      months: [],
      year: estimate(whole),
      groups: topGroups(
        rows
          .filter((row) => row.dimension !== "all" && explains(rows, row.dimension) && row.flag === "")
          .map((row) => ({dimension: row.dimension, name: plainName(view, row), estimate: estimate(row)})),
        {better: "down"},
      ),
      base: ({n}) => countedText(view, {metric: "churn_rate", n: n ?? 0}),
      href: "churn.html#churn-by-segment",
    },
  ];
}

function rateIndicator(
  months: readonly IndicatorMonth[],
  {per, ...rest}: Omit<Indicator, "months" | "year"> & {per: number},
): Indicator[] {
  if (!months.some(({estimate}) => estimate !== null)) return [];
  const last = months.filter(({state}) => state === "complete" || state === "late").slice(-12);
  const isYear = last.length === 12 && last.every(({estimate}) => estimate !== null);
  const sum = (name: "events" | "exposure") => last.reduce((total, {estimate}) => total + (estimate?.[name] ?? 0), 0);
  const [events, exposure] = [sum("events"), sum("exposure")];
  const {estimate, low, high} = poissonRate({events, exposure: exposure > 0 ? exposure : 1}, {per});
  return [
    {
      ...rest,
      months,
      ...(isYear && exposure > 0 ? {year: {value: estimate, lo: low, hi: high, events, exposure}} : {}),
    },
  ];
}

/** The worst groups of a metric over the window. */
export function largestGroups(view: ReportView, metric: string): NonNullable<Indicator["groups"]> {
  const rows = tellingGroups(view, metric).filter((row) => row.flag === "" && row.value !== null);
  const {better} = metricOf(metric);
  return topGroups(
    rows.map((row) => ({
      isSure: row.verdict === "clear" && Math.sign(row.difference ?? 0) === (better === "up" ? -1 : 1),
      dimension: row.dimension,
      name: plainName(view, row),
      estimate: {value: row.value!, lo: row.lo, hi: row.hi, ...(row.n === null ? {} : {n: row.n})},
    })),
    {better},
  );
}

/** The worst four, worst first: of each dimension the worst, since groups of crossed dimensions are the same people. */
const topGroups = (
  groups: readonly (NonNullable<Indicator["groups"]>[number] & {readonly dimension: string})[],
  {better}: {better: "up" | "down"},
): NonNullable<Indicator["groups"]> => {
  const sorted = [...groups].sort(
    (one, other) => (better === "down" ? -1 : 1) * (one.estimate.value - other.estimate.value),
  );
  const isFirst = ({dimension}: {dimension: string}, at: number): boolean =>
    sorted.findIndex((each) => each.dimension === dimension) === at;
  const leading = sorted.filter((group, at) => isFirst(group, at) && !group.name.includes(" · "));
  return (leading.length >= 3 ? leading : sorted).slice(0, 4).map(({dimension: _, ...group}) => group);
};
