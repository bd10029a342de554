import {monthlyFigures} from "../../src/figures/monthly/list.js";
import {twins} from "./twin.js";

const late = (rows: number[]) => ({
  kind: "late" as const,
  ...{entity: "tickets", file: "tickets_late.csv", records: rows.length, rows},
});

twins("monthly", monthlyFigures, {
  restatements: {
    "a late file": {
      view: {
        past: {
          editions: [{id: "2026-09", month: "2026-09"}],
          restated: [
            {
              ...{edition: "2026-09", table: "ticket_backlog", measure: "created", month: "2026-08"},
              ...{was: 320, is: 323, reasons: [late([2, 3, 4])]},
            },
            {
              ...{edition: "2026-09", table: "metric_by_segment", measure: "csat", month: "2026-09"},
              ...{was: 0.85, is: 0.845, reasons: [{kind: "settings", file: "rules/tiers.yaml"}]},
            },
            {
              ...{edition: "2026-09", table: "churn_by_month", measure: "lost", month: "2026-09"},
              ...{was: 20, is: 22, reasons: [{kind: "later"}]},
            },
          ],
        },
      },
    },
    "nothing moved": {view: {past: {editions: [{id: "2026-09", month: "2026-09"}], restated: []}}},
    "the first edition": {view: {past: {editions: [], restated: []}}},
  },
});
