import {z} from "zod";
import {count, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Checks across tables: how many records fail each, and a few of them. */
export const crossCheckTables = {
  cross_checks: table({
    grain: ["check_id"],
    row: {check_id: text, base: count, hits: count, customers: count},
  }),
  cross_check_samples: table({
    grain: ["check_id", "sample"],
    row: {
      check_id: text,
      sample: count,
      record_id: text.nullable(),
      customer_id: text.nullable(),
      file: text,
      row: count,
      found: text.nullable(),
    },
  }),
  duplicate_customers: table({
    grain: ["group_id", "customer_id"],
    row: {
      group_id: text,
      customer_id: text,
      same_phone: z.boolean(),
      same_name: z.boolean(),
      same_email: z.boolean(),
      same_id_card: z.boolean(),
      customers: count,
      customer_name: text.nullable(),
      phone: text.nullable(),
      joined_date: text.nullable(),
      file: text,
      row: count,
    },
  }),
};
