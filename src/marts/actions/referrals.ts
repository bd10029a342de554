import {z} from "zod";
import {clusterDifference} from "../../stats/comparisons/cluster-difference.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {type MetricSums, metricInterval} from "../../stats/estimates/metric-interval.js";
import {type Exposure, poissonRate} from "../../stats/estimates/poisson-rate.js";
import type {Interval} from "../../stats/numbers/interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {daysPerMonth} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const brought = mart("referrals", {
  grain: ["member"],
  row: {
    member: z.enum(["referred", "others"]),
    customers: count,
    joined_in_window: count,
    lost: count,
    exposure: count,
    answers: count,
    raters: count,
    satisfied: count,
    sum_total_sq: count,
    sum_total_n: count,
    sum_n_sq: count,
  },
});
type Brought = Delivered<typeof brought>;

/** Customers brought by others beside the rest, and who brought most. */
export const referralTables = {
  referrals: table({
    from: brought,
    row: {
      member: z.enum(["referred", "others"]),
      customers: count,
      joined_in_window: count,
      lost: count.nullable(),
      customer_months: number.nullable(),
      answers: count.nullable(),
      raters: count.nullable(),
      satisfied: count.nullable(),
      ...limitColumns("churn"),
      ...limitColumns("csat"),
      ...limitColumns("churn_ratio"),
      ...limitColumns("csat_difference"),
    },
    derive: referralRates,
  }),
  referrers_listed: table({
    grain: ["customer_id"],
    row: {customer_id: text, tier: text, referred: count, yearly_amount: number.nullable()},
  }),
};

/**
 * Churn per customer-month (exact Poisson) and CSAT (Wilson, clustered by customer) of the referred and of the others,
 * and the referred beside the others: exact ratio of the rates, clustered difference of the shares. Where one of the two
 * is too small to show so is the other, since together they are everybody.
 */
export function referralRates(rows: readonly Brought[], {preset}: DeriveOptions) {
  const made = rows.map((row) => {
    const lives = {events: row.lost, exposure: row.exposure / daysPerMonth};
    const sums = sumsOf(row);
    const [churn, csat] = [poissonRate(lives), metricInterval("share", sums)];
    return {row, lives, sums, churn, csat};
  });
  const isChurn = made.every(
    ({row, lives, churn}) =>
      smallN({n: row.customers, kind: "rate", events: lives.events, ...churn}, {preset}).flag !== "suppressed",
  );
  const isCsat = made.every(({csat}) => smallN(csat, {preset}).flag !== "suppressed");
  const others = made.find(({row}) => row.member === "others");
  return made.map(({row, lives, sums, churn, csat}) => {
    const isReferred = row.member === "referred" && others !== undefined;
    return {
      member: row.member,
      customers: row.customers,
      joined_in_window: row.joined_in_window,
      lost: isChurn ? row.lost : null,
      customer_months: isChurn ? lives.exposure : null,
      answers: isCsat ? row.answers : null,
      raters: isCsat ? row.raters : null,
      satisfied: isCsat ? row.satisfied : null,
      ...limits("churn", isChurn ? churn : undefined),
      ...limits("csat", isCsat ? csat : undefined),
      ...limits("churn_ratio", isReferred && isChurn ? ratioOf(lives, others.lives) : undefined),
      ...limits("csat_difference", isReferred && isCsat ? differenceOf(sums, others.sums) : undefined),
    };
  });
}

const sumsOf = (row: Brought): MetricSums => ({
  n: row.answers,
  total: row.satisfied,
  customers: row.raters,
  sum_total_sq: row.sum_total_sq,
  sum_total_n: row.sum_total_n,
  sum_n_sq: row.sum_n_sq,
});

const ratioOf = (a: Exposure, b: Exposure): Interval | undefined =>
  a.exposure > 0 && b.exposure > 0 ? rateRatio(a, b) : undefined;

/** A customer is the one or the other: nobody is on both sides. */
const differenceOf = (a: MetricSums, b: MetricSums): Interval =>
  clusterDifference({a, b, shared: {customers: 0, total_total: 0, total_n: 0, n_total: 0, n_n: 0}});
