import {z} from "zod";
import {count, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";

/** Checks across tables: how many records fail each, and a few of them. */
export const crossCheckMarts: readonly Mart[] = [
  {
    name: "cross_checks",
    grain: ["check_id"],
    row: rowOf({check_id: text, base: count, hits: count, customers: count}),
  },
  {
    name: "cross_check_samples",
    grain: ["check_id", "sample"],
    row: rowOf({
      check_id: text,
      sample: count,
      record_id: text.nullable(),
      customer_id: text.nullable(),
      file: text,
      row: count,
      found: text.nullable(),
    }),
  },
  {
    name: "duplicate_customers",
    grain: ["group_id", "customer_id"],
    row: rowOf({
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
    }),
  },
  {
    name: "source_gaps",
    grain: ["kind", "source", "entity", "file"],
    row: rowOf({kind: z.enum(["unmapped_file", "no_file", "missing_source"]), source: text, entity: text, file: text}),
  },
];
