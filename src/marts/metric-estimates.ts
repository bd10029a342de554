import type {DeriveOptions, MartRow} from "../marts.js";
import {metricOf} from "../metrics.js";
import {complementarySuppression} from "../stats/complementary-suppression.js";
import {type MetricEstimate, type MetricKind, metricInterval} from "../stats/metric-interval.js";
import {smallN} from "../stats/small-n.js";
import {groupRows} from "./group-rows.js";

/**
 * Turns the sums of `metric_by_segment` into estimates with 95 % limits, and withholds what is too small to show,
 * together with what would let it be worked out from the total.
 */
export function metricEstimates(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  const estimated = rows.map((row) => ({row, id: cellId(row), estimate: estimateOf(row)}));
  const shown = estimated.map(({row, id, estimate}) => {
    const customers = isOwnCluster(row) ? undefined : Number(row.customers);
    const {flag, reason, may_rank} = smallN({...estimate, customers, kind: kindOf(row)}, {preset});
    return {row, id, estimate, flag, reason, may_rank};
  });
  const also = new Set<string>();
  for (const parts of groupRows(shown, ({row}) => `${row.metric}|${row.period}|${row.dimension}`).values()) {
    if (parts[0]?.row.dimension === "all") continue;
    const cells = parts.map(({id, estimate, flag}) => ({id, n: estimate.n, suppressed: flag === "suppressed"}));
    for (const id of complementarySuppression(cells, [{parts: cells.map((cell) => cell.id)}]).also) also.add(id);
  }
  return shown.map(({row, id, estimate, flag, reason, may_rank}) => {
    const key = {metric: row.metric!, period: row.period!, dimension: row.dimension!, member: row.member!};
    if (flag === "suppressed" || also.has(id))
      return {...key, ...withheld, reason: also.has(id) ? "complement" : reason};
    const {n, customers, n_eff, low, high} = estimate;
    return {
      ...key,
      n,
      customers,
      n_eff,
      value: estimate.estimate,
      lo: low,
      hi: high,
      positive: row.positive!,
      negative: row.negative!,
      flag,
      reason,
      may_rank,
    };
  });
}

const withheld = {
  n: null,
  customers: null,
  n_eff: null,
  value: null,
  lo: null,
  hi: null,
  positive: null,
  negative: null,
  flag: "suppressed",
  may_rank: false,
};

const kindOf = (row: MartRow): MetricKind => {
  const {kind} = metricOf(String(row.metric));
  return kind === "share" || kind === "nps" ? kind : "mean";
};

function estimateOf(row: MartRow): MetricEstimate {
  const number = (name: string) => Number(row[name]);
  return metricInterval(kindOf(row), {
    n: number("n"),
    total: number("total"),
    customers: number("customers"),
    sum_total_sq: number("sum_total_sq"),
    sum_total_n: number("sum_total_n"),
    sum_n_sq: number("sum_n_sq"),
    sum_sq: number("sum_sq"),
    promoters: number("positive"),
    detractors: number("negative"),
  });
}

/** Records without a customer are clusters of their own: the count of clusters then says nothing about customers. */
const isOwnCluster = (row: MartRow): boolean => row.customers === row.n;
const cellId = (row: MartRow): string => `${row.metric}|${row.period}|${row.dimension}|${row.member}`;
