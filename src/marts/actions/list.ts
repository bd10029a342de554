import {z} from "zod";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {number, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {daysPerMonth} from "../shape/rates.js";
import {actionAgeMarts} from "./ageing.js";
import {actionEffects} from "./effects.js";
import {referralMarts} from "./referrals.js";
import {winbackMarts} from "./winback.js";

const actionRow = rowOf({
  action_id: text,
  month: text,
  cause: text.nullable(),
  department: text.nullable(),
  owner: text.nullable(),
  opened_date: text.nullable(),
  due_date: text.nullable(),
  done_date: text.nullable(),
  done_month: text.nullable(),
  metric: text.nullable(),
  category: text.nullable(),
  region: text.nullable(),
  note: text.nullable(),
  status: text,
  days_late: z.number().int().nullable(),
  events: number,
  other_events: number,
  days: number.nullable(),
  n: number,
  total: number,
  total_sq: number,
});

/** Who was won back, what was done about the causes and whether it helped, and who brought whom. */
export const actionMarts: readonly Mart[] = [
  ...winbackMarts,
  ...actionAgeMarts,
  {
    name: "action_months",
    grain: ["action_id", "month"],
    row: actionRow,
    derive: actionEffects,
    publishedAs: "action_effects",
    publishedGrain: ["action_id"],
  },
  {
    name: "action_months",
    grain: ["action_id", "month"],
    row: actionRow,
    derive: (rows) =>
      rows
        .filter(({month}) => month !== "")
        .map((row) => {
          const {action_id, month, done_month, metric} = row;
          const days = Number(row.days ?? 0);
          const rate = poissonRate({events: Number(row.events), exposure: days / daysPerMonth}, {per: 10_000});
          const isRate = days > 0;
          const n = Number(row.n);
          const mean = n >= 10 ? Number(row.total) / n : null;
          return {
            action_id: action_id!,
            month: month!,
            done_month: done_month ?? null,
            metric: metric ?? null,
            n: isRate ? Number(row.events) : n,
            value: isRate ? rate.estimate : mean,
            lo: isRate ? rate.low : null,
            hi: isRate ? rate.high : null,
          };
        }),
  },
  ...referralMarts,
];
