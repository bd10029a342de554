import {z} from "zod";
import {count, month, number, period, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {recordCounts} from "./counts.js";
import {complaintRates} from "./rates.js";
import {resolutionEstimates} from "./resolution.js";

/** Complaints, tickets and calls: how many, how fast, about what. */
export const serviceMarts: readonly Mart[] = [
  {
    name: "complaints_by_month",
    grain: ["month"],
    row: rowOf({
      month,
      complaints: count,
      complainants: count,
      days: count,
      customer_days: count.nullable(),
      customers: count.nullable(),
    }),
    derive: complaintRates,
  },
  {
    name: "complaints_by_segment",
    grain: ["period", "dimension", "member"],
    row: rowOf({
      period,
      dimension: text,
      member: text,
      complaints: count,
      complainants: count,
      done: count,
      customer_days: count.nullable(),
      customers: count.nullable(),
    }),
    derive: complaintRates,
  },
  {
    name: "complaint_categories_by_month",
    grain: ["month", "category"],
    row: rowOf({month, category: text, complaints: count}),
  },
  {
    name: "ticket_durations",
    grain: ["period", "ticket_type", "clock", "minutes"],
    row: rowOf({period, ticket_type: text, clock: text, minutes: count, done: count, still_open: count}),
    derive: resolutionEstimates,
    publishedAs: "resolution_estimates",
    publishedGrain: ["period", "ticket_type", "clock"],
  },
  {
    name: "ticket_times",
    grain: ["period", "ticket_type", "clock"],
    row: rowOf({
      period,
      ticket_type: text,
      clock: text,
      tickets: count,
      done: count,
      seconds: count.nullable(),
      median_seconds: number.nullable(),
      p90_seconds: number.nullable(),
    }),
  },
  {
    name: "ticket_backlog",
    grain: ["month"],
    row: rowOf({month, created: count, closed: count, backlog: z.number().int()}),
  },
  {
    name: "call_times",
    grain: ["clock"],
    row: rowOf({
      clock: text,
      calls: count,
      seconds: number,
      median_seconds: number.nullable(),
      p90_seconds: number.nullable(),
    }),
  },
  ...recordCounts,
];
