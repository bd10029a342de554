import {z} from "zod";
import {count, month, number, text} from "../shape/columns.js";
import {mart, table} from "../shape/table.js";

const measure = z.enum(["amount", "score"]);

export const tierLevels = mart("tier_levels", {
  grain: ["tier"],
  row: {
    tier: text,
    place: count,
    threshold: number,
    measure,
    version: text,
    slack: number,
    months: count,
    within_share: number,
    is_cultivated: z.boolean(),
  },
});

const levelRow = {
  tier: text,
  place: count,
  threshold: number,
  measure,
  version: text,
  slack: number,
  months: count,
  within_share: number,
};

/** The rule of the tiers, whether the stored ones follow it, who was given another, and who is near the next. */
export const tierTables = {
  tier_levels: table({from: tierLevels, row: levelRow, derive: (rows) => rows}),
  tier_checks: table({grain: ["stored", "recomputed"], row: {stored: text, recomputed: text, customers: count}}),
  tier_overrides: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      tier: text,
      rule_tier: text,
      reason: text,
      given_by: text,
      until_date: text,
      is_in_force: z.boolean(),
    },
  }),
  frozen_tier_moves: table({
    grain: ["frozen_tier", "recounted_tier", "now_tier"],
    row: {
      edition: text,
      month,
      frozen_tier: text,
      recounted_tier: text,
      now_tier: text,
      customers: count,
    },
  }),
  tier_candidates: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      tier: text,
      next_tier: text,
      place: count,
      region: text,
      owner: text.nullable(),
      measured: number,
      missing: number,
    },
  }),
};
