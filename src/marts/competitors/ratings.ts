import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {rankSets} from "../../stats/estimates/rank-sets.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, estimate, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {period: text, item: text, question: text, brand: text};

const ratingSums = mart("brand_ratings", {
  grain: ["period", "item", "question", "brand"],
  row: {
    ...key,
    n: count,
    customers: count,
    total: number,
    sum_total_sq: number,
    sum_total_n: number,
    sum_n_sq: number,
  },
});

const {value, lo, hi, flag} = estimate;

export const ratingTables = {
  brand_ratings: table({
    from: ratingSums,
    row: {
      ...key,
      n: count.nullable(),
      value,
      lo,
      hi,
      best_rank: count.nullable(),
      worst_rank: count.nullable(),
      ranked: count,
      flag,
    },
    derive: brandRatings,
  }),
};

/** Mean rating of each brand, and the ranks it may hold: rank sets over brands with 30 ratings or more. */
export function brandRatings(rows: readonly Delivered<typeof ratingSums>[], {preset}: DeriveOptions) {
  return [...groupRows(rows, (row) => `${row.period}|${row.item}|${row.question}`).values()].flatMap((family) => {
    const estimates = family.map((row) => clusterRatio(row));
    const ranked = family.flatMap((row, index) =>
      row.n >= 30 && row.brand !== "(others)" && estimates[index]!.se > 0 ? [index] : [],
    );
    const {best, worst} = rankSets(ranked.map((index) => estimates[index]!));
    return family.map((row, index) => {
      const {estimate, se, customers} = estimates[index]!;
      const {flag} = smallN({n: row.n, kind: "mean"}, {preset});
      const half = customers > 1 ? tQuantile(0.975, customers - 1) * se : Number.NaN;
      const place = ranked.indexOf(index);
      const shown = (value: number) => (flag === "suppressed" ? null : finite(value));
      const {period, item, question, brand} = row;
      return {
        period,
        item,
        question,
        brand,
        n: shown(row.n),
        value: shown(estimate),
        lo: shown(estimate - half),
        hi: shown(estimate + half),
        best_rank: place < 0 ? null : best[place]!,
        worst_rank: place < 0 ? null : worst[place]!,
        ranked: ranked.length,
        flag,
      };
    });
  });
}
