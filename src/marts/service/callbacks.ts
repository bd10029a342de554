import {z} from "zod";
import {mcnemarMidP, newcombePaired} from "../../stats/comparisons/paired-proportions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, date, flag, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {mart, table} from "../shape/table.js";

const dateOrNone = z.union([date, z.literal("")]);
const pairs = {team: text, both_solved: count, only_claimed: count, only_confirmed: count, neither: count};

/** Callbacks: whom to call, who called whom, and what customers said against what was claimed. */
export const callbackTables = {
  callback_list: table({
    grain: ["kind", "record_id"],
    row: {
      kind: z.enum(["due", "overdue", "same_handler", "unwanted"]),
      record_id: text,
      ticket_id: text,
      customer_id: text,
      tier: text,
      team: text,
      handler: text,
      caller: text,
      closed_date: dateOrNone,
      due_date: dateOrNone,
      called_date: dateOrNone,
    },
  }),
  callback_outcomes: table({grain: ["outcome"], row: {outcome: text, callbacks: count, unwanted: count}}),
  claimed_confirmed: table({
    from: mart("claimed_confirmed", {grain: ["team"], row: pairs}),
    row: {
      team: text,
      reached: count,
      claimed: number.nullable(),
      confirmed: number.nullable(),
      only_claimed: count.nullable(),
      only_confirmed: count.nullable(),
      /** Claimed less confirmed, of the same callbacks. */
      ...limitColumns("gap"),
      p: number.nullable(),
      flag,
    },
    derive: (rows, {preset}) =>
      rows.map((row) => {
        const {both_solved: a, only_claimed: b, only_confirmed: c, neither: d} = row;
        const n = a + b + c + d;
        const {flag: shown} = smallN({n}, {preset});
        const isHidden = shown === "suppressed";
        const known = (value: number) => (isHidden ? null : value);
        return {
          team: row.team,
          reached: n,
          claimed: known((a + b) / n),
          confirmed: known((a + c) / n),
          only_claimed: known(b),
          only_confirmed: known(c),
          ...limits("gap", isHidden ? undefined : newcombePaired({a, b, c, d})),
          p: known(mcnemarMidP({b, c})),
          flag: shown,
        };
      }),
  }),
};
