import {callsFigures, complaintsFigures} from "../../src/figures/service/list.js";
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
const groups = "period dimension member complaints complainants customers customer_months value lo hi";
const chain = "customer_id category began_date ticket_id created_date ended_date reopened handler is_done";
const listed = "kind record_id ticket_id customer_id tier team handler caller closed_date due_date called_date";
const times = "period ticket_type clock hours tickets still_open median_hours p90_hours within_24h within_72h";

const chats = cells(
  "dimension member offered answered short_left rated_share rounds messages passed_on target_seconds short_seconds at_once answer_rate answer_rate_lo answer_rate_hi in_time in_time_lo in_time_hi",
  ["all", "all", 800, 720, 20, 0.3, 4.2, 9.5, 0.05, 30, 5, 2.4, 0.9, 0.877, 0.919, 0.6, 0.566, 0.633],
  ["queue", "售后", 500, 430, 15, 0.31, 4.4, 9.9, 0.06, 30, 5, 2.6, 0.86, 0.827, 0.888, 0.5, 0.45, 0.6],
  ["queue", "售前", 300, 290, 5, 0.286, 3.9, 8.8, 0.033, 30, 5, 2.1, 0.967, 0.94, 0.982, 0.66, 0.61, 0.71],
  ["hour", "11:00", 80, 74, 1, 0.286, 4, 9, 0.05, 30, 5, 2.1, 0.925, 0.846, 0.965, 0.75, 0.64, 0.83],
  ["hour", "10:00", 7, 7, 0, null, null, null, null, 30, 5, null, null, null, null, null, null, null],
  ["hour", "12:00", 160, 130, 9, 0.25, 5, 10, 0.056, 30, 5, 5.2, 0.813, 0.745, 0.865, 0.25, 0.18, 0.32],
);
const chatTimes = cells(
  "part clock sessions median_seconds median_seconds_lo median_seconds_hi p90_seconds p90_seconds_lo p90_seconds_hi flag",
  ["all", "first_reply", 720, 24, 23, 26, 88, 80, 95, ""],
  ["all", "mean_reply", 720, 33, 31, 35, 61, 58, 66, ""],
  ["all", "length", 720, 480, 460, 500, 900, 870, 940, ""],
  ["10:00", "first_reply", 7, null, null, null, null, null, null, "suppressed"],
  ["11:00", "first_reply", 74, 22, 19, 26, 50, 44, 61, ""],
  ["12:00", "first_reply", 130, 72, 65, 80, 140, 130, 155, ""],
);

twins("service", callsFigures, {
  "phone-and-chat": {
    "chat alone": {sessions_by_segment: chats, session_times: chatTimes},
    "too few calls to show their rate": {
      ...{sessions_by_segment: chats, session_times: chatTimes},
      calls_by_segment: cells("dimension member offered answered formula answer_rate flag", [
        ...["all", "all", 6, 4, "F3", null, "suppressed"],
      ]),
    },
  },
  "first-reply-by-hour": {sessions_by_segment: chats, session_times: chatTimes},
  "bot-sessions": {
    bot_sessions: cells(
      "sessions known_visitors handed_over handed_over_share came_again came_again_share solved solved_share solved_share_lo solved_share_hi called_solved called_share",
      [400, 260, 120, 0.3, 40, 0.1, 240, 0.6, 0.551, 0.647, 310, 0.775],
    ),
  },
});

