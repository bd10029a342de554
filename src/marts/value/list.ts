import {count, number, period, rowOf, text} from "../shape/columns.js";
import type {Mart, MartRow} from "../shape/mart.js";

/** Orders and what customers are worth, by segment. */
export const valueMarts: readonly Mart[] = [
  {
    name: "orders_by_segment",
    grain: ["period", "dimension", "member"],
    row: rowOf({
      period,
      dimension: text,
      member: text,
      order_lines: count,
      orders: count.nullable(), // unknown where lines carry no order number
      customers: count,
      amount: number,
      margin: number.nullable(),
      returned_orders: count,
      returned_lines: count,
      returned_amount: number,
    }),
  },
  {
    name: "value_by_segment",
    grain: ["dimension", "member"],
    row: rowOf({
      dimension: text,
      member: text,
      customers: count,
      lost: count,
      monthly_amount: number.nullable(),
      monthly_amount_lost: number.nullable(),
      total_amount: number.nullable(),
      total_amount_lost: number.nullable(),
      lifetime_value: number.nullable(),
      lifetime_value_lost: number.nullable(),
      tenure_months: count.nullable(),
      median_tenure_months: number.nullable(),
    }),
    derive: (rows) => rows.map((row) => (Number(row.customers) < 5 ? withoutSums(row) : row)),
  },
];

/** The sums of fewer than five customers tell what one of them pays. */
function withoutSums(row: MartRow) {
  const kept = new Set(["dimension", "member", "customers", "lost"]);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, kept.has(name) ? value : null]));
}
