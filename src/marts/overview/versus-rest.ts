import {metricOf} from "../../metrics/catalogue.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {differenceOf} from "../../stats/comparisons/difference-of.js";
import {verdict} from "../../stats/comparisons/verdict.js";
import {type MetricSums, metricInterval} from "../../stats/estimates/metric-interval.js";
import {normalTwoSided} from "../../stats/numbers/distributions.js";
import {type Estimated, kindOf} from "./estimated.js";

/** Columns a segment carries: how it stands beside the rest of the base. */
export interface VersusRest {
  readonly rest: number | null;
  readonly difference: number | null;
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

/**
 * Each member against all records outside it, never against a total that contains it. The rest's sums are those of the
 * total less the member's; where a customer has records in both, their covariance is left out (conservative for
 * records that go the same way).
 */
export function versusRest(family: readonly Estimated[], total: Estimated | undefined): VersusRest[] {
  if (!total) return family.map(() => nothing);
  const compared = family.map(({row, sums, estimate}) => {
    const rest = less(total.sums, sums);
    if (!(rest.n > 0) || !(rest.customers > 1)) return undefined;
    const kind = kindOf(row);
    const [at95, at90] = [0.95, 0.9].map((confidence) => {
      const other = metricInterval(kind, rest, {confidence});
      return {
        other,
        difference: differenceOf(confidence === 0.95 ? estimate : metricInterval(kind, sums, {confidence}), other),
      };
    });
    const spread = Math.hypot(estimate.se, at95!.other.se);
    const p = spread > 0 ? normalTwoSided(at95!.difference.estimate / spread) : Number.NaN;
    return {rest: at95!.other.estimate, at95: at95!.difference, at90: at90!.difference, p};
  });
  const adjusted = benjaminiHochberg(compared.map((each) => each?.p ?? Number.NaN));
  return compared.map((each, index) => {
    if (!each || !Number.isFinite(each.at95.low)) return nothing;
    const {delta} = metricOf(family[index]!.row.metric);
    const p_adjusted = adjusted[index]!;
    return {
      rest: each.rest,
      difference: each.at95.estimate,
      difference_lo: each.at95.low,
      difference_hi: each.at95.high,
      p_adjusted: Number.isNaN(p_adjusted) ? null : p_adjusted,
      verdict: verdict({
        difference: each.at95.estimate,
        low: each.at95.low,
        high: each.at95.high,
        low_90: each.at90.low,
        high_90: each.at90.high,
        delta,
        p_adjusted,
      }),
    };
  });
}

const less = (total: MetricSums, part: MetricSums): MetricSums => ({
  n: total.n - part.n,
  total: total.total - part.total,
  customers:
    Math.max(0, Math.min(total.n - part.n, total.customers - part.customers)) ||
    Math.min(total.customers, total.n - part.n),
  sum_total_sq: total.sum_total_sq - part.sum_total_sq,
  sum_total_n: total.sum_total_n - part.sum_total_n,
  sum_n_sq: total.sum_n_sq - part.sum_n_sq,
  sum_sq: (total.sum_sq ?? 0) - (part.sum_sq ?? 0),
  promoters: (total.promoters ?? 0) - (part.promoters ?? 0),
  detractors: (total.detractors ?? 0) - (part.detractors ?? 0),
});
