import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, month, number, rowOf, text} from "../shape/columns.js";
import {hiddenRows} from "../shape/hidden.js";
import type {DeriveOptions, Mart, MartRow} from "../shape/mart.js";
import {brandGapChanges, brandGaps, brandRatings} from "./gaps.js";
import {brandProfileMart} from "./profiles.js";
import {brandScoreMarts} from "./scores.js";

const sums = [
  "own_total",
  "own_total_sq",
  "own_total_n",
  "own_n_sq",
  "rival_total",
  "rival_total_sq",
  "rival_total_n",
  "rival_n_sq",
];
const sharedSums = [
  ...["own", "rival"].flatMap((side) =>
    ["total", "total_sq", "total_n", "n_sq"].map((name) => `${side}_shared_${name}`),
  ),
  ...["total_total", "total_n", "n_total", "n_n"],
];
const gapRow = rowOf({
  period: text,
  item: text,
  question: text,
  brand: text,
  design: text,
  own_n: count,
  own_customers: count,
  rival_n: count,
  rival_customers: count,
  shared_customers: count,
  own_shared_n: count.nullable(),
  rival_shared_n: count.nullable(),
  ...Object.fromEntries(sums.map((name) => [name, number])),
  ...Object.fromEntries(sharedSums.map((name) => [name, number.nullable()])),
});

/** How we stand beside the brands that the same or other people rated, and where rivals are spoken of. */
export const competitorMarts: readonly Mart[] = [
  {
    name: "brand_ratings",
    grain: ["period", "item", "question", "brand"],
    row: rowOf({
      period: text,
      item: text,
      question: text,
      brand: text,
      n: count,
      customers: count,
      total: number,
      sum_total_sq: number,
      sum_total_n: number,
      sum_n_sq: number,
    }),
    derive: brandRatings,
  },
  {name: "brand_gaps", grain: ["period", "item", "question", "brand"], row: gapRow, derive: brandGaps},
  {
    name: "brand_gaps",
    grain: ["period", "item", "question", "brand"],
    row: gapRow,
    derive: brandGapChanges,
    publishedAs: "brand_gap_changes",
    publishedGrain: ["item", "question", "brand"],
  },
  {
    name: "share_of_wallet",
    grain: ["member"],
    row: rowOf({
      member: text,
      customers: count,
      own_spend: number.nullable(),
      category_spend: number.nullable(),
      own_sq: number.nullable(),
      own_category: number.nullable(),
      category_sq: number.nullable(),
      ranked_customers: count,
      rule_total: number,
      rule_sq: number,
    }),
    derive: shareOfWallet,
  },
  {
    name: "rival_mentions",
    grain: ["month", "brand", "dimension", "member"],
    row: rowOf({month, brand: text, dimension: text, member: text, mentions: count}),
  },
  {
    name: "rival_mentions_listed",
    grain: ["entity", "record_id", "brand"],
    row: rowOf({
      entity: text,
      record_id: text,
      brand: text,
      occurred_date: text,
      customer_id: text.nullable(),
      tier: text,
      region: text,
      offer: text,
      words: text,
      file: text,
      row: count,
    }),
  },
  {
    name: "brand_tickets",
    grain: ["brand"],
    row: rowOf({
      brand: text,
      tickets: count,
      complaints: count,
      timely_known: count,
      timely: count,
      dispute_known: count,
      disputed: count,
    }),
    derive: (rows, options) =>
      rows.map((row) => ({
        ...row,
        ...share(row, {part: "timely", whole: "timely_known", ...options}),
        ...share(row, {part: "disputed", whole: "dispute_known", ...options}),
      })),
  },
  ...brandScoreMarts,
  brandProfileMart,
];

function share(row: MartRow, {part, whole, preset}: DeriveOptions & {part: string; whole: string}): MartRow {
  const [k, n] = [Number(row[part]), Number(row[whole])];
  const {estimate, low, high} = wilsonInterval(k, n);
  const hidden = smallN({n, estimate, low, high}, {preset}).flag === "suppressed";
  const shown = (value: number) => (hidden || !Number.isFinite(value) ? null : value);
  return {[`${part}_share`]: shown(estimate), [`${part}_lo`]: shown(low), [`${part}_hi`]: shown(high)};
}

/**
 * Stated: our sales over what raters say they spend. By rule: mean of (1 - rank / (N + 1)) * 2 / N over raters. A tier
 * with few raters is withheld with its base, and the next smallest with it, so that it cannot be had from the total.
 */
function shareOfWallet(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  const of = (row: MartRow, name: string) => Number(row[name] ?? 0);
  const tiers = rows.filter(({member}) => member !== "all");
  const withheld = (name: string) => {
    const isSmall = (row: MartRow) => smallN({n: of(row, name), kind: "mean"}, {preset}).flag === "suppressed";
    const hidden = hiddenRows(tiers, {size: (row) => of(row, name), isSmall});
    return (row: MartRow) => hidden.has(row) || (row.member === "all" && isSmall(row));
  };
  const [isStatedHidden, isRuleHidden] = [withheld("customers"), withheld("ranked_customers")];
  return rows.map((row) => {
    const stated = clusterRatio({
      n: of(row, "category_spend"),
      total: of(row, "own_spend"),
      customers: of(row, "customers"),
      sum_total_sq: of(row, "own_sq"),
      sum_total_n: of(row, "own_category"),
      sum_n_sq: of(row, "category_sq"),
    });
    const ranked = of(row, "ranked_customers");
    const mean = of(row, "rule_total") / ranked;
    const rule = meanInterval({n: ranked, mean, variance: (of(row, "rule_sq") - ranked * mean * mean) / (ranked - 1)});
    const half = tQuantile(0.975, of(row, "customers") - 1) * stated.se;
    const when = (isHidden: boolean, value: number) => (!isHidden && Number.isFinite(value) ? value : null);
    const [a, b] = [isStatedHidden(row), isRuleHidden(row)];
    return {
      member: row.member!,
      customers: when(a, of(row, "customers")),
      stated: when(a, stated.estimate),
      stated_lo: when(a, stated.estimate - half),
      stated_hi: when(a, stated.estimate + half),
      ranked_customers: when(b, ranked),
      by_rule: when(b, mean),
      by_rule_lo: when(b, rule.low),
      by_rule_hi: when(b, rule.high),
      flag: a ? "suppressed" : smallN({n: of(row, "customers"), kind: "mean"}, {preset}).flag,
    };
  });
}
