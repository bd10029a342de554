import {z} from "zod";
import {count, estimate, month, text} from "../shape/columns.js";
import {shareOf} from "../shape/rates.js";
import {mart, table} from "../shape/table.js";

const answers = {speed: z.enum(["within_4h", "within_24h", "later", "never"]), decided: count, won: count};

/** Prospects by grade: stock, flow, and whether a fast first answer wins them. */
export const prospectTables = {
  prospect_flows: table({
    grain: ["month", "grade"],
    row: {
      month,
      grade: text,
      opening: count,
      fresh: count,
      climbed_in: count,
      fell_in: count,
      climbed_out: count,
      fell_out: count,
      won: count,
      lost: count,
      closing: count,
    },
  }),
  prospect_answers: table({
    from: mart("prospect_answers", {grain: ["speed"], row: answers}),
    row: {...answers, ...estimate},
    derive: (rows, options) => rows.map((row) => ({...row, ...shareOf({k: row.won, n: row.decided}, options)})),
  }),
  prospects_listed: table({
    grain: ["prospect_id"],
    row: {
      prospect_id: text,
      customer_id: text,
      grade: text,
      grade_before: text,
      owner: text,
      since_month: month,
    },
  }),
};
