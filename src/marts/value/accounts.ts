import {count, date, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Key accounts and what happened with them; empty unless report.yaml says `accounts: true`. */
export const accountTables = {
  key_accounts: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      place: count,
      tier: text,
      region: text,
      owner: text,
      revenue: number.nullable(),
      orders: count,
      complaints: count,
      last_date: date.nullable(),
      last_score: number.nullable(),
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
    },
  }),
};
