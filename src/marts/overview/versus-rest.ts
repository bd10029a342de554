import {metricOf} from "../../metrics/catalogue.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {differenceOf} from "../../stats/comparisons/difference-of.js";
import {familyConfidence} from "../../stats/comparisons/family-confidence.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {verdict} from "../../stats/comparisons/verdict.js";
import {asCounts} from "../../stats/estimates/as-counts.js";
import {
  type MetricEstimate,
  type MetricKind,
  type MetricSums,
  metricInterval,
} from "../../stats/estimates/metric-interval.js";
import {normalTwoSided, tQuantile} from "../../stats/numbers/distributions.js";
import type {Interval} from "../../stats/numbers/interval.js";
import {type Estimated, kindOf} from "./estimated.js";

/** Columns a segment carries: how it stands beside the rest of the base. */
export interface VersusRest {
  readonly rest: number | null;
  readonly difference: number | null;
  /** Limits at the confidence of the family, so that they leave out 0 exactly where a difference is claimed. */
  readonly difference_lo: number | null;
  readonly difference_hi: number | null;
  /** Benjamini–Hochberg over the members of the dimension. */
  readonly p_adjusted: number | null;
  /** clear · small · none · unknown; "" where there is no rest. */
  readonly verdict: string;
}

/** Where there is no rest to stand beside. */
export const nothing: VersusRest = {
  rest: null,
  difference: null,
  difference_lo: null,
  difference_hi: null,
  p_adjusted: null,
  verdict: "",
};

/** A member and the rest of its base. */
interface Pair {
  readonly kind: MetricKind;
  readonly own: MetricSums;
  readonly rest: MetricSums;
  /** Of one answer over the whole base: where all answers of a side are alike, its own says nothing. */
  readonly variance: number;
}

/**
 * Each member against all records outside it, never against a total that contains it. The rest's sums are those of the
 * total less the member's; where a customer has records in both, their covariance is left out (conservative for
 * records that go the same way). Limits and verdict come from one family-wise confidence: what is called different has
 * limits that leave out 0, and nothing else has.
 */
export function versusRest(family: readonly Estimated[], total: Estimated | undefined): VersusRest[] {
  if (!total) return family.map(() => nothing);
  const variance = answerVariance(kindOf(total.row), total.sums);
  const pairs = family.map(({row, sums}): Pair | undefined => {
    const rest = less(total.sums, sums);
    return rest.n > 0 && rest.customers > 1 ? {kind: kindOf(row), own: sums, rest, variance} : undefined;
  });
  const compared = pairs.flatMap((pair) => (pair ? [pair] : []));
  const confidence = familyConfidence(compared.length, (member, level) => {
    const {low, high} = differenceAt(compared[member]!, level);
    return low > 0 || high < 0;
  });
  const adjusted = benjaminiHochberg(pairs.map((pair) => (pair ? pValue(pair) : Number.NaN)));
  return pairs.map((pair, index) => {
    if (!pair) return nothing;
    const {estimate, low, high} = differenceAt(pair, confidence);
    if (!Number.isFinite(low) || !Number.isFinite(high)) return nothing;
    const wider = differenceAt(pair, Math.max(0.9, 1 - 2 * (1 - confidence)));
    const p_adjusted = adjusted[index]!;
    return {
      rest: pair.rest.total / pair.rest.n,
      difference: estimate,
      difference_lo: low,
      difference_hi: high,
      p_adjusted: Number.isNaN(p_adjusted) ? null : p_adjusted,
      verdict: verdict({
        difference: estimate,
        low,
        high,
        low_90: wider.low,
        high_90: wider.high,
        delta: metricOf(family[index]!.row.metric).delta,
      }),
    };
  });
}

/** Limits of member − rest (MOVER from both sides' own limits). */
const differenceAt = (pair: Pair, confidence: number): Interval =>
  differenceOf(sideAt(pair, "own", confidence), sideAt(pair, "rest", confidence));

function sideAt({kind, variance, ...pair}: Pair, side: "own" | "rest", confidence: number): Interval {
  const sums = pair[side];
  // Few customers with several answers each: their spread is known from few, as Student's is.
  const isClustered = kind !== "mean" && sums.customers > 1 && sums.customers !== (sums.answers ?? sums.n);
  const level = isClustered ? 1 - normalTwoSided(tQuantile((1 + confidence) / 2, sums.customers - 1)) : confidence;
  const estimate = metricInterval(kind, sums, {confidence: level});
  if (kind !== "mean" || estimate.se > 0) return estimate;
  const half =
    tQuantile((1 + confidence) / 2, Math.max(1, sums.customers - 1)) *
    Math.sqrt(variance / Math.max(1, estimate.n_eff));
  return {estimate: estimate.estimate, low: estimate.estimate - half, high: estimate.estimate + half};
}

/** Score test for shares, exact where few are expected; else normal, with the base's spread where a side has none. */
function pValue(pair: Pair): number {
  const [own, rest] = [metricInterval(pair.kind, pair.own), metricInterval(pair.kind, pair.rest)];
  if (pair.kind === "share") return twoProportionTest(asCounts(own), asCounts(rest)).p;
  const spread = (side: MetricEstimate) => (side.se > 0 ? side.se ** 2 : pair.variance / Math.max(1, side.n_eff));
  const se = Math.sqrt(spread(own) + spread(rest));
  return se > 0 ? normalTwoSided((own.estimate - rest.estimate) / se) : Number.NaN;
}

/** Variance of one answer of the base. */
function answerVariance(kind: MetricKind, {n, total, sum_sq, promoters = 0, detractors = 0}: MetricSums): number {
  const mean = total / n;
  if (kind === "share") return mean * (1 - mean);
  if (kind === "nps") return (10_000 * (promoters + detractors)) / n - mean * mean;
  return Math.max(0, (sum_sq ?? 0) / n - mean * mean);
}

const less = (total: MetricSums, part: MetricSums): MetricSums => ({
  ...lessAnswers(total, part),
  n: total.n - part.n,
  total: total.total - part.total,
  sum_total_sq: total.sum_total_sq - part.sum_total_sq,
  sum_total_n: total.sum_total_n - part.sum_total_n,
  sum_n_sq: total.sum_n_sq - part.sum_n_sq,
  sum_sq: (total.sum_sq ?? 0) - (part.sum_sq ?? 0),
  promoters: (total.promoters ?? 0) - (part.promoters ?? 0),
  detractors: (total.detractors ?? 0) - (part.detractors ?? 0),
});

function lessAnswers(total: MetricSums, part: MetricSums): {readonly answers: number; readonly customers: number} {
  const answers = (total.answers ?? total.n) - (part.answers ?? part.n);
  const customers = Math.max(0, Math.min(answers, total.customers - part.customers));
  return {answers, customers: customers || Math.min(total.customers, answers)};
}
