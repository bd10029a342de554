import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";

/**
 * Mean of each survey item with a t interval. Where customers answered several times, the interval is widened as if
 * each had one opinion: never too narrow. Where answers carry weights, the weighted mean stands beside it, with the
 * number of answers it is worth (Kish: the squared sum of weights over the sum of their squares).
 */
export function itemEstimates(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return rows.map((row) => {
    const [n, customers, total, squares] = ["n", "customers", "total", "sum_sq"].map((name) => Number(row[name])) as [
      number,
      number,
      number,
      number,
    ];
    const mean = total / n;
    const variance = n > 1 ? Math.max(0, (squares - n * mean * mean) / (n - 1)) : 0;
    const half = customers > 1 ? tQuantile(0.975, customers - 1) * Math.sqrt(variance / customers) : Number.NaN;
    const {flag} = smallN({n, kind: "mean"}, {preset});
    const key = {
      item: row.item!,
      question: row.question!,
      dimension: row.dimension!,
      member: row.member!,
      scale_min: row.scale_min!,
      scale_max: row.scale_max!,
    };
    if (flag === "suppressed")
      return {
        ...key,
        n: null,
        customers: null,
        value: null,
        sd: null,
        lo: null,
        hi: null,
        weighted_value: null,
        n_eff: null,
        satisfied: null,
        dissatisfied: null,
        flag,
      };
    return {
      ...key,
      n,
      customers,
      value: mean,
      sd: Math.sqrt(variance),
      lo: mean - half,
      hi: mean + half,
      weighted_value: row.weight ? Number(row.weighted_total) / Number(row.weight) : null,
      n_eff: row.weight ? Number(row.weight) ** 2 / Number(row.weight_sq) : null,
      satisfied: row.satisfied!,
      dissatisfied: row.dissatisfied!,
      flag,
    };
  });
}
