import {z} from "zod";
import {count, month, text} from "../shape/columns.js";
import {state} from "../shape/months.js";
import {mart, table} from "../shape/table.js";

const ofMetric = {
  metric: text,
  month,
  state,
  reason: text,
  entity: text,
  covered_days: count,
  days: count,
  known_until: text.nullable(),
  is_quiet: z.boolean(),
};

/** What every metric has of every month: decides what may be said of it. */
export const metricMonths = mart("metric_months", {grain: ["metric", "month"], row: ofMetric});

/** What there is of every source and month, and what every metric has of it. */
export const monthTables = {
  source_months: table({
    grain: ["source", "entity", "month"],
    row: {
      source: text,
      entity: text,
      month: z.union([month, z.literal("")]),
      state,
      reason: text,
      first_seen_at: text.nullable(),
      last_seen_at: text.nullable(),
      rows: count,
      usual_rows: count,
      days_seen: count,
      is_quiet: z.boolean(),
    },
  }),
  metric_months: table({grain: ["metric", "month"], row: ofMetric}),
};
