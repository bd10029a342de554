import {z} from "zod";
import {count, date, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** The cards kept of customers: reviewed within the year, and complete. */
export const fileTables = {
  customer_files: table({
    grain: ["dimension", "member"],
    row: {
      dimension: z.enum(["all", "owner", "tier", "standing"]),
      member: text,
      cards: count,
      dated: count,
      stale: count,
      complete: count,
      no_contact: count,
      no_owner: count,
      no_date: count,
      in_order: count,
    },
  }),
  customer_file_fields: table({grain: ["field"], row: {field: text, cards: count, filled: count}}),
  customer_files_listed: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      owner: text,
      tier: text,
      standing: z.enum(["active", "prospect", "former"]),
      card_updated_date: date.nullable(),
      months_old: z.number().int().nullable(),
      is_stale: z.boolean(),
      lacks_contact: z.boolean(),
      lacks_owner: z.boolean(),
      lacks_region: z.boolean(),
      lacks_type: z.boolean(),
      lacks_date: z.boolean(),
    },
  }),
};
