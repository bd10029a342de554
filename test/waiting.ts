/**
 * What stands ready and nobody reads yet. These lists only shrink: give an entry a page and take it off, or delete what
 * it names. `doors.test.ts` holds them to that.
 */

/** Statistics that no page calls. */
export const sources: readonly string[] = [
  // src/figures/monthly: a month beside its neighbours with the season taken out, for records of five years
  "src/stats/series/season-adjust.ts",
];

/** Ready mappings that `map` does not propose. */
export const otherFiles: readonly string[] = [];

/** Records that may be mapped and are counted nowhere. */
export const models: readonly string[] = ["stg_ticket_events"];

/** Tables made of rules that no model reads. */
export const rules: readonly string[] = ["ref_targets"];

/** Published columns that no figure, sentence or page reads. */
export const tableColumns: readonly string[] = [
  "action_ageing.within_30",
  "action_ageing.within_60",
  "action_ageing.within_90",
  "action_effects.against_p_adjusted",
  "action_effects.months_before",
  "action_effects.p_adjusted",
  "action_months.done_month",
  "brand_gaps.se",
  "brand_scores.satisfied",
  "brand_scores.scale_max",
  "brand_scores.scale_min",
  "brand_tickets.timely",
  "brand_tickets.timely_known",
  "churn_by_month.customer_days",
  "churn_by_month.days",
  "churn_lead_times.long_days",
  "churn_lead_times.short_days",
  "churn_lead_times.signalled",
  "churn_reasons.fractional",
  "churn_reasons.only_reason",
  "churn_region_hazards.customer_months",
  "churn_rule_variants.customer_months",
  "churn_rule_variants.exposure",
  "churn_signals.all_lost",
  "churn_wave_answers.monthly_amount",
  "churn_waves.customer_months",
  "churn_waves.p_adjusted",
  "complaints_by_month.customer_days",
  "complaints_by_segment.customer_days",
  "driver_shares.beta",
  "import_files.bytes",
  "import_files.records",
  "import_files.sha256",
  "item_scores.n_eff",
  "item_scores.sd",
  "item_scores.weighted_value",
  "metric_by_segment.may_rank",
  "metric_by_segment.n_eff",
  "metric_by_segment.se",
  "orders_by_segment.margin",
  "referrals.exposure",
  "referrers_listed.place",
  "resolution_estimates.within_48h",
  "retention_comparisons.expected",
  "retention_comparisons.observed",
  "retention_curves.se",
  "retention_means.lost",
  "ticket_times.p90_seconds",
  "tickets_by_day.complaints",
  "tickets_by_day.tickets",
  "tickets_by_segment.dispute_known",
  "tickets_by_segment.disputed",
  "tickets_by_segment.done",
  "tickets_by_segment.reassignments",
  "tickets_by_segment.reopened",
  "tickets_by_segment.sla_judged",
  "tickets_by_segment.sla_met",
  "tickets_by_segment.tickets",
  "value_by_segment.median_tenure_months",
  "value_by_segment.tenure_months",
  "value_by_segment.total_amount",
  "value_by_segment.total_amount_lost",
  "winback_by_group.returned_contacted",
];
