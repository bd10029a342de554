import {tQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import {type ClusterSums, clusterRatio} from "./cluster-ratio.js";
import {npsInterval} from "./nps-interval.js";
import {wilsonInterval} from "./wilson-interval.js";

/** share: score 0/1 · nps: score -100/0/100 · mean: score in natural units. */
export type MetricKind = "share" | "nps" | "mean";

export interface MetricSums extends ClusterSums {
  /** number of answers where `n` is a sum of weights; defaults to n */
  readonly answers?: number;
  /** NPS only: (weighted) number of promoters and of detractors */
  readonly promoters?: number;
  readonly detractors?: number;
  /** mean only, optional: sum of w * y^2, from which n_eff is found */
  readonly sum_sq?: number;
}

/** One figure as a page shows it; the unit is that of the score (share 0..1, NPS points, minutes ...). */
export interface MetricEstimate extends Interval {
  readonly n: number;
  readonly customers: number;
  readonly n_eff: number;
  readonly se: number;
}

/**
 * Estimate, limits, standard error and effective sample size of any metric, from the sums of `clusterRatio`.
 * Share: Wilson on n_eff. NPS: score interval on n_eff P and n_eff D. Mean: t with customers - 1 degrees.
 * n_eff = (variance of one answer) / (cluster variance), at most the number of answers; where every customer answered once, it is n.
 * Where all answers are equal their clustering cannot be seen, and n_eff is n^2 / sum n_c^2: as if each customer had
 * one opinion.
 * @example metricInterval("share", {n: 263, total: 81, customers: 263, sum_total_sq: 81, sum_total_n: 81, sum_n_sq: 263}) // => {low: 0.2552885199, high: 0.366209577, n_eff: 263}
 */
export function metricInterval(kind: MetricKind, sums: MetricSums, options: ConfidenceOption = {}): MetricEstimate {
  const {n: weight, answers: n = weight, customers} = sums;
  const {estimate, se} = clusterRatio(sums);
  const n_eff = effectiveSize(kind, sums, se);
  return {...limits(kind, sums, {se, n_eff, ...options}), estimate, n, customers, n_eff, se};
}

function effectiveSize(kind: MetricKind, sums: MetricSums, se: number): number {
  const {n, total, customers, sum_n_sq, answers = n} = sums;
  if (n === customers && sum_n_sq === n) return n;
  const mean = total / n;
  const oneAnswer =
    kind === "share"
      ? mean * (1 - mean)
      : kind === "nps"
        ? (10_000 * (sums.promoters! + sums.detractors!)) / n - mean * mean
        : sums.sum_sq === undefined
          ? 0
          : sums.sum_sq / n - mean * mean;
  const asOneOpinionEach = (n * n) / sum_n_sq;
  return oneAnswer > 1e-12 && se > 0 ? Math.min(answers, oneAnswer / (se * se)) : Math.min(answers, asOneOpinionEach);
}

function limits(
  kind: MetricKind,
  {n, total, customers, promoters = 0, detractors = 0}: MetricSums,
  {se, n_eff, confidence = 0.95}: ConfidenceOption & {readonly se: number; readonly n_eff: number},
): Interval {
  const scale = n_eff / n;
  if (!(n > 0)) return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN};
  if (kind === "share") return wilsonInterval(Math.min(total * scale, n_eff), n_eff, {confidence});
  if (kind === "nps") {
    const passives = Math.max(0, n - promoters - detractors) * scale;
    return npsInterval({promoters: promoters * scale, passives, detractors: detractors * scale}, {confidence});
  }
  const half = customers > 1 ? tQuantile((1 + confidence) / 2, customers - 1) * se : Number.NaN;
  return {estimate: total / n, low: total / n - half, high: total / n + half};
}
