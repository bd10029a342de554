import {z} from "zod";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {type ClusterPair, clusterDifference} from "../../stats/comparisons/cluster-difference.js";
import {familyConfidence} from "../../stats/comparisons/family-confidence.js";
import {type ClusterSums, clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {normalTwoSided} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {trendChange} from "../../stats/series/trend-change.js";
import {count, each, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const sides = [
  "own_total",
  "own_total_sq",
  "own_total_n",
  "own_n_sq",
  "rival_total",
  "rival_total_sq",
  "rival_total_n",
  "rival_n_sq",
] as const;
const ofShared = [
  "own_shared_total",
  "own_shared_total_sq",
  "own_shared_total_n",
  "own_shared_n_sq",
  "rival_shared_total",
  "rival_shared_total_sq",
  "rival_shared_total_n",
  "rival_shared_n_sq",
  "total_total",
  "total_n",
  "n_total",
  "n_n",
] as const;
const key = {
  period: text,
  item: text,
  question: text,
  brand: text,
  design: z.enum(["same_raters", "separate", "overlapping"]),
};

const gapSums = mart("brand_gaps", {
  grain: ["period", "item", "question", "brand"],
  row: {
    ...key,
    own_n: count,
    own_customers: count,
    rival_n: count,
    rival_customers: count,
    shared_customers: count,
    own_shared_n: count.nullable(),
    rival_shared_n: count.nullable(),
    ...each(sides, number),
    ...each(ofShared, number.nullable()),
  },
});
type Sums = Delivered<typeof gapSums>;

export const gapTables = {
  brand_gaps: table({
    from: gapSums,
    row: {
      ...key,
      own_n: count.nullable(),
      rival_n: count.nullable(),
      shared_n: count.nullable(),
      /** People who rated us or the rival. */
      raters: count.nullable(),
      own: number.nullable(),
      rival: number.nullable(),
      gap: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      se: number.nullable(),
      p_adjusted: number.nullable(),
      verdict: z.enum(["", "ahead", "behind", "parity", "few"]),
      paired_gap: number.nullable(),
      paired_lo: number.nullable(),
      paired_hi: number.nullable(),
      unpaired_lo: number.nullable(),
      unpaired_hi: number.nullable(),
      flag,
    },
    derive: brandGaps,
  }),
  brand_gap_changes: table({
    from: gapSums,
    grain: ["item", "question", "brand"],
    row: {
      item: text,
      question: text,
      brand: text,
      from: text,
      to: text,
      waves: count,
      own_change: number,
      own_lo: number.nullable(),
      own_hi: number.nullable(),
      gap_change: number,
      gap_lo: number.nullable(),
      gap_hi: number.nullable(),
      p_adjusted: number.nullable(),
    },
    derive: brandGapChanges,
  }),
};

const nobody = {customers: 0, total_total: 0, total_n: 0, n_total: 0, n_n: 0};

/**
 * Gap of us less the rival per attribute, by the design declared: same raters (only who rated both), separate samples,
 * or partly overlapping (all ratings, the shared raters' covariance taken in). Beside it the gap of the shared raters
 * alone. ahead · behind · parity · few (too few ratings to tell). The limits are those of the family of a rival's
 * attributes, so that parity is said exactly where they cover 0.
 */
export function brandGaps(rows: readonly Sums[], {preset}: DeriveOptions) {
  return [...groupRows(rows, (row) => `${row.period}|${row.brand}`).values()].flatMap((family) => {
    const made = family.map((row) => {
      const pair = pairOf(row);
      const n = Math.min(pair.a.n, pair.b.n);
      const {flag} = smallN({n, kind: "mean"}, {preset});
      const {estimate, se} = clusterDifference(pair);
      return {row, pair, flag, p: se > 0 ? normalTwoSided(estimate / se) : Number.NaN};
    });
    const adjusted = benjaminiHochberg(made.map(({p, flag}) => (flag === "suppressed" ? Number.NaN : p)));
    const tested = made.filter(({flag}) => flag !== "suppressed");
    const confidence = familyConfidence(tested.length, (at, level) => {
      const {low, high} = clusterDifference(tested[at]!.pair, {confidence: level});
      return low > 0 || high < 0;
    });
    return made.map(({row, pair, flag}, index) => {
      const gap = clusterDifference(pair, {confidence});
      const {period, item, question, brand, design} = row;
      const key = {period, item, question, brand, design};
      const hidden = flag === "suppressed";
      const p = adjusted[index]!;
      const isSure = gap.low > 0 || gap.high < 0;
      const shown = (value: number) => (hidden ? null : finite(value));
      const verdict = hidden ? "" : !isSure ? "parity" : flag !== "" ? "few" : gap.estimate > 0 ? "ahead" : "behind";
      return {
        ...key,
        own_n: shown(pair.a.n),
        rival_n: shown(pair.b.n),
        shared_n: pair.shared.customers >= 10 ? pair.shared.customers : null,
        raters: shown(row.own_customers + row.rival_customers - row.shared_customers),
        own: shown(pair.a.total / pair.a.n),
        rival: shown(pair.b.total / pair.b.n),
        gap: shown(gap.estimate),
        lo: shown(gap.low),
        hi: shown(gap.high),
        se: shown(gap.se),
        p_adjusted: shown(p),
        verdict: verdict as "" | "parity" | "ahead" | "behind" | "few",
        ...bySharedRaters(row),
        flag,
      };
    });
  });
}

/** The gap among who rated both, beside the one that treats them as strangers: what pairing is worth. */
function bySharedRaters(row: Sums) {
  if (row.shared_customers < 10)
    return {paired_gap: null, paired_lo: null, paired_hi: null, unpaired_lo: null, unpaired_hi: null};
  const {a, b, shared} = pairOf({...row, design: "same_raters"});
  const paired = clusterDifference({a, b, shared});
  const unpaired = clusterDifference({a, b, shared: nobody});
  return {
    paired_gap: finite(paired.estimate),
    paired_lo: finite(paired.low),
    paired_hi: finite(paired.high),
    unpaired_lo: finite(unpaired.low),
    unpaired_hi: finite(unpaired.high),
  };
}

function pairOf(row: Sums): ClusterPair {
  const isSame = row.design === "same_raters";
  const side = (name: "own" | "rival"): ClusterSums => {
    const from = isSame ? (`${name}_shared` as const) : name;
    return {
      n: row[`${from}_n`] ?? 0,
      total: row[`${from}_total`] ?? 0,
      customers: isSame ? row.shared_customers : row[`${name}_customers`],
      sum_total_sq: row[`${from}_total_sq`] ?? 0,
      sum_total_n: row[`${from}_total_n`] ?? 0,
      sum_n_sq: row[`${from}_n_sq`] ?? 0,
    };
  };
  const both = {
    customers: row.shared_customers,
    total_total: row.total_total ?? 0,
    total_n: row.total_n ?? 0,
    n_total: row.n_total ?? 0,
    n_n: row.n_n ?? 0,
  };
  return {a: side("own"), b: side("rival"), shared: row.design === "separate" ? nobody : both};
}

/** Over all waves: our own score, and the gap. Rising while the lead shrinks is what to look for. */
export function brandGapChanges(rows: readonly Sums[], options: DeriveOptions) {
  // What is pooled in one wave is not what is pooled in the next.
  const waves = rows.filter(({period, brand}) => period !== "window" && brand !== "(others)");
  const made = new Map(brandGaps(waves, options).map((row) => [`${row.period}|${row.item}|${row.brand}`, row]));
  const changes = [...groupRows(waves, (row) => `${row.item}|${row.question}|${row.brand}`).values()].flatMap(
    (group) => {
      const sorted = [...group]
        .sort((a, b) => (a.period < b.period ? -1 : 1))
        .map((row) => ({row, gap: made.get(`${row.period}|${row.item}|${row.brand}`)!}))
        .filter(({gap}) => gap.gap !== null && (gap.se ?? 0) > 0);
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (!first || !last || sorted.length < 2) return [];
      const {item, question, brand} = first.row;
      return [
        {
          key: {item, question, brand, from: first.row.period, to: last.row.period},
          waves: sorted.length,
          own: trendChange(sorted.map(({row}) => clusterRatio(pairOf(row).a))),
          gap: trendChange(sorted.map(({gap}) => ({estimate: gap.gap!, se: gap.se!}))),
        },
      ];
    },
  );
  const adjusted = changes.map(() => Number.NaN);
  // One family a rival: each is a question of its own.
  for (const family of groupRows([...changes.keys()], (index) => changes[index]!.key.brand).values())
    for (const [place, p] of benjaminiHochberg(family.map((index) => changes[index]!.gap.p)).entries())
      adjusted[family[place]!] = p;
  return changes.map(({key, waves: count, own, gap}, index) => ({
    ...key,
    waves: count,
    own_change: own.estimate,
    own_lo: finite(own.low),
    own_hi: finite(own.high),
    gap_change: gap.estimate,
    gap_lo: finite(gap.low),
    gap_hi: finite(gap.high),
    p_adjusted: finite(adjusted[index]!),
  }));
}