const handlers = cells(
  "handler team tickets median_seconds",
  ["H1", "A", 220, 10_800],
  ["H2", "A", 180, 21_600],
  ["H3", "A", 160, 25_200],
  ["H4", "B", 150, 28_800],
);
/** Share satisfied of four handlers; that of H2, the rest beside it and the difference are given. */
const liking = (second: readonly [number, number, number]): never[] =>
  cells(
    "metric period dimension member n value lo hi rest difference verdict",
    ["csat", "window", "all", "all", 400, 0.82, 0.78, 0.85, null, null, ""],
    ["csat", "window", "agent", "H1", 100, 0.6, 0.5, 0.69, 0.89, -0.29, "clear"],
    [
      "csat",
      "window",
      "agent",
      "H2",
      100,
      second[0],
      second[0] - 0.07,
      second[0] + 0.04,
      second[1],
      second[2],
      "clear",
    ],
    ["csat", "window", "agent", "H3", 100, 0.88, 0.8, 0.93, 0.8, 0.08, "none"],
    ["csat", "window", "agent", "H4", 100, 0.89, 0.81, 0.94, 0.79, 0.1, "none"],
  );

twins("service", complaintsFigures, {
  backlog: {
    ticket_backlog: cells(
      "month created closed backlog",
      ["2026-08", 90, 80, 20],
      ["2026-09", 85, 88, 17],
      ["2026-10", 99, 70, 46],
    ),
  },
  "new-tickets": {
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
  "complaint-bases": {
    "the same thirty": {
      complaints_by_segment: cells(
        groups,
        ["2026-10", "all", "all", 108, 102, 2412, 2412, 447.6, 367, 540],
        ["2026-10", "region", "East", 30, 28, 900, 900, 333.3, 225, 476],
        ["2026-10", "region", "North-west", 30, 27, 120, 120, 2500, 1687, 3569],
        ["2026-10", "region", "South", 48, 47, 1392, 1392, 344.8, 254, 457],
      ),
      orders_by_segment: cells("period dimension member orders", ["2026-10", "region", "East", 450]),
    },
    "all alike": {
      complaints_by_segment: cells(groups, ["2026-10", "all", "all", 108, 102, 2412, 2412, 447.6, 367, 540]),
    },
  },
  "defect-register": {
    defect_register: cells(
      "category cause complaints customers still_open repaired repair_cost owner owned tickets",
      ["leak", "B2", 40, 36, 3, 12, 4200, "repair", 31, "T1 T2 T3"],
      ["late", "A2", 25, 25, 0, 0, 0, "logistics", 25, "T4 T5"],
      ["late", "", 5, 5, 1, 0, 0, "unassigned", 5, "T6"],
    ),
  },
  "backlog-ages": {
    backlog_ages: cells(
      "ticket_type band tickets oldest_seconds",
      ["complaint", "d1", 12, 80_000],
      ["complaint", "d7", 4, 500_000],
      ["repair", "older", 3, 3_456_000],
    ),
  },
  "speed-satisfaction": {
    "a few rows": {handler_times: handlers, metric_by_segment: liking([0.9, 0.79, 0.11])},
    "of several the quickest is told": {handler_times: handlers, metric_by_segment: liking([0.5, 0.92, -0.42])},
  },
  "complaint-load": {
    complaint_load: cells(
      "team handlers rostered complaints handler_weeks median_weeks_on longest_weeks_on over_twelve",
      ["A", 6, 6, 520, 290, 9, 22, 2],
      ["B", 4, 0, 120, 110, 3, 6, 0],
    ),
  },
  "complaint-repeat": {
    metric_by_segment: cells(
      "metric period dimension member n value lo hi rest difference verdict",
      ["complaint_repeat", "window", "all", "all", 800, 0.05, 0.037, 0.067, null, null, ""],
      ["complaint_repeat", "window", "team", "logistics", 400, 0.08, 0.057, 0.111, 0.02, 0.06, "clear"],
      ["complaint_repeat", "window", "team", "repair", 400, 0.02, 0.01, 0.039, 0.08, -0.06, "clear"],
    ),
  },
  "complaint-chains": {
    complaints_by_month: cells("month complaints", ["2026-10", 108]),
    complaint_chains: cells(
      chain,
      ["K1", "leak", "2026-08-31", "T1", "2026-08-31", "2026-08-31", 0, "H1", true],
      ["K1", "leak", "2026-08-31", "T2", "2026-09-08", "2026-09-10", 1, "H2", true],
      ["K1", "leak", "2026-08-31", "T3", "2026-09-17", "", 0, "H1", false],
      // The same customer about another thing is one customer still.
      ["K1", "noise", "2026-07-01", "T4", "2026-07-01", "2026-07-02", 0, "H1", true],
      ["K1", "noise", "2026-07-01", "T5", "2026-07-12", "2026-07-13", 0, "H1", true],
      ["K1", "noise", "2026-07-01", "T6", "2026-07-20", "2026-07-22", 0, "H1", true],
    ),
  },
  "callbacks-due": {
    callback_outcomes: cells("outcome callbacks unwanted", ["reached", 40, 0]),
    callback_list: cells(
      listed,
      ["overdue", "T1", "T1", "K1", "star5", "A", "H1", "", "2026-10-08", "2026-10-13", ""],
      ["due", "T2", "T2", "K2", "", "", "", "", "2026-10-29", "2026-11-03", "2026-10-30"],
    ),
  },
  "callbacks-amiss": {
    callback_outcomes: cells("outcome callbacks unwanted", ["reached", 40, 2], ["refused", 3, 0]),
    callback_list: cells(
      listed,
      ["same_handler", "B1", "T1", "K1", "star5", "A", "H1", "H1", "2026-10-08", "2026-10-13", "2026-10-09"],
      ["unwanted", "B2", "T2", "K2", "", "", "H1", "H2", "2026-10-28", "2026-11-02", "2026-10-30"],
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

const calls =
  "dimension member offered answered abandoned short_abandoned abandoned_unknown answered_within abandoned_within target_seconds formula short_seconds answer_rate answer_rate_lo answer_rate_hi answer_rate_less_short service_level";
const segments = [
  ["all", "all", 1000, 900, 100, 20, 0, 700, 50, 20, "F3", 5, 0.9, 0.88, 0.917, 0.918, 0.7],
  ["queue", "hotline", 600, 560, 40, 8, 0, 450, 20, 20, "F3", 5, 0.933, 0.91, 0.95, 0.946, 0.75],
  ["queue", "desk", 400, 340, 60, 12, 0, 250, 30, 20, "F3", 5, 0.85, 0.81, 0.882, 0.876, 0.625],
  ["half_hour", "11:30", 500, 480, 20, 5, 0, 400, 10, 20, "F3", 5, 0.96, 0.94, 0.97, 0.97, 0.8],
  ["half_hour", "12:00", 500, 420, 80, 15, 0, 300, 40, 20, "F3", 5, 0.84, 0.805, 0.87, 0.866, 0.6],
  ["weekday", "1", 500, 452, 48, 10, 0, 350, 25, 20, "F3", 5, 0.904, 0.875, 0.927, 0.922, 0.7],
  ["weekday", "2", 500, 448, 52, 10, 0, 350, 25, 20, "F3", 5, 0.896, 0.866, 0.92, 0.914, 0.7],
] as const;
const callTimes =
  "queue clock calls mean_seconds median_seconds median_seconds_lo median_seconds_hi p90_seconds p90_seconds_lo p90_seconds_hi";
const waits = [
  ["all", "wait", 900, 14.2, 11, 10, 12, 31, 29, 34],
  ["all", "talk", 900, 201.5, 190, 184, 197, 377, 360, 391],
  ["hotline", "wait", 560, 12.1, 10, 9, 11, 27, 25, 30],
] as const;
const given = {calls_by_segment: cells(calls, ...segments), call_times: cells(callTimes, ...waits)};

twins("service", callsFigures, {
  "calls-by-queue": given,
  "call-times": {call_times: given.call_times},
  "service-level-formulas": {calls_by_segment: given.calls_by_segment},
  "answer-rate-by-half-hour": {calls_by_segment: given.calls_by_segment},
  "answer-rate-by-weekday": {calls_by_segment: given.calls_by_segment},
});
