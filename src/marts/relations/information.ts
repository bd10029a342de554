import {z} from "zod";
import {count, estimate, number, text} from "../shape/columns.js";
import {shareOf} from "../shape/rates.js";
import {mart, table} from "../shape/table.js";

const row = {
  dimension: z.enum(["all", "page", "product", "entity"]),
  member: text,
  contacts: count,
  answerable: count,
  timed: count,
  minutes: number,
  freed_minutes: number,
};

/** A person or a page: contacts that information alone would have settled. */
export const informationTables = {
  information_contacts: table({
    from: mart("information_contacts", {grain: ["dimension", "member"], row}),
    row: {...row, ...estimate},
    derive: (rows, options) =>
      rows.map((each) => ({...each, ...shareOf({k: each.answerable, n: each.contacts}, options)})),
  }),
};
