import type {Flag} from "../marts/shape/flag.js";
import type {MartRow} from "../marts/shape/mart.js";
import type {ReportView} from "./view.js";

/** A published row of `metric_by_segment` with its types. */
export interface MetricRow {
  readonly metric: string;
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly n: number;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly se: number | null;
  readonly positive: number | null;
  readonly negative: number | null;
  readonly flag: Flag;
  readonly reason: string;
  readonly rest: number | null;
  readonly difference: number | null;
  readonly difference_lo: number | null;
  readonly difference_hi: number | null;
  readonly verdict: string;
}

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
    )
    .map((row: MartRow) => row as unknown as MetricRow);
}

/** The metric as a whole in one period: a month, or "window". */
export const metricTotal = (
  view: ReportView,
  {metric, period}: {metric: string; period: string},
): MetricRow | undefined => metricRows(view, {metric, period, dimension: "all"})[0];

/** The period headlines speak of: the report month where records have dates, else everything. */
export const headlinePeriod = (view: ReportView): string => view.month ?? "window";
