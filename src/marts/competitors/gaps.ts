import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {type ClusterPair, clusterDifference} from "../../stats/comparisons/cluster-difference.js";
import {type ClusterSums, clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {rankSets} from "../../stats/estimates/rank-sets.js";
import {normalTwoSided, tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {trendChange} from "../../stats/series/trend-change.js";
import {groupRows} from "../shape/groups.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const nobody = {customers: 0, total_total: 0, total_n: 0, n_total: 0, n_n: 0};

/**
 * Gap of us less the rival per attribute, by the design declared: same raters (only who rated both), separate samples,
 * or partly overlapping (all ratings, the shared raters' covariance taken in). Beside it the gap of the shared raters
 * alone. ahead · behind · parity: parity wherever the interval covers 0 or the adjusted test does not hold.
 */
export function brandGaps(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return [...groupRows(rows, (row) => `${row.period}|${row.brand}`).values()].flatMap((family) => {
    const made = family.map((row) => {
      const pair = pairOf(row);
      const n = Math.min(pair.a.n, pair.b.n);
      const {flag} = smallN({n, kind: "mean"}, {preset});
      const gap = clusterDifference(pair);
      return {row, pair, gap, flag, p: gap.se > 0 ? normalTwoSided(gap.estimate / gap.se) : Number.NaN};
    });
    const adjusted = benjaminiHochberg(made.map(({p, flag}) => (flag === "suppressed" ? Number.NaN : p)));
    return made.map(({row, pair, gap, flag}, index) => {
      const {period, item, question, brand, design} = row;
      const key = {period: period!, item: item!, question: question!, brand: brand!, design: design!};
      const hidden = flag === "suppressed";
      const p = adjusted[index]!;
      const isSure = (gap.low > 0 || gap.high < 0) && p <= 0.05 && flag === "";
      const shown = (value: number) => (hidden ? null : finite(value));
      return {
        ...key,
        own_n: shown(pair.a.n),
        rival_n: shown(pair.b.n),
        shared_n: pair.shared.customers >= 10 ? pair.shared.customers : null,
        own: shown(pair.a.total / pair.a.n),
        rival: shown(pair.b.total / pair.b.n),
        gap: shown(gap.estimate),
        lo: shown(gap.low),
        hi: shown(gap.high),
        se: shown(gap.se),
        p_adjusted: shown(p),
        verdict: hidden ? "" : isSure ? (gap.estimate > 0 ? "ahead" : "behind") : "parity",
        ...bySharedRaters(row),
        flag,
      };
    });
  });
}

/** The gap among who rated both, beside the one that treats them as strangers: what pairing is worth. */
function bySharedRaters(row: MartRow): MartRow {
  const customers = Number(row.shared_customers);
  if (customers < 10) return {paired_gap: null, paired_lo: null, paired_hi: null, unpaired_lo: null, unpaired_hi: null};
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

function pairOf(row: MartRow): ClusterPair {
  const of = (name: string) => Number(row[name] ?? 0);
  const isSame = row.design === "same_raters";
  const side = (name: "own" | "rival"): ClusterSums => {
    const from = isSame ? `${name}_shared` : name;
    return {
      n: of(`${from}_n`),
      total: of(`${from}_total`),
      customers: isSame ? of("shared_customers") : of(`${name}_customers`),
      sum_total_sq: of(`${from}_total_sq`),
      sum_total_n: of(`${from}_total_n`),
      sum_n_sq: of(`${from}_n_sq`),
    };
  };
  const shared =
    row.design === "separate"
      ? nobody
      : {
          customers: of("shared_customers"),
          total_total: of("total_total"),
          total_n: of("total_n"),
          n_total: of("n_total"),
          n_n: of("n_n"),
        };
  return {a: side("own"), b: side("rival"), shared};
}

/** Over all waves: our own score, and the gap. Rising while the lead shrinks is what to look for. */
export function brandGapChanges(rows: readonly MartRow[], options: DeriveOptions): MartRow[] {
  // What is pooled in one wave is not what is pooled in the next.
  const waves = rows.filter(({period, brand}) => period !== "window" && brand !== "(others)");
  const made = new Map(brandGaps(waves, options).map((row) => [`${row.period}|${row.item}|${row.brand}`, row]));
  const changes = [...groupRows(waves, (row) => `${row.item}|${row.question}|${row.brand}`).values()].flatMap(
    (group) => {
      const sorted = [...group]
        .sort((a, b) => (String(a.period) < String(b.period) ? -1 : 1))
        .map((row) => ({row, gap: made.get(`${row.period}|${row.item}|${row.brand}`)!}))
        .filter(({gap}) => gap.gap !== null && Number(gap.se) > 0);
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (!first || !last || sorted.length < 2) return [];
      const {item, question, brand} = first.row;
      return [
        {
          key: {item: item!, question: question!, brand: brand!, from: first.row.period!, to: last.row.period!},
          waves: sorted.length,
          own: trendChange(sorted.map(({row}) => clusterRatio(pairOf(row).a))),
          gap: trendChange(sorted.map(({gap}) => ({estimate: Number(gap.gap), se: Number(gap.se)}))),
        },
      ];
    },
  );
  const adjusted = changes.map(() => Number.NaN);
  // One family a rival: each is a question of its own.
  for (const family of groupRows([...changes.keys()], (index) => String(changes[index]!.key.brand)).values())
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

/** Mean rating of each brand, and the ranks it may hold: rank sets over brands with 30 ratings or more. */
export function brandRatings(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return [...groupRows(rows, (row) => `${row.period}|${row.item}|${row.question}`).values()].flatMap((family) => {
    const estimates = family.map((row) => clusterRatio(row as unknown as ClusterSums));
    const ranked = family.flatMap((row, index) =>
      Number(row.n) >= 30 && row.brand !== "(others)" && estimates[index]!.se > 0 ? [index] : [],
    );
    const {best, worst} = rankSets(ranked.map((index) => estimates[index]!));
    return family.map((row, index) => {
      const {estimate, se, customers} = estimates[index]!;
      const {flag} = smallN({n: Number(row.n), kind: "mean"}, {preset});
      const half = customers > 1 ? tQuantile(0.975, customers - 1) * se : Number.NaN;
      const place = ranked.indexOf(index);
      const shown = (value: number) => (flag === "suppressed" ? null : finite(value));
      return {
        period: row.period!,
        item: row.item!,
        question: row.question!,
        brand: row.brand!,
        n: shown(Number(row.n)),
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
