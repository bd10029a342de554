import {z} from "zod";
import {count, period, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {shareOf} from "../shape/rates.js";

/** Counts of tickets by segment, day and cause: what happened, not estimates of anything else. */
export const recordCounts: readonly Mart[] = [
  {
    name: "tickets_by_segment",
    grain: ["period", "dimension", "member"],
    row: rowOf({
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
    }),
  },
  {
    name: "tickets_by_day",
    grain: ["day"],
    row: rowOf({day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), tickets: count, complaints: count}),
  },
  {
    name: "complaint_causes",
    grain: ["brand", "kind", "code"],
    row: rowOf({brand: text, kind: z.enum(["category", "cause"]), code: text, named_by: count, complaints: count}),
    derive: (rows, options) => shareOf(rows, {...options, part: "named_by", whole: "complaints"}),
  },
];
