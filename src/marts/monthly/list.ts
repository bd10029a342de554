import {z} from "zod";
import {count, date, month, text} from "../shape/columns.js";
import {byMonth} from "../shape/months.js";
import {table} from "../shape/table.js";

/** What the five parts of the monthly report need besides the tables of the other subjects. */
export const monthlyTables = {
  ticket_kinds_by_month: byMonth(
    table({
      grain: ["month", "ticket_type", "category"],
      row: {month, ticket_type: text, category: text, tickets: count},
    }),
    {at: "month", metric: "tickets"},
  ),
  month_calendar: table({
    grain: ["month"],
    row: {
      month,
      days: count,
      working_days: count,
      festival_days: count,
      is_known: z.boolean(),
      /** The last year of which any holiday is listed, the same in every row; null without a list. */
      known_to: count.nullable(),
    },
  }),
  complaint_parts: table({
    grain: ["category", "kind", "code"],
    row: {category: text, kind: z.enum(["responsible", "cause", "product"]), code: text, complaints: count},
  }),
  month_tickets_listed: table({
    grain: ["ticket_id"],
    row: {
      ticket_id: text,
      created_date: date,
      ticket_type: z.enum(["complaint", "request"]),
      category: text,
      region: text,
      product: text,
      channel: text,
      responsible: text,
      status: text,
      file: text,
      row: count,
    },
  }),
};
