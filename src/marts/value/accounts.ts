import {z} from "zod";
import {count, date, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Key accounts and what happened with them; empty unless report.yaml says `accounts: true`. */
export const accountTables = {
  key_accounts: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      place: count,
      /** Customers of the tier, those without a page too. */
      of_customers: count,
      tier: text,
      region: text,
      owner: text,
      revenue: number.nullable(),
      /** Of two years, as all counts here, listed or not. */
      events: count,
      orders: count,
      last_order_date: date.nullable(),
      complaints: count,
      complaints_open: count,
      /** Neither status nor end is known. */
      complaints_unclear: count,
      last_complaint_date: date.nullable(),
      last_complaint_about: text,
      last_date: date.nullable(),
      last_score: number.nullable(),
      last_score_date: date.nullable(),
    },
  }),
  account_events: table({
    grain: ["customer_id", "place"],
    row: {
      customer_id: text,
      place: count,
      event_date: date,
      kind: text,
      record_id: text,
      about: text,
      state: text,
      amount: number.nullable(),
      score: number.nullable(),
      is_bad: z.boolean(),
    },
  }),
};
