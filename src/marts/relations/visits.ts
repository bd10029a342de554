import {count, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** Visits planned and made, by what they were for. */
export const visitTables = {
  visits_by_purpose: table({
    grain: ["purpose"],
    row: {
      purpose: text,
      planned: count,
      made: count,
      in_a_week: count,
      minutes: number.nullable(),
      cost: number.nullable(),
    },
  }),
};
