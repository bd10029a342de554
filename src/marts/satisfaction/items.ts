import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {item: text, question: text, dimension: text, member: text};
const scale = {scale_min: number, scale_max: number};

const itemScores = mart("item_scores", {
  grain: ["item", "question", "dimension", "member"],
  row: {
    ...key,
    n: count,
    customers: count,
    total: number,
    sum_sq: number,
    satisfied: count,
    dissatisfied: count,
    weight: number.nullable(),
    weight_sq: number.nullable(),
    weighted_total: number.nullable(),
    ...scale,
  },
});

export const itemTables = {
  item_scores: table({
    from: itemScores,
    row: {
      ...key,
      ...scale,
      n: count.nullable(),
      customers: count.nullable(),
      value: number.nullable(),
      sd: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      weighted_value: number.nullable(),
      n_eff: number.nullable(),
      satisfied: count.nullable(),
      dissatisfied: count.nullable(),
      flag,
    },
    derive: itemEstimates,
  }),
};

/**
 * Mean of each survey item with a t interval. Where customers answered several times, the interval is widened as if
 * each had one opinion: never too narrow. Where answers carry weights, the weighted mean stands beside it, with the
 * number of answers it is worth (Kish: the squared sum of weights over the sum of their squares).
 */
export function itemEstimates(rows: readonly Delivered<typeof itemScores>[], {preset}: DeriveOptions) {
  return rows.map((row) => {
    const {item, question, dimension, member, scale_min, scale_max, n, customers, weight, weight_sq} = row;
    const key = {item, question, dimension, member, scale_min, scale_max};
    const {flag} = smallN({n, kind: "mean"}, {preset});
    if (flag === "suppressed") return {...key, ...withheld, flag};
    const mean = row.total / n;
    const variance = n > 1 ? Math.max(0, (row.sum_sq - n * mean * mean) / (n - 1)) : 0;
    const half = customers > 1 ? tQuantile(0.975, customers - 1) * Math.sqrt(variance / customers) : Number.NaN;
    return {
      ...key,
      n,
      customers,
      value: mean,
      sd: Math.sqrt(variance),
      lo: mean - half,
      hi: mean + half,
      weighted_value: weight ? (row.weighted_total ?? 0) / weight : null,
      n_eff: weight ? weight ** 2 / (weight_sq ?? 0) : null,
      satisfied: row.satisfied,
      dissatisfied: row.dissatisfied,
      flag,
    };
  });
}

const withheld = {
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
};
