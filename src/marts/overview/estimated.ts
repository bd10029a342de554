import {metricOf} from "../../metrics/catalogue.js";
import {
  type MetricEstimate,
  type MetricKind,
  type MetricSums,
  metricInterval,
} from "../../stats/estimates/metric-interval.js";
import type {MartRow} from "../shape/mart.js";

/** One cell on its way through the door. */
export interface Estimated {
  readonly row: MartRow;
  readonly id: string;
  readonly sums: MetricSums;
  readonly estimate: MetricEstimate;
}

/** The kind of interval that a metric takes. */
export const kindOf = (row: MartRow): MetricKind => {
  const {kind} = metricOf(String(row.metric));
  return kind === "share" || kind === "nps" ? kind : "mean";
};

/** Sums as SQL delivered them, with their estimate. */
export function estimated(row: MartRow): Estimated {
  const number = (name: string) => Number(row[name]);
  const sums = {
    n: number("n"),
    total: number("total"),
    customers: number("customers"),
    sum_total_sq: number("sum_total_sq"),
    sum_total_n: number("sum_total_n"),
    sum_n_sq: number("sum_n_sq"),
    sum_sq: number("sum_sq"),
    promoters: number("positive"),
    detractors: number("negative"),
  };
  return {row, id: String(row.member), sums, estimate: metricInterval(kindOf(row), sums)};
}
