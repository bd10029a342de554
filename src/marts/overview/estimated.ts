import {metricOf} from "../../metrics/catalogue.js";
import {
  type MetricEstimate,
  type MetricKind,
  type MetricSums,
  metricInterval,
} from "../../stats/estimates/metric-interval.js";
import {count, number, period, text} from "../shape/columns.js";
import {type Delivered, mart} from "../shape/table.js";

export const metricKey = {metric: text, period, dimension: text, member: text};

export const metricSums = mart("metric_by_segment", {
  grain: ["metric", "period", "dimension", "member"],
  row: {
    ...metricKey,
    n: count,
    total: number,
    sum_sq: number,
    positive: count,
    negative: count,
    customers: count,
    sum_total_sq: number,
    sum_total_n: number,
    sum_n_sq: number,
  },
});
type Sums = Delivered<typeof metricSums>;

/** One cell on its way through the door. */
export interface Estimated {
  readonly row: Sums;
  readonly id: string;
  readonly sums: MetricSums;
  readonly estimate: MetricEstimate;
}

/** The kind of interval that a metric takes. */
export const kindOf = ({metric}: Sums): MetricKind => {
  const {kind} = metricOf(metric);
  return kind === "share" || kind === "nps" ? kind : "mean";
};

/** Sums as SQL delivered them, with their estimate. */
export function estimated(row: Sums): Estimated {
  const {n, total, customers, sum_total_sq, sum_total_n, sum_n_sq, sum_sq, positive, negative} = row;
  const answers = {n, total, customers, sum_total_sq, sum_total_n, sum_n_sq, sum_sq};
  const sums = {...answers, promoters: positive, detractors: negative};
  return {row, id: row.member, sums, estimate: metricInterval(kindOf(row), sums)};
}
