import {z} from "zod";
import type {Mart} from "../list.js";
import {count, number, period, rowOf, text} from "../shape/columns.js";
import {shareOf} from "../shape/rates.js";

/** Counts and sums of tickets, orders and customers by segment: what happened, not estimates of anything else. */
export const recordCounts: readonly Mart[] = [
  {
    name: "tickets_by_segment",
    grain: ["period", "dimension", "member"],
    row: rowOf({
      period,
      dimension: text,
      member: text,
      tickets: count,
      done: count,
      sla_judged: count,
      sla_met: count,
      dispute_known: count,
      disputed: count,
      reopened: count,
      reassignments: count,
    }),
  },
  {
    name: "tickets_by_day",
    grain: ["day"],
    row: rowOf({day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), tickets: count, complaints: count}),
  },
  {
    name: "complaint_causes",
    grain: ["brand", "kind", "code"],
    row: rowOf({brand: text, kind: z.enum(["category", "cause"]), code: text, named_by: count, complaints: count}),
    derive: (rows, options) => shareOf(rows, {...options, part: "named_by", whole: "complaints"}),
  },
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
function withoutSums(row: Readonly<Record<string, string | number | boolean | null>>) {
  const kept = new Set(["dimension", "member", "customers", "lost"]);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, kept.has(name) ? value : null]));
}
