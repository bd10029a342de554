import {count, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";
import {ageTables} from "./ageing.js";
import {actionEffects} from "./effects.js";
import {actionColumns, actionEffect, actionLevels, actionMonths} from "./months.js";
import {referralTables} from "./referrals.js";
import {winbackTables} from "./winback.js";

/** Who was won back, what was done about the causes and whether it helped, and who brought whom. */
export const actionTables = {
  ...winbackTables,
  ...ageTables,
  action_effects: table({
    from: actionMonths,
    grain: ["action_id"],
    row: {
      ...actionColumns,
      months_before: count,
      months_after: count,
      before: number.nullable(),
      after: number.nullable(),
      before_n: number.nullable(),
      after_n: number.nullable(),
      ratio: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      p_adjusted: number.nullable(),
      against_others: number.nullable(),
      against_lo: number.nullable(),
      against_hi: number.nullable(),
      against_p_adjusted: number.nullable(),
      effect: actionEffect,
    },
    derive: actionEffects,
  }),
  action_months: table({
    from: actionMonths,
    row: {
      action_id: text,
      month: text,
      metric: text.nullable(),
      n: number,
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
    },
    derive: actionLevels,
  }),
  ...referralTables,
};
