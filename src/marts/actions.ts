import {z} from "zod";
import type {Mart} from "../marts.js";
import {poissonRate} from "../stats/poisson-rate.js";
import {wilsonInterval} from "../stats/wilson-interval.js";
import {actionAgeMarts} from "./action-ageing.js";
import {actionEffects} from "./action-effects.js";
import {count, number, rowOf, text} from "./columns.js";
import {daysPerMonth} from "./rates.js";
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
  {
    name: "referrals",
    grain: ["member"],
    row: rowOf({
      member: text,
      customers: count,
      joined_in_window: count,
      lost: count,
      exposure: count,
      answers: count,
      raters: count,
      satisfied: count,
    }),
    derive: (rows) =>
      rows.map((row) => {
        const rate = poissonRate({events: Number(row.lost), exposure: Number(row.exposure) / daysPerMonth});
        const share = wilsonInterval(Number(row.satisfied), Number(row.answers));
        const isShown = Number(row.customers) >= 10;
        const isRated = Number(row.answers) >= 10;
        const when = (isTrue: boolean, value: number) => (isTrue && Number.isFinite(value) ? value : null);
        return {
          ...row,
          satisfied: isRated ? row.satisfied! : null,
          churn: when(isShown, rate.estimate),
          churn_lo: when(isShown, rate.low),
          churn_hi: when(isShown, rate.high),
          csat: when(isRated, share.estimate),
          csat_lo: when(isRated, share.low),
          csat_hi: when(isRated, share.high),
        };
      }),
  },
  {
    name: "referrers_listed",
    grain: ["customer_id"],
    row: rowOf({customer_id: text, tier: text, referred: count, yearly_amount: number.nullable(), place: count}),
  },
];
