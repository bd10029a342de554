import type {Row} from "../marts/list.js";
import {metricOf} from "../metrics/catalogue.js";
import {saysWhoLeft} from "./outcome.js";
import type {ReportView} from "./view.js";

/** A metric of one period and segment. */
export type MetricRow = Row<"metric_by_segment">;

/** Not withheld, and of a known value. */
export type ShownMetric = MetricRow & {readonly n: number; readonly value: number};

export const isShown = (row: MetricRow): row is ShownMetric => row.n !== null && row.value !== null;

/** With limits besides. */
export const isEstimated = (row: MetricRow): row is ShownMetric & {readonly lo: number; readonly hi: number} =>
  isShown(row) && row.lo !== null && row.hi !== null;

/** With the numbers of who answered at either end besides. */
export type CountedMetric = ShownMetric & {readonly positive: number; readonly negative: number};

export const isCounted = (row: MetricRow): row is CountedMetric =>
  isShown(row) && row.positive !== null && row.negative !== null;

/** Rows of one metric, of one period and dimension where these are given. */
export function metricRows(
  view: ReportView,
  {metric, period, dimension}: {metric: string; period?: string; dimension?: string},
): MetricRow[] {
  return view
    .rows("metric_by_segment")
    .filter(
      (row) =>
        row.metric === metric &&
        (period === undefined || row.period === period) &&
        (dimension === undefined || row.dimension === dimension),
    );
}

/**
 * Groups of the window that may be held against the rest: no single agent, none of a dimension that says nothing or that
 * only says who has left, which is known afterwards.
 */
export function tellingGroups(view: ReportView, metric: string): MetricRow[] {
  const rows = metricRows(view, {metric, period: "window"}).filter(
    ({dimension}) => dimension !== "all" && dimension !== "agent",
  );
  const silent = [...new Set(rows.map(({dimension}) => dimension))].filter(
    (dimension) =>
      saysWhoLeft(view, dimension) ||
      saysNothing(view, {metric, members: rows.filter((row) => row.dimension === dimension)}),
  );
  return rows.filter(({dimension}) => !silent.includes(dimension));
}

/**
 * A cut that can only be so: who answered an answered call is no news of the answer rate, nor is a score by itself,
 * where each member is all or nothing.
 */
export function saysNothing(
  view: ReportView,
  {metric, members}: {metric: string; members: readonly MetricRow[]},
): boolean {
  const total = metricTotal(view, {metric, period: "window"})?.value;
  if (total == null) return false;
  const shown = members.filter(isShown);
  const values = shown.map(({value}) => value);
  if (metricOf(metric).unit === "share" && values.every((value) => value === 0 || value === 1))
    return total > 0 && total < 1;
  // All of a member gave the same score: the member is the score.
  if (shown.length > 1 && shown.every(({se}) => se === 0)) return true;
  return values.every((value) => value === values[0]) && total !== values[0];
}

/** The metric as a whole in one period: a month, or "window". */
export const metricTotal = (
  view: ReportView,
  {metric, period}: {metric: string; period: string},
): MetricRow | undefined => metricRows(view, {metric, period, dimension: "all"})[0];

/** The period headlines speak of: the report month where records have dates, else everything. */
export const headlinePeriod = (view: ReportView): string => view.month ?? "window";
