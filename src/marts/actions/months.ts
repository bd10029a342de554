import {z} from "zod";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {number, text} from "../shape/columns.js";
import {type Delivered, mart} from "../shape/table.js";
import {actionVerdicts} from "./verdict.js";

/** What is written of an action, whatever became of it. */
export const actionColumns = {
  action_id: text,
  cause: text.nullable(),
  department: text.nullable(),
  owner: text.nullable(),
  opened_date: text.nullable(),
  due_date: text.nullable(),
  done_date: text.nullable(),
  metric: text.nullable(),
  category: text.nullable(),
  region: text.nullable(),
  note: text.nullable(),
  /** Marked as waiting for somebody to decide. */
  is_decision: z.boolean(),
  status: text,
  days_late: z.number().int().nullable(),
};

/** What it aims at, month by month; month "" where nothing is known of that. */
export const actionMonths = mart("action_months", {
  grain: ["action_id", "month"],
  row: {
    ...actionColumns,
    month: text,
    done_month: text.nullable(),
    events: number,
    other_events: number,
    customer_months: number.nullable(),
    n: number,
    total: number,
    total_sq: number,
  },
});
export type ActionMonth = Delivered<typeof actionMonths>;

/** As actionVerdict, or early (too few months or records) · open (not done). */
export const actionEffect = z.enum([...actionVerdicts, "early", "open"]);
export type ActionEffect = z.infer<typeof actionEffect>;

/** Complaints per 10,000 customer-months, or the mean score of ten answers and more, of each month of each action. */
export const actionLevels = (rows: readonly ActionMonth[]) =>
  rows
    .filter(({month}) => month !== "")
    .map(({action_id, month, metric, events, total, n, ...row}) => {
      const exposure = row.customer_months ?? 0;
      const key = {action_id, month, metric};
      if (!(exposure > 0)) return {...key, n, value: n >= 10 ? total / n : null, lo: null, hi: null};
      const {estimate, low, high} = poissonRate({events, exposure}, {per: 10_000});
      return {...key, n: events, value: estimate, lo: low, hi: high};
    });
