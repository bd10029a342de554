import {z} from "zod";
import {count, date, estimate, month, number, period, text} from "../shape/columns.js";
import {byMonth} from "../shape/months.js";
import {shareOf} from "../shape/rates.js";
import {mart, table} from "../shape/table.js";
import {callbackTables} from "./callbacks.js";
import {callTables} from "./calls.js";
import {causeTables} from "./causes.js";
import {complaintTables} from "./rates.js";
import {repeatTables} from "./repeats.js";
import {resolutionTables} from "./resolution.js";
import {sessionTables} from "./sessions.js";
import {slaTables} from "./sla.js";

const causes = {brand: text, kind: z.enum(["category", "cause"]), code: text, named_by: count, complaints: count};

/** Complaints, tickets and calls: how many, how fast, about what. */
export const serviceTables = {
  ...callTables,
  ...callbackTables,
  ...complaintTables,
  ...repeatTables,
  ...causeTables,
  ...resolutionTables,
  ...slaTables,
  ...sessionTables,
  complaint_categories_by_month: byMonth(
    table({grain: ["month", "category"], row: {month, category: text, complaints: count}}),
    {at: "month", metric: "complaint_rate"},
  ),
  complaint_causes: table({
    from: mart("complaint_causes", {grain: ["brand", "kind", "code"], row: causes}),
    row: {...causes, ...estimate},
    derive: (rows, {preset}) =>
      rows.map((row) => ({...row, ...shareOf({k: row.named_by, n: row.complaints}, {preset})})),
  }),
  ticket_times: byMonth(
    table({
      grain: ["period", "ticket_type", "clock"],
      row: {
        period,
        ticket_type: text,
        clock: text,
        tickets: count,
        done: count,
        seconds: count.nullable(),
        median_seconds: number.nullable(),
      },
    }),
    {at: "period", metric: "tickets"},
  ),
  ticket_backlog: byMonth(
    table({
      grain: ["month"],
      row: {month, created: count, closed: count, end_unknown: count, backlog: z.number().int()},
    }),
    {at: "month", metric: "tickets"},
  ),
  tickets_by_segment: byMonth(
    table({
      grain: ["period", "dimension", "member"],
      row: {
        period,
        dimension: text,
        member: text,
        tickets: count,
        done: count,
        sla_judged: count,
        sla_met: count,
        dispute_known: count,
        disputed: count,
        reopened: count,
        reassignments: count,
      },
    }),
    {at: "period", metric: "tickets"},
  ),
  tickets_by_day: table({grain: ["day"], row: {day: date, tickets: count, complaints: count}}),
};
