import {z} from "zod";
import {count, month, text} from "../shape/columns.js";
import {state} from "../shape/months.js";
import {table} from "../shape/table.js";

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
  metric_months: table({
    grain: ["metric", "month"],
    row: {
      metric: text,
      month,
      state,
      reason: text,
      entity: text,
      covered_days: count,
      days: count,
      known_until: text.nullable(),
      is_quiet: z.boolean(),
    },
  }),
};
