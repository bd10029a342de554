import {complaintsFigures} from "../../src/figures/service/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

const complaints = "month complaints complainants days customer_months value lo hi";
const policies =
  "policy clock ticket_type priority tier within_amount unit tickets met breached open_late exported exported_met both_met only_policy_met only_export_met both_breached not_exported not_exported_open_late value lo hi";
const lines = [
  [
    0,
    "resolution",
    "complaint",
    "high",
    "",
    1,
    "working_days",
    110,
    80,
    28,
    5,
    100,
    84,
    70,
    10,
    10,
    13,
    5,
    5,
    0.740741,
    0.651,
    0.814,
  ],
  [
    1,
    "resolution",
    "",
    "",
    "",
    40,
    "business_hours",
    300,
    270,
    20,
    8,
    280,
    250,
    240,
    20,
    5,
    15,
    10,
    6,
    0.931034,
    0.895,
    0.955,
  ],
] as const;
const times = "period ticket_type clock hours tickets still_open median_hours p90_hours within_24h within_72h";

twins("service", complaintsFigures, {
  backlog: {
    ticket_backlog: cells(
      "month created closed backlog",
      ["2026-08", 90, 80, 20],
      ["2026-09", 85, 88, 17],
      ["2026-10", 99, 70, 46],
    ),
  },
  "complaint-rate-trend": {
    "with customers": {
      complaints_by_month: cells(
        complaints,
        ["2026-09", 120, 110, 30, 3864, 310.5, 258, 371],
        ["2026-10", 90, 88, 31, 3893, 231.2, 186, 284],
      ),
    },
    "without a base": {
      complaints_by_month: cells(`${complaints} flag`, ["2026-10", 12, 12, 31, null, null, null, null, "no_base"]),
    },
  },
  "complaint-responsibility": {
    complaints_by_segment: cells(
      "period dimension member complaints",
      ["window", "responsible", "logistics", 40],
      ["window", "responsible", "repair", 25],
      ["window", "responsible", "unassigned", 35],
    ),
  },
  "sla-by-policy": {sla_by_policy: cells(policies, ...lines)},
  "sla-difference": {sla_by_policy: cells(policies, ...lines)},
  "resolution-times": {
    resolution_estimates: cells(
      times,
      ["window", "complaint", "resolution", "calendar", 120, 4, 30.5, 96.2, 0.41, 0.86],
      ["window", "complaint", "resolution", "business", 120, 4, 11.2, 31.4, 0.86, 1],
    ),
    ticket_times: cells("period ticket_type clock tickets done seconds median_seconds", [
      "window",
      "complaint",
      "resolution",
      120,
      116,
      14_616_000,
      108_000,
    ]),
  },
});
