import {count, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Customers' value in points, with the parts that make it. */
export const scoreTables = {
  valued_customers: table({
    grain: ["customer_id", "part"],
    row: {
      customer_id: text,
      part: text,
      place: count,
      tier: text.nullable(),
      score: number,
      amount: number.nullable(),
      weight: number,
      steps: count,
      points: count,
    },
  }),
  value_spread: table({
    grain: ["tier", "fifth"],
    row: {tier: text, fifth: count, customers: count, score_total: number},
  }),
};
