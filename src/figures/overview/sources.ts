import type {ReportView} from "../../facts/view.js";
import {metrics} from "../../metrics/catalogue.js";
import {entityName} from "../../words/entities.js";
import type {Figure} from "../figure.js";

/** Records behind published tables whose metrics do not name them, by the start of the table's name. */
const ofTables: readonly (readonly [start: string, entities: readonly string[]])[] = [
  ["score_distribution", ["surveys"]],
  ["item_", ["surveys"]],
  ["construct_", ["surveys"]],
  ["survey_", ["surveys"]],
  ["brand_", ["surveys"]],
  ["share_of_wallet", ["surveys"]],
  ["ticket_", ["tickets"]],
  ["tickets_", ["tickets"]],
  ["month_tickets", ["tickets"]],
  ["contact_load", ["calls", "tickets", "callbacks", "visits"]],
  ["open_", ["surveys"]],
  ["preference_checks", ["customers", "calls", "callbacks", "visits"]],
  ["complaint", ["tickets"]],
  ["resolution_", ["tickets"]],
  ["call_", ["calls"]],
  ["session_", ["sessions"]],
  ["sessions_", ["sessions"]],
  ["bot_", ["sessions"]],
  ["rival_mentions", ["tickets", "calls", "visits", "surveys", "callbacks"]],
  ["churn_reasons", ["churn_interviews"]],
  ["churn_advantage", ["churn_interviews"]],
  ["churn_coverage", ["contracts", "churn_interviews"]],
  ["churn_causes", ["contracts", "churn_interviews"]],
  ["churn_destinations", ["contracts", "churn_interviews"]],
  ["churn_cause", ["contracts", "churn_interviews"]],
  ["churn_wave_answers", ["churn_interviews"]],
  ["churn_signals", ["contracts", "tickets", "surveys", "orders"]],
  ["churn_", ["contracts"]],
  ["at_risk_accounts", ["contracts"]],
  ["retention_", ["contracts"]],
  ["revenue_", ["contracts"]],
  ["winback_", ["winback_contacts", "contracts"]],
  ["action_age", ["actions"]],
  ["action_closing", ["actions"]],
  ["action", ["actions", "tickets"]],
  ["referr", ["customers"]],
  ["reconciliation", ["control_totals"]],
  ["commitments_", ["tickets"]],
  ["visits_", ["visits", "customers"]],
  ["care_renewal", ["care_actions", "contracts"]],
  ["care_", ["care_actions"]],
  ["customer_events", ["customer_events", "care_actions"]],
  ["event_guests", ["care_actions"]],
  ["event_effects", ["care_actions", "orders"]],
  ["prospect", ["prospects"]],
  ["information_", ["calls", "tickets"]],
  ["customer_file", ["customers"]],
  ["tier_", ["customers", "orders", "contracts"]],
  ["tiers_", ["customers", "orders", "contracts"]],
  ["frozen_tier", ["customers", "orders", "contracts"]],
  ["value_", ["customers", "orders", "contracts"]],
  ["valued_", ["customers", "orders", "contracts"]],
  ["key_accounts", ["customers", "orders", "contracts"]],
  ["service_standards", ["customers", "calls", "tickets", "callbacks", "visits"]],
  ["site_", ["work_orders"]],
  ["second_visits", ["work_orders"]],
  ["return_times", ["returns"]],
  ["returns_", ["returns"]],
  ["return_", ["orders", "returns"]],
  ["orders_", ["orders"]],
  ["buyers_", ["orders"]],
  ["repeat_buyers", ["orders"]],
  ["purchase_", ["orders"]],
  ["recency_", ["orders"]],
  ["duplicate_customers", ["customers"]],
];

/** The kinds of record a figure was made from, as its metrics and tables say. */
export function sourceEntities({
  marts,
  metrics: used,
  sources,
}: Pick<Figure, "marts" | "metrics" | "sources">): string[] {
  if (sources) return [...sources];
  const needed = metrics.filter(({id}) => used.includes(id)).flatMap(({needs}) => needs as readonly string[]);
  return [
    ...new Set([
      ...needed.map((need) => need.split(".")[0]!),
      ...marts.flatMap((mart) => ofTables.find(([start]) => mart.startsWith(start))?.[1] ?? []),
    ]),
  ];
}

/** The records a figure was made from, in words: "满意度调查、工单"; all exports where nothing narrower is known. */
export function sourceNames(view: Pick<ReportView, "language">, figure: Figure): string {
  const names = sourceEntities(figure).map((entity) => entityName(view, entity));
  const zh = view.language === "zh";
  return names.length > 0 ? names.join(zh ? "、" : ", ") : zh ? "全部导出" : "all exports";
}
