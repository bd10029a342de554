/**
 * What stands ready and nobody reads yet. These lists only shrink: give an entry a page and take it off, or delete what
 * it names. `doors.test.ts` holds them to that.
 */

/** Statistics that no page calls. */
export const sources: readonly string[] = [
  "src/stats/comparisons/auc-interval.ts",
  "src/stats/comparisons/cochran-armitage.ts",
  "src/stats/comparisons/dispersion-test.ts",
  "src/stats/comparisons/effect-size.ts",
  "src/stats/comparisons/equivalence-test.ts",
  "src/stats/comparisons/kitagawa-intervals.ts",
  "src/stats/comparisons/mann-whitney.ts",
  "src/stats/comparisons/mantel-haenszel.ts",
  "src/stats/comparisons/miettinen-nurminen.ts",
  "src/stats/comparisons/paired-proportions.ts",
  "src/stats/comparisons/partially-overlapping-t.ts",
  "src/stats/comparisons/simpson-flag.ts",
  "src/stats/comparisons/welch-test.ts",
  "src/stats/drivers/kano.ts",
  "src/stats/drivers/least-squares.ts",
  "src/stats/drivers/linear-contrast.ts",
  "src/stats/drivers/logistic-regression.ts",
  "src/stats/drivers/penalty-reward.ts",
  "src/stats/estimates/class-scores.ts",
  "src/stats/estimates/clopper-pearson.ts",
  "src/stats/estimates/concentration.ts",
  "src/stats/estimates/damped-tier.ts",
  "src/stats/estimates/finite-population.ts",
  "src/stats/estimates/moments.ts",
  "src/stats/estimates/order-statistics.ts",
  "src/stats/estimates/ratio-interval.ts",
  "src/stats/estimates/revenue-at-risk.ts",
  "src/stats/estimates/revenue-weighted.ts",
  "src/stats/estimates/sample-size.ts",
  "src/stats/numbers/allocation.ts",
  "src/stats/numbers/autocorrelation.ts",
  "src/stats/numbers/covariance.ts",
  "src/stats/privacy/minimum-base.ts",
  "src/stats/series/control-chart.ts",
  "src/stats/series/funnel-limits.ts",
  "src/stats/series/laney-chart.ts",
  "src/stats/series/moving-range.ts",
  "src/stats/series/rare-events-chart.ts",
  "src/stats/series/run-rules.ts",
  "src/stats/series/season-adjust.ts",
  "src/stats/series/shift-signal.ts",
  "src/stats/series/xmr-chart.ts",
  "src/stats/surveys/careless.ts",
  "src/stats/surveys/ceiling-check.ts",
  "src/stats/surveys/cohen-kappa.ts",
  "src/stats/surveys/collapse-strata.ts",
  "src/stats/surveys/intraclass.ts",
  "src/stats/surveys/kish.ts",
  "src/stats/surveys/krippendorff.ts",
  "src/stats/surveys/omega-total.ts",
  "src/stats/surveys/post-stratify.ts",
  "src/stats/surveys/rake-weights.ts",
  "src/stats/surveys/raked-estimate.ts",
  "src/stats/surveys/reliability.ts",
  "src/stats/surveys/response-quality.ts",
  "src/stats/survival/iceberg.ts",
  "src/stats/survival/migration-matrix.ts",
];

/** Ready mappings that `map` does not propose. */
export const otherFiles: readonly string[] = [
  "loaders/proposing/presets/freshdesk.yaml",
  "loaders/proposing/presets/jira-service-management.yaml",
  "loaders/proposing/presets/qiyu.yaml",
  "loaders/proposing/presets/salesforce-cases.yaml",
  "loaders/proposing/presets/servicenow.yaml",
  "loaders/proposing/presets/sobot.yaml",
  "loaders/proposing/presets/surveymonkey.yaml",
  "loaders/proposing/presets/wenjuanxing.yaml",
  "loaders/proposing/presets/zendesk.yaml",
];

/** Records that may be mapped and are counted nowhere. */
export const models: readonly string[] = ["stg_ticket_events"];

/** Columns that may be mapped and that no model reads. */
export const columns: readonly string[] = [
  "customers.acquisition_channel",
  "customers.industry",
  "customers.potential_amount",
  "customers.card_updated_date",
  "customers.tags",
  "contracts.is_renewed",
  "orders.shipped_date",
  "tickets.first_solved_at",
  "tickets.is_entitled",
  "ticket_events.actor",
  "visits.planned_date",
  "visits.purpose",
  "visits.minutes",
  "work_orders.asset_id",
  "work_orders.region",
  "work_orders.scheduled_at",
  "work_orders.technician",
  "work_orders.is_signed",
  "work_orders.has_feedback_card",
  "work_orders.is_parts_missing",
  "work_orders.recorded_at",
  "care_actions.campaign",
  "care_actions.is_attended",
  "care_actions.budget",
  "churn_interviews.interviewer",
  "winback_contacts.contacted_by",
];

/** Tables made of rules that no model reads. */
export const rules: readonly string[] = ["ref_targets", "ref_standards"];
