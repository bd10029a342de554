import {z} from "zod";
import {count, date, estimate, number, text} from "../shape/columns.js";
import {shareOf} from "../shape/rates.js";
import {mart, table} from "../shape/table.js";

const row = {
  dimension: z.enum(["all", "category", "tier"]),
  member: text,
  requests: count,
  kept: count,
  missed: count,
  still_open: count,
  unpromised: count,
  entitled_known: count,
  entitled: count,
  ruled: count,
  given_below: count,
  charged_entitled: count,
  paid: count,
  fee: number,
  fee_min: number.nullable(),
  fee_max: number.nullable(),
};

/** What customers asked for, whether it was kept, who was entitled and who paid. */
export const commitmentTables = {
  commitments_by_kind: table({
    from: mart("commitments_by_kind", {grain: ["dimension", "member"], row}),
    row: {...row, ...estimate},
    derive: (rows, options) =>
      rows.map((each) => ({...each, ...shareOf({k: each.kept, n: each.kept + each.missed}, options)})),
  }),
  commitments_missed_listed: table({
    grain: ["ticket_id"],
    row: {
      ticket_id: text,
      customer_id: text,
      category: text,
      tier: text,
      promised_date: date,
      done_date: date.nullable(),
      hours_late: number.nullable(),
    },
  }),
};
