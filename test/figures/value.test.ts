import {valueFigures} from "../../src/figures/value/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

const levels = cells(
  "tier place threshold measure version slack months within_share",
  ["star2", 1, 5000, "amount", "2026-01", 0.9, 2, 0.05],
  ["star1", 0, 0, "amount", "2026-01", 0.9, 2, 0.05],
);

twins("value", valueFigures, {
  "value-tiers": {
    tier_levels: levels,
    tier_service: cells("tier customers revenue margin", ["star2", 20, 300000, 90000], ["star1", 180, 100000, 20000]),
  },
  "value-pareto": {
    revenue_shares: cells("top customers revenue value", [0.05, 10, 240000, 0.6], [0.2, 40, 320000, 0.8]),
    revenue_concentration: cells(
      "buyers revenue gini effective_number a_customers a_share risk_accounts largest_share",
      [200, 400000, 0.71, 25.2, 40, 0.2, 0, 0.04],
    ),
  },
  "tier-moves": {
    tier_levels: levels,
    tier_moves: cells(
      "span basis from_month to_month from_tier to_tier customers",
      ["month", "raw", "2026-09", "2026-10", "star2", "star2", 18],
      ["month", "raw", "2026-09", "2026-10", "star2", "star1", 2],
      ["month", "raw", "2026-09", "2026-10", "star1", "star2", 12],
      ["month", "raw", "2026-09", "2026-10", "star1", "(lost)", 5],
      ["month", "raw", "2026-09", "2026-10", "(new)", "star1", 7],
    ),
    tier_tests: cells(
      "span basis opening closing up down stayed joined left mobility bowker bowker_df bowker_p stuart_maxwell stuart_maxwell_df stuart_maxwell_p",
      ["month", "raw", 37, 39, 12, 2, 18, 7, 5, 0.4, 7.14, 1, 0.0075, 7.14, 1, 0.0075],
    ),
  },
  "tier-since-edition": {
    tier_levels: levels,
    frozen_tier_moves: cells(
      "edition month frozen_tier recounted_tier now_tier customers",
      ["2026-09", "2026-09", "star2", "star2", "star2", 18],
      ["2026-09", "2026-09", "star2", "star1", "star1", 2],
      ["2026-09", "2026-09", "star1", "star1", "star2", 5],
      ["2026-09", "2026-09", "star1", "star1", "star1", 160],
      ["2026-09", "2026-09", "star1", "star1", "(lost)", 3],
      ["2026-09", "2026-09", "(new)", "(new)", "star1", 4],
    ),
  },
  "service-standards": {
    tier_levels: levels,
    service_standards: cells(
      "tier customers visits_due visits_kept visits calls_due calls_kept calls replies_due replies_kept replies_lo replies_hi",
      ["star2", 20, 40, 30, 33, null, null, null, 50, 45, 0.79, 0.96],
    ),
  },
  "tier-resources": {
    tier_levels: levels,
    tier_service: cells(
      "tier customers revenue margin contacts visits minutes cost fair_cost over_cost",
      ["star2", 20, 300000, 90000, 80, 40, 900, 3000, 6000, -3000],
      ["star1", 180, 100000, 30000, 400, 0, 4000, 5000, 2000, 3000],
    ),
  },
  "tier-check": {
    "all equal": {
      tier_levels: levels,
      tier_checks: cells("stored recomputed customers", ["star2", "star2", 20], ["star1", "star1", 180]),
    },
    "some differ": {
      tier_levels: levels,
      tier_checks: cells("stored recomputed customers", ["star2", "star1", 3], ["star1", "star1", 180]),
    },
    "none stored": {tier_levels: levels},
  },
  "customer-values": {
    valued_customers: cells(
      "customer_id part place tier score amount weight steps points",
      ["K1", "revenue", 1, "star2", 75, 9000, 30, 4, 3],
      ["K1", "margin", 1, "star2", 75, 4000, 30, 4, 3],
    ),
  },
  "tag-portraits": {
    tag_profiles: cells(
      "tag label_zh label_en customers revenue answers dissatisfied dissatisfied_lo dissatisfied_hi churn churn_lo churn_hi",
      ["vocal", "多次投诉", "Complained often", 24, 90000, 40, 0.3, 0.2, 0.45, null, null, null],
      ["few", "少数", "A few", null, null, null, null, null, null, null, null, null],
      ["(all)", "全部客户", "All customers", 200, 400000, 150, 0.1, 0.06, 0.16, 0.01, 0.005, 0.02],
    ),
  },
});
