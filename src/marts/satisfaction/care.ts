import {z} from "zod";
import {penaltyReward} from "../../stats/drivers/penalty-reward.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const ratingPatterns = mart("rating_patterns", {
  grain: ["overall", "pattern"],
  row: {overall: number, pattern: text, n: count},
});

const lag = z.enum(["day", "three_days", "week", "later"]);
const surveyLag = mart("survey_lag", {
  grain: ["lag"],
  row: {lag, answers: count, raters: count, satisfied: count, dissatisfied: count},
});

/** What punishes and what pleases; how late answers come; how often customers are contacted, and against their wish. */
export const careTables = {
  penalty_reward: table({
    from: ratingPatterns,
    grain: ["item"],
    row: {
      item: text,
      n: count,
      ...limitColumns("penalty"),
      ...limitColumns("reward"),
      kind: z.enum(["basic", "excitement", "undecided", "too_few"]),
    },
    derive: penalties,
  }),
  survey_lag: table({
    from: surveyLag,
    row: {lag, answers: count.nullable(), ...limitColumns("dissatisfied"), ...limitColumns("csat"), flag},
    derive: lagShares,
  }),
  contact_load: table({
    grain: ["contacts"],
    row: {contacts: count, customers: count, asked: count, asked_again: count, touches: count},
  }),
  preference_checks: table({
    grain: ["kind", "preference"],
    row: {
      kind: z.enum(["callback", "call", "visit"]),
      preference: text,
      contacts: count,
      against: count,
      refused: count,
    },
  }),
};

/** Overall satisfaction at a low and at a high rating of each item beside a middling one; none of under 150 answers. */
export function penalties(rows: readonly Delivered<typeof ratingPatterns>[]) {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const items = rows[0]?.pattern.split(" ").map((part) => part.slice(0, part.lastIndexOf(":"))) ?? [];
  if (n < 150 || items.length < 2) return [];
  const answers = rows.map((row) => ({
    overall: row.overall,
    ratings: row.pattern.split(" ").map((part) => Number(part.slice(part.lastIndexOf(":") + 1))),
    n: row.n,
  }));
  if (answers.some(({ratings}) => ratings.length !== items.length)) return [];
  const around = (estimate: number, se: number) => ({estimate, low: estimate - 1.96 * se, high: estimate + 1.96 * se});
  try {
    return penaltyReward(answers).map((made, at) => {
      const isTold = made.kind !== "too_few";
      return {
        item: items[at]!,
        n,
        ...limits("penalty", isTold ? around(made.penalty, made.penalty_se) : undefined),
        ...limits("reward", isTold ? around(made.reward, made.reward_se) : undefined),
        kind: made.kind,
      };
    });
  } catch (error) {
    if (error instanceof RangeError) return []; // items that mirror each other
    throw error;
  }
}

export function lagShares(rows: readonly Delivered<typeof surveyLag>[], {preset}: DeriveOptions) {
  return rows.map((row) => {
    const {flag} = smallN({n: row.answers, customers: row.raters}, {preset});
    const isTold = flag !== "suppressed";
    return {
      lag: row.lag,
      answers: isTold ? row.answers : null,
      ...limits("dissatisfied", isTold ? wilsonInterval(row.dissatisfied, row.answers) : undefined),
      ...limits("csat", isTold ? wilsonInterval(row.satisfied, row.answers) : undefined),
      flag,
    };
  });
}
