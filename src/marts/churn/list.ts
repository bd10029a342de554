import {z} from "zod";
import {count, month, number, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {churnRates} from "./rates.js";
import {retentionComparisons} from "./retention-comparisons.js";
import {retentionCurves} from "./retention-curves.js";
import {churnAgainstRest} from "./segments.js";
import {
  causeShares,
  destinationShares,
  destinationsByTier,
  interviewCoverage,
  reasonShares,
  rivalAdvantage,
} from "./shares.js";
import {churnSignalMarts} from "./signals.js";
import {causeIncidence, cohortShares, retentionMeans, revenueRetention} from "./times.js";
import {churnWaveAnswers, churnWaves} from "./waves.js";

const retentionRow = rowOf({
  dimension: text,
  member: text,
  clock: text,
  time: count,
  entered: count,
  lost: count,
  ended: count,
  censored: count,
});
const answerRow = rowOf({
  month,
  dimension: text,
  member: text,
  kind: text,
  code: text,
  customers: count,
  amount: number.nullable(),
});
const destinationRow = rowOf({
  period: text,
  tier: text,
  brand: text,
  customers: count,
  rated: count,
  advantage: number,
});
const answerGrain = ["month", "dimension", "member", "kind", "code"];
const retentionGrain = ["dimension", "member", "clock", "time"];

/** Who leaves, how fast, why and where to. */
export const churnMarts: readonly Mart[] = [
  {
    name: "churn_by_month",
    months: {at: "month", metric: "churn_rate", line: () => "all"},
    grain: ["month"],
    row: rowOf({
      month,
      days: count,
      lost: count,
      ended_otherwise: count,
      eliminated: count,
      involuntary: count,
      moved: count,
      pending: count,
      customer_days: count,
      opening_customers: count,
      is_provisional: z.boolean(),
    }),
    derive: churnRates,
  },
  {
    name: "churn_by_segment",
    grain: ["dimension", "member"],
    row: rowOf({
      dimension: text,
      member: text,
      clock: text,
      customers: count,
      lost: count,
      exposure: count,
      due: count,
    }),
    derive: churnAgainstRest,
  },
  {
    name: "churn_rule_variants",
    grain: ["factor"],
    row: rowOf({
      factor: number,
      rule: text,
      silent_days_source: text,
      rule_days: count.nullable(),
      customers: count,
      lost: count,
      exposure: count,
      last_date: text,
    }),
    derive: churnRates,
  },
  {
    name: "churn_answers",
    grain: answerGrain,
    row: answerRow,
    derive: churnWaves,
    publishedAs: "churn_waves",
    publishedGrain: ["dimension", "member"],
  },
  {
    name: "churn_answers",
    grain: answerGrain,
    row: answerRow,
    derive: churnWaveAnswers,
    publishedAs: "churn_wave_answers",
    publishedGrain: ["dimension", "member", "kind", "code"],
  },
  {
    name: "revenue_retention_by_month",
    months: {at: "month", metric: "revenue_retention", line: () => "all"},
    grain: ["month"],
    row: rowOf({
      month,
      customers: count,
      ...Object.fromEntries(
        [
          "opening_amount",
          "kept_amount",
          "closing_amount",
          "lost_amount",
          "ended_otherwise_amount",
          "opening_sq",
          "kept_sq",
          "kept_opening",
          "closing_sq",
          "closing_opening",
        ].map((name) => [name, number]),
      ),
    }),
    derive: revenueRetention,
  },
  {
    name: "retention_times",
    grain: retentionGrain,
    row: retentionRow,
    derive: retentionCurves,
    publishedAs: "retention_curves",
    publishedGrain: ["clock", "dimension", "member", "month"],
  },
  {
    name: "retention_times",
    grain: retentionGrain,
    row: retentionRow,
    derive: retentionComparisons,
    publishedAs: "retention_comparisons",
    publishedGrain: ["dimension", "member", "clock"],
  },
  {
    name: "retention_times",
    grain: retentionGrain,
    row: retentionRow,
    derive: retentionMeans,
    publishedAs: "retention_means",
    publishedGrain: ["dimension", "member", "clock"],
  },
  {
    name: "retention_by_cohort",
    grain: ["cohort", "age_months"],
    row: rowOf({cohort: text, age_months: count, size: count, kept: count}),
    derive: cohortShares,
  },
  {
    name: "churn_cause_times",
    grain: ["clock", "time", "cause"],
    row: rowOf({clock: text, time: count, cause: text, entered: count, exited: count}),
    derive: causeIncidence,
    publishedAs: "churn_cause_incidence",
    publishedGrain: ["clock", "month", "cause"],
  },
  {
    name: "churn_reasons",
    grain: ["period", "kind", "code"],
    row: rowOf({
      period: text,
      kind: text,
      code: text,
      named_by: count,
      only_reason: count,
      parts: count,
      interviews: count,
      lost: count,
    }),
    derive: reasonShares,
  },
  {
    name: "churn_causes",
    grain: ["period", "cause"],
    row: rowOf({
      period: text,
      cause: text,
      customers: count,
      monthly_amount: number.nullable(),
      amount_sq: number.nullable(),
    }),
    derive: causeShares,
  },
  {
    name: "churn_destinations",
    grain: ["period", "tier", "brand"],
    row: destinationRow,
    derive: destinationShares,
    publishedGrain: ["period", "brand"],
  },
  {
    name: "churn_destinations",
    grain: ["period", "tier", "brand"],
    row: destinationRow,
    derive: destinationsByTier,
    publishedAs: "churn_destinations_by_tier",
  },
  {
    name: "churn_coverage",
    grain: ["period", "dimension", "member"],
    row: rowOf({period: text, dimension: text, member: text, lost: count, interviewed: count}),
    derive: interviewCoverage,
  },
  {
    name: "churn_advantage",
    grain: ["period", "cause", "brand"],
    row: rowOf({period: text, cause: text, brand: text, n: count, total: number, sum_sq: number}),
    derive: rivalAdvantage,
  },
  ...churnSignalMarts,
];
