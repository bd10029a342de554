import {count, number, period, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {metricEstimates} from "./metrics.js";

/** Every metric by period and segment. */
export const overviewMarts: readonly Mart[] = [
  {
    name: "metric_by_segment",
    grain: ["metric", "period", "dimension", "member"],
    row: rowOf({
      metric: text,
      period,
      dimension: text,
      member: text,
      n: count,
      total: number,
      sum_sq: number,
      positive: count,
      negative: count,
      customers: count,
      sum_total_sq: number,
      sum_total_n: number,
      sum_n_sq: number,
    }),
    derive: metricEstimates,
  },
];
