import {z} from "zod";
import {type MetricSums, metricInterval} from "../../stats/estimates/metric-interval.js";
import {npsInterval} from "../../stats/estimates/nps-interval.js";
import {revenueWeighted} from "../../stats/estimates/revenue-weighted.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {collapseStrata, type NamedStratum} from "../../stats/surveys/collapse-strata.js";
import {kish, needsWeighting} from "../../stats/surveys/kish.js";
import {postStratify} from "../../stats/surveys/post-stratify.js";
import {type RakedCell, rakedEstimate} from "../../stats/surveys/raked-estimate.js";
import {count, estimate, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {type Delivered, type DeriveInput, type DeriveOptions, mart, table} from "../shape/table.js";

/** Customers alike in all that counts here are counted once: there may be millions. */
const ratedAccounts = mart("rated_accounts", {
  grain: ["tier", "region", "revenue", "answers", "satisfied", "dissatisfied"],
  row: {
    tier: text,
    region: text,
    revenue: number,
    answers: count,
    satisfied: count,
    dissatisfied: count,
    customers: count,
  },
});
type Accounts = Delivered<typeof ratedAccounts>;

const baseStrata = mart("base_strata", {grain: ["tier", "region"], row: {tier: text, region: text, customers: count}});
type Stratum = Delivered<typeof baseStrata>;

const surveyWeights = mart("survey_weights", {
  grain: ["question", "wave"],
  row: {
    question: text,
    wave: text,
    n: count,
    weight: number,
    weight_sq: number,
    total: number,
    weighted_total: number,
    weighted_sq: number,
    positive: count,
    negative: count,
    weighted_positive: number,
    weighted_negative: number,
  },
});

const basis = z.enum(["answers", "tier", "base", "revenue"]);
const measure = z.enum(["satisfied", "dissatisfied"]);

/** The same answers, unweighted, weighted to the customers there are, and by what they bring: three questions, three figures. */
export const basisTables = {
  satisfaction_bases: table({
    from: ratedAccounts,
    grain: ["measure", "basis"],
    row: {
      measure,
      basis,
      ...estimate,
      n: count.nullable(),
      customers: count.nullable(),
      n_eff: number.nullable(),
      is_needed: z.boolean(),
      influence: number.nullable(),
      base: count.nullable(),
      left_out: count.nullable(),
    },
    derive: satisfactionBases,
  }),
  rated_coverage: table({
    from: baseStrata,
    grain: ["tier"],
    row: {tier: text, customers: count, raters: count},
    derive: ratedCoverage,
  }),
  survey_weights: table({
    from: surveyWeights,
    row: {
      question: text,
      wave: text,
      n: count,
      n_eff: number.nullable(),
      mean: number.nullable(),
      weighted_mean: number.nullable(),
      value: number.nullable(),
      weighted_value: number.nullable(),
      weighted_lo: number.nullable(),
      weighted_hi: number.nullable(),
    },
    derive: weightedScores,
  }),
};

/** Cluster sums of a share, a customer being a cluster. */
function sumsOf(accounts: readonly Accounts[], of: (account: Accounts) => number): MetricSums {
  const sum = (value: (account: Accounts) => number) =>
    accounts.reduce((total, one) => total + one.customers * value(one), 0);
  return {
    n: sum(({answers}) => answers),
    total: sum(of),
    customers: sum(() => 1),
    sum_total_sq: sum((one) => of(one) ** 2),
    sum_total_n: sum((one) => of(one) * one.answers),
    sum_n_sq: sum(({answers}) => answers ** 2),
  };
}

const scores = {
  satisfied: (one: Accounts) => one.satisfied,
  dissatisfied: (one: Accounts) => one.dissatisfied,
} as const;

/** Each measure on each basis that the records allow; nothing of fewer answers than the small-n rule shows. */
export function satisfactionBases(accounts: readonly Accounts[], {rows, preset}: DeriveInput) {
  const base = rows(baseStrata);
  const {n, customers} = sumsOf(accounts, () => 0);
  if (smallN({n, kind: "mean"}, {preset}).flag !== "" || base.length === 0) return [];
  const size = base.reduce((sum, {customers}) => sum + customers, 0);
  return (["satisfied", "dissatisfied"] as const).flatMap((measure) => {
    const of = scores[measure];
    const row = {
      measure,
      flag: "" as const,
      n,
      customers,
      is_needed: false,
      influence: null,
      base: size,
      left_out: 0,
    };
    const plain = metricInterval("share", sumsOf(accounts, of));
    const made = [
      {...row, basis: "answers" as const, value: plain.estimate, lo: plain.low, hi: plain.high, n_eff: plain.n_eff},
    ];
    const weighted = [stratified({accounts, base, of}), raked({accounts, base, of}), byRevenue({accounts, of})];
    return [...made, ...weighted.flatMap((each) => (each ? [{...row, ...each}] : []))];
  });
}

interface Weighting {
  readonly accounts: readonly Accounts[];
  readonly base: readonly Stratum[];
  readonly of: (account: Accounts) => number;
}

const shareOf = ({estimate, se, n_eff}: {estimate: number; se: number; n_eff: number}) => {
  const linear = se > 0 ? (estimate * (1 - estimate)) / (se * se) : n_eff;
  const {low, high} = wilsonInterval(Math.min(1, Math.max(0, estimate)) * linear, linear);
  return {value: estimate, lo: low, hi: high, n_eff: linear};
};

/** Weighted to the tiers, thin ones merged with their neighbour; undefined where there is one tier or none. */
function stratified({accounts, base, of}: Weighting) {
  const tiers = [...groupRows(base, ({tier}) => tier)].map(([name, rows]): NamedStratum => {
    const own = accounts.filter((one) => one.tier === name);
    return {name, population: rows.reduce((sum, {customers}) => sum + customers, 0), ...sumsOf(own, of)};
  });
  if (tiers.length < 2) return undefined;
  const named = [...tiers].sort((a, b) => (a.name < b.name ? -1 : 1));
  const order = named.slice(1).map(({name}, at) => [name, named[at]!.name] as [string, string]);
  const {strata} = collapseStrata(named, order.reverse());
  if (strata.length < 2 || strata.some(({n}) => n === 0)) return undefined;
  return {basis: "tier" as const, ...shareOf(postStratify(strata)), is_needed: needsWeighting(strata)};
}

const sizes = (rows: readonly Stratum[], margin: "tier" | "region") =>
  Object.fromEntries(
    [...groupRows(rows, (row) => row[margin])].map(([level, own]) => [
      level,
      own.reduce((sum, {customers}) => sum + customers, 0),
    ]),
  );

/** Raked to tier and region; customers of levels that nobody answered for are left out, and counted. */
function raked({accounts, base, of}: Weighting) {
  const answered = (row: Stratum, margin: "tier" | "region") => accounts.some((one) => one[margin] === row[margin]);
  const told = base.filter((row) => answered(row, "tier") && answered(row, "region"));
  const margins = {tier: sizes(told, "tier"), region: sizes(told, "region")};
  if (Object.keys(margins.tier).length < 2 && Object.keys(margins.region).length < 2) return undefined;
  const cells: RakedCell[] = [...groupRows(accounts, ({tier, region}) => `${tier} ${region}`).values()]
    .filter(([one]) => one!.tier in margins.tier && one!.region in margins.region)
    .map((own) => ({levels: {tier: own[0]!.tier, region: own[0]!.region}, ...sumsOf(own, of)}));
  const left_out = base.filter((row) => !told.includes(row)).reduce((sum, {customers}) => sum + customers, 0);
  try {
    return {basis: "base" as const, ...shareOf(rakedEstimate(cells, margins)), left_out};
  } catch (error) {
    if (error instanceof RangeError) return undefined; // margins that no weights can meet
    throw error;
  }
}

/** Customers of each tier, and how many of them answered at all. */
export function ratedCoverage(base: readonly Stratum[], {rows}: DeriveInput) {
  const accounts = rows(ratedAccounts);
  return Object.entries(sizes(base, "tier")).map(([tier, customers]) => ({
    tier,
    customers,
    raters: accounts.reduce((sum, one) => sum + (one.tier === tier ? one.customers : 0), 0),
  }));
}

/** Weighted by what each customer brings; undefined where none is known to bring anything. */
function byRevenue({accounts, of}: Omit<Weighting, "base">) {
  const paying = accounts
    .filter(({revenue}) => revenue > 0)
    .flatMap((one) => Array.from({length: one.customers}, () => one));
  if (paying.length < 10) return undefined;
  const {estimate, low, high, n_eff, most_influential} = revenueWeighted(
    paying.map((one, at) => ({id: String(at), revenue: one.revenue, score: of(one) / one.answers})),
  );
  const influence = Math.abs(most_influential.shift);
  return {basis: "revenue" as const, value: estimate, lo: low, hi: high, n_eff, influence, customers: paying.length};
}

/** Scores with the weights that the survey itself carries beside those without, by wave; NPS in points. */
export function weightedScores(rows: readonly Delivered<typeof surveyWeights>[], {preset}: DeriveOptions) {
  return rows.flatMap((row) => {
    const {question, wave, n, weight} = row;
    if (smallN({n, kind: "mean"}, {preset}).flag === "suppressed") return [];
    const {n_eff} = kish({n, sum: weight, sum_sq: row.weight_sq});
    const key = {question, wave, n, n_eff, mean: row.total / n, weighted_mean: row.weighted_total / weight};
    const [promoters, detractors] = [row.weighted_positive / weight, row.weighted_negative / weight];
    if (question === "nps") {
      const {estimate, low, high} = npsInterval({
        promoters: promoters * n_eff,
        detractors: detractors * n_eff,
        passives: Math.max(0, 1 - promoters - detractors) * n_eff,
      });
      const value = (100 * (row.positive - row.negative)) / n;
      return [{...key, value, weighted_value: estimate, weighted_lo: low, weighted_hi: high}];
    }
    const {estimate, low, high} = wilsonInterval(promoters * n_eff, n_eff);
    return [{...key, value: row.positive / n, weighted_value: estimate, weighted_lo: low, weighted_hi: high}];
  });
}
