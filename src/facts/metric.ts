import type {Row} from "../marts/list.js";
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

/** The metric as a whole in one period: a month, or "window". */
export const metricTotal = (
  view: ReportView,
  {metric, period}: {metric: string; period: string},
): MetricRow | undefined => metricRows(view, {metric, period, dimension: "all"})[0];

/** The period headlines speak of: the report month where records have dates, else everything. */
export const headlinePeriod = (view: ReportView): string => view.month ?? "window";
