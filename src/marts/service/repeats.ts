import {z} from "zod";
import {count, date, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

const dateOrNone = z.union([date, z.literal("")]);

/** Customers who come back about the same thing. */
export const repeatTables = {
  complaint_chains: table({
    grain: ["customer_id", "category", "began_date", "ticket_id"],
    row: {
      customer_id: text,
      category: text,
      began_date: date,
      ticket_id: text,
      created_date: date,
      ended_date: dateOrNone,
      reopened: count,
      handler: text,
      department: text,
      is_done: z.boolean(),
    },
  }),
  contact_identity: table({
    grain: ["kind"],
    row: {kind: z.enum(["call", "session", "ticket"]), contacts: count, with_customer: count, with_cause: count},
  }),
};
