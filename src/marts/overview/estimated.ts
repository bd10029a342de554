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
    weight: number.nullable(),
    weighted_positive: number.nullable(),
    weighted_negative: number.nullable(),
    plain_total: number.nullable(),
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

/** Sums as SQL delivered them, weighted where the answers carry weights, with their estimate; its `n` counts answers. */
export function estimated(row: Sums): Estimated {
  const {total, customers, sum_total_sq, sum_total_n, sum_n_sq, sum_sq} = row;
  const sums: MetricSums = {
    n: row.weight ?? row.n,
    answers: row.n,
    total,
    customers,
    sum_total_sq,
    sum_total_n,
    sum_n_sq,
    sum_sq,
    promoters: row.weighted_positive ?? row.positive,
    detractors: row.weighted_negative ?? row.negative,
  };
  return {row, id: row.member, sums, estimate: {...metricInterval(kindOf(row), sums), n: row.n}};
}
