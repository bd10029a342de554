import {z} from "zod";
import {count, number, text} from "../shape/columns.js";
import {mart, table} from "../shape/table.js";

const load = {
  team: text,
  handlers: count,
  /** Of whom the roster tells since when. */
  rostered: count,
  complaints: count,
  handler_weeks: count,
  median_weeks_on: number,
  longest_weeks_on: count,
  over_twelve: count,
};
const times = {handler: text, team: text, tickets: count, median_seconds: number.nullable()};

/** Where complaints come from and who bears them: flaws, open ones by age, handlers' times and load. */
export const causeTables = {
  defect_register: table({
    grain: ["category", "cause"],
    row: {
      category: text,
      cause: text,
      complaints: count,
      customers: count,
      still_open: count,
      repaired: count,
      repair_cost: number,
      owner: text,
      owned: count,
      /** At most two hundred, apart by blanks. */
      tickets: text,
    },
  }),
  backlog_ages: table({
    grain: ["ticket_type", "band"],
    row: {
      ticket_type: text,
      band: z.enum(["d1", "d3", "d7", "d30", "older"]),
      tickets: count,
      oldest_seconds: z.number().int(),
    },
  }),
  handler_times: table({
    from: mart("handler_times", {grain: ["handler"], row: times}),
    row: times,
    derive: (rows) => rows.map((row) => (row.tickets < 10 ? {...row, median_seconds: null} : row)),
  }),
  complaint_load: table({
    from: mart("complaint_load", {grain: ["team"], row: load}),
    // Of one or two people the team's figures would be theirs.
    row: load,
    derive: (rows) => rows.filter(({handlers}) => handlers >= 3),
  }),
};
