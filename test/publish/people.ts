import {metricOf} from "../../src/metrics/catalogue.js";
import {isOfPeople} from "../../src/metrics/of-people.js";
import type {Withholding} from "./cells.js";

const partsOf: Readonly<Record<string, readonly string[]>> = {share: ["positive"], nps: ["positive", "negative"]};

/**
 * Tables of requests, calls, chats, jobs and order lines, a small count of which is of few things and not of few people,.
 */
export const ofThings: readonly string[] = [
  "calls_by_segment",
  "commitments_by_kind",
  "return_cohorts",
  "return_products",
  "returns_by_segment",
  "session_times",
  "sessions_by_segment",
  "site_jobs",
  "site_months",
];

/** Tables that withhold what is of few, and which shares they are of. */
export const withholdings: Readonly<Record<string, Withholding>> = {
  metric_by_segment: {
    flag: "flag",
    shares: [
      {part: "positive", whole: "n"},
      {part: "negative", whole: "n"},
    ],
    isPart: ({metric}, part) =>
      isOfPeople(String(metric)) && partsOf[metricOf(String(metric)).kind]?.includes(part) === true,
  },
  winback_by_group: {
    flag: "flag",
    shares: [
      {part: "returned_180", whole: "aged"},
      {part: "returned", whole: "lost"},
    ],
  },
  churn_coverage: {flag: "flag", shares: [{part: "interviewed", whole: "lost"}], stays: ["p"]},
  churn_by_month: {flag: "flag", shares: [{part: "lost"}], stays: ["opening_customers", "customer_months"]},
  churn_reasons: {flag: "flag", shares: [{part: "named_by", whole: "interviews"}], stays: ["interviews", "lost"]},
  churn_by_segment: {flag: "flag", shares: [{part: "lost"}], stays: ["customers", "exposure", "customer_months"]},
  churn_lead_times: {flag: "flag", shares: [{part: "signalled", whole: "lost"}], stays: ["lost"]},
  survey_response: {flag: "flag", shares: [{part: "answered", whole: "invited"}]},
  item_scores: {
    flag: "flag",
    shares: [
      {part: "satisfied", whole: "n"},
      {part: "dissatisfied", whole: "n"},
    ],
    stays: ["scale_min", "scale_max"],
  },
  claimed_confirmed: {
    flag: "flag",
    shares: [
      {part: "only_claimed", whole: "reached"},
      {part: "only_confirmed", whole: "reached"},
    ],
    stays: ["reached"],
  },
  prospect_answers: {flag: "flag", shares: [{part: "won", whole: "decided"}], stays: ["decided"]},
  satisfaction_crosses: {
    flag: "flag",
    shares: [
      {part: "satisfied_count", whole: "n"},
      {part: "dissatisfied_count", whole: "n"},
    ],
  },
  recency_frequency: {flag: "flag", shares: [{part: "customers"}, {part: "cents"}]},
  buyers_by_purchases: {flag: "flag", shares: [{part: "customers"}, {part: "cents"}]},
  purchase_cohorts: {flag: "flag", shares: [{part: "bought", whole: "n"}]},
  resolution_estimates: {flag: "flag", shares: [], stays: ["tickets", "still_open"]},
  complaints_by_month: {flag: "flag", shares: [{part: "complaints"}], stays: ["customers", "customer_months"]},
  complaints_by_segment: {flag: "flag", shares: [{part: "complaints"}], stays: ["customers", "customer_months"]},
};
