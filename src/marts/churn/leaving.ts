import {z} from "zod";
import {count, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Whose leaving dates the rule counts, and whose it cannot. */
export const leavingTables = {
  leaving_dates: table({
    grain: ["rule"],
    row: {
      rule: text,
      /** Whether anybody of the list is still there. */
      has_base: z.boolean(),
      /** The records begin before it is known who left. */
      begins_late: z.boolean(),
      first_date: text,
      last_date: text,
      customers: count,
      /** With a leaving date, whenever. */
      gone: count,
      undated: count,
      impossible: count,
      planned: count,
      returned: count,
      /** Left by their date, and still there by the rule. */
      unlike: count,
    },
  }),
};
