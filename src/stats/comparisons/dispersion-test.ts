import {chiSquareUpper} from "../numbers/distributions.js";

/**
 * Do few customers file many complaints? Variance-to-mean ratio of events per customer and its chi-square test,
 * sum (x - m)^2 / m. From counts of customers by number of events. Where p is small, the headline is the share of
 * complaining customers, not the number of complaints.
 * @example dispersionTest([{events: 0, customers: 12}, {events: 1, customers: 4}, {events: 2, customers: 1}, {events: 3, customers: 1}, {events: 5, customers: 1}, {events: 7, customers: 1}]).chi2 // => 65.6666666667
 */
export function dispersionTest(counts: readonly {readonly events: number; readonly customers: number}[]): {
  readonly mean: number;
  readonly variance: number;
  readonly vmr: number;
  readonly chi2: number;
  readonly p: number;
} {
  const n = counts.reduce((sum, {customers}) => sum + customers, 0);
  const mean = counts.reduce((sum, {events, customers}) => sum + events * customers, 0) / n;
  const squares = counts.reduce((sum, {events, customers}) => sum + customers * (events - mean) ** 2, 0);
  const variance = squares / (n - 1);
  return {mean, variance, vmr: variance / mean, chi2: squares / mean, p: chiSquareUpper(squares / mean, n - 1)};
}
