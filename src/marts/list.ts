import {z} from "zod";
import type {SmallNPreset} from "../stats/privacy/small-n.js";
import {actionMarts} from "./actions/list.js";
import {churnMarts} from "./churn/list.js";
import {churnSignalMarts} from "./churn/signals.js";
import {competitorMarts} from "./competitors/list.js";
import {brandProfileMart} from "./competitors/profiles.js";
import {brandAndDriverScores} from "./competitors/scores.js";
import {metricEstimates} from "./overview/metrics.js";
import {qualityMarts} from "./quality/list.js";
import {driverShareMart} from "./satisfaction/driver-shares.js";
import {itemEstimates} from "./satisfaction/items.js";
import {recordCounts} from "./service/counts.js";
import {resolutionEstimates} from "./service/resolution.js";
import {complaintRates} from "./shape/rates.js";

/** A row as SQL hands it over. */
export type MartRow = Readonly<Record<string, string | number | boolean | null>>;

export interface DeriveOptions {
  readonly preset: SmallNPreset;
}

/** For what is made from more than one table. */
export interface DeriveInput extends DeriveOptions {
  /** Rows of another table as SQL delivered them; it must stand earlier in the list. */
  rows(mart: string): readonly MartRow[];
}

/** A published table: what one row is, what SQL must deliver, and what the door makes of it. */
export interface Mart {
  readonly name: string;
  /** Columns that make a row one row, before and after `derive`; publishing sorts by them. */
  readonly grain: readonly string[];
  readonly publishedGrain?: readonly string[];
  readonly row: z.ZodType<MartRow>;
  /** Estimates, intervals and suppression; defaults to the rows as they are. */
  readonly derive?: (rows: readonly MartRow[], input: DeriveInput) => MartRow[];
  /** Another name for what comes out, where it is another thing. */
  readonly publishedAs?: string;
}

const text = z.string();
const count = z.number().int().nonnegative();
const number = z.number();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const period = z.union([month, z.literal("window")]);
const row = (shape: z.ZodRawShape) => z.strictObject(shape) as unknown as z.ZodType<MartRow>;

export const marts: readonly Mart[] = [
  {
    name: "metric_by_segment",
    grain: ["metric", "period", "dimension", "member"],
    row: row({
      metric: text,
      period,
      dimension: text,
      member: text,
      n: count,
      total: number,
      sum_sq: number,
      positive: count,
      negative: count,
      customers: count,
      sum_total_sq: number,
      sum_total_n: number,
      sum_n_sq: number,
    }),
    derive: metricEstimates,
  },
  {
    name: "complaints_by_month",
    grain: ["month"],
    row: row({
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
    row: row({
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
    row: row({month, category: text, complaints: count}),
  },
  {
    name: "ticket_durations",
    grain: ["period", "ticket_type", "clock", "minutes"],
    row: row({period, ticket_type: text, clock: text, minutes: count, done: count, still_open: count}),
    derive: resolutionEstimates,
    publishedAs: "resolution_estimates",
    publishedGrain: ["period", "ticket_type", "clock"],
  },
  {
    name: "ticket_times",
    grain: ["period", "ticket_type", "clock"],
    row: row({
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
    row: row({month, created: count, closed: count, backlog: z.number().int()}),
  },
  {
    name: "item_scores",
    grain: ["item", "question", "dimension", "member"],
    derive: itemEstimates,
    row: row({
      item: text,
      question: text,
      dimension: text,
      member: text,
      n: count,
      customers: count,
      total: number,
      sum_sq: number,
      satisfied: count,
      dissatisfied: count,
      weight: number.nullable(),
      weight_sq: number.nullable(),
      weighted_total: number.nullable(),
      scale_min: number,
      scale_max: number,
    }),
  },
  {
    name: "score_distribution",
    grain: ["question", "item", "score"],
    row: row({question: text, item: text, score: number, answers: count}),
  },
  {
    name: "call_times",
    grain: ["clock"],
    row: row({
      clock: text,
      calls: count,
      seconds: number,
      median_seconds: number.nullable(),
      p90_seconds: number.nullable(),
    }),
  },
  {
    name: "import_files",
    grain: ["source", "entity", "file", "sheet"],
    row: row({
      source: text,
      entity: text,
      file: text,
      sheet: text,
      format: text,
      encoding: text,
      bytes: count,
      sha256: text,
      rows_in: count,
      rows_kept: count,
      rows_rejected: count,
      rows_set_aside: count,
      records: count,
      notes_zh: text,
      notes_en: text,
    }),
  },
  {
    name: "rejects_by_reason",
    grain: ["source", "entity", "severity", "column", "reason"],
    row: row({source: text, entity: text, severity: text, column: text, reason: text, cells: count}),
  },
  {
    name: "rejects_listed",
    grain: ["source", "entity", "file", "row", "column", "reason", "value"],
    row: row({
      source: text,
      entity: text,
      file: text,
      row: count,
      column: text,
      value: text.nullable(),
      reason: text,
      severity: text,
    }),
  },
  {
    name: "source_freshness",
    grain: ["entity"],
    row: row({
      entity: text,
      first_date: text,
      last_date: text,
      rows_in_month: count,
      rows_in_previous_month: count,
      rows_usual: number,
    }),
  },
  ...recordCounts,
  ...churnMarts,
  ...churnSignalMarts,
  ...actionMarts,
  ...competitorMarts,
  ...brandAndDriverScores,
  driverShareMart,
  brandProfileMart,
  ...qualityMarts,
];
