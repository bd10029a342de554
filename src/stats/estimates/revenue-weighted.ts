import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {metricInterval} from "./metric-interval.js";

/** One customer: its revenue and its satisfaction (0/1, or the mean of its answers). */
export interface Account {
  readonly id: string;
  readonly revenue: number;
  readonly score: number;
}

export interface RevenueWeighted extends Interval {
  readonly se: number;
  /** Kish n_eff of the revenues: how many equal customers would tell as much */
  readonly n_eff: number;
  readonly largest_share: number;
  /** the account whose leaving out moves the figure most, and by how much */
  readonly most_influential: {readonly id: string; readonly shift: number};
}

/**
 * Satisfaction weighted by revenue: sum rev y / sum rev, linearised standard error, Wilson limits on n_eff, and how far
 * one account can move it. For shares (scores 0..1). Throws without revenue.
 * @example revenueWeighted([{id: "a", revenue: 80, score: 0}, {id: "b", revenue: 10, score: 1}, {id: "c", revenue: 10, score: 1}]) // => {estimate: 0.2, largest_share: 0.8, most_influential: {id: "a", shift: 0.8}}
 */
export function revenueWeighted(accounts: readonly Account[], options: ConfidenceOption = {}): RevenueWeighted {
  const sum = (value: (account: Account) => number) => accounts.reduce((total, account) => total + value(account), 0);
  const n = sum(({revenue}) => revenue);
  if (!(n > 0)) throw new RangeError(`invalid revenue; total not above 0: ${n}`);
  const total = sum(({revenue, score}) => revenue * score);
  const squares = {
    sum_total_sq: sum(({revenue, score}) => (revenue * score) ** 2),
    sum_total_n: sum(({revenue, score}) => revenue * revenue * score),
    sum_n_sq: sum(({revenue}) => revenue * revenue),
  };
  const sums = {n, total, customers: accounts.length, answers: accounts.length, ...squares};
  const {estimate, low, high, se} = metricInterval("share", sums, options);
  const most_influential = accounts
    .map(({id, revenue, score}) => ({id, shift: (total - revenue * score) / (n - revenue) - estimate}))
    .reduce((a, b) => (Math.abs(b.shift) > Math.abs(a.shift) ? b : a));
  const largest = accounts.reduce((top, {revenue}) => Math.max(top, revenue), 0);
  return {estimate, low, high, se, n_eff: n ** 2 / squares.sum_n_sq, largest_share: largest / n, most_influential};
}
