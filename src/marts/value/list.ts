import {count, number, period, text} from "../shape/columns.js";
import {byMonth} from "../shape/months.js";
import {mart, table} from "../shape/table.js";
import {accountTables} from "./accounts.js";
import {concentrationTables} from "./concentration.js";
import {moveTables} from "./moves.js";
import {scoreTables} from "./scores.js";
import {tierServiceTables} from "./service.js";
import {tagTables} from "./tags.js";
import {tierTables} from "./tiers.js";

const worth = {
  dimension: text,
  member: text,
  customers: count,
  /** With a contract in force at the month's end. */
  paying: count,
  lost: count,
  monthly_amount: number.nullable(),
  monthly_amount_lost: number.nullable(),
  total_amount: number.nullable(),
  total_amount_lost: number.nullable(),
  lifetime_value: number.nullable(),
  lifetime_value_lost: number.nullable(),
  mean_tenure_months: number.nullable(),
  median_tenure_months: number.nullable(),
};

/** The sums of fewer than five customers tell what one of them pays. */
const isFew = (n: number): boolean => n > 0 && n < 5;
const withoutMonthly = {monthly_amount: null};
const withoutLost = {monthly_amount_lost: null, total_amount_lost: null, lifetime_value_lost: null};
const withoutSums = {
  ...{...withoutMonthly, ...withoutLost, total_amount: null, lifetime_value: null},
  ...{mean_tenure_months: null, median_tenure_months: null},
};

/** Orders and what customers are worth, by segment. */
export const valueTables = {
  orders_by_segment: byMonth(
    table({
      grain: ["period", "dimension", "member"],
      row: {
        period,
        dimension: text,
        member: text,
        order_lines: count,
        orders: count.nullable(), // unknown where lines carry no order number
        customers: count.nullable(), // nor where they name no customer
        amount: number,
        margin: number.nullable(),
        returned_orders: count,
        returned_lines: count,
        returned_amount: number,
      },
    }),
    {at: "period", metric: "orders", line: ({dimension}) => (dimension === "all" ? "all" : undefined)},
  ),
  value_by_segment: table({
    from: mart("value_by_segment", {grain: ["dimension", "member"], row: worth}),
    row: worth,
    derive: (rows) =>
      rows.map((row) => ({
        ...row,
        ...(isFew(row.paying) ? withoutMonthly : {}),
        ...(isFew(row.lost) ? withoutLost : {}),
        ...(row.customers < 5 ? withoutSums : {}),
      })),
  }),
  ...tierTables,
  ...moveTables,
  ...concentrationTables,
  ...tierServiceTables,
  ...scoreTables,
  ...tagTables,
  ...accountTables,
};
