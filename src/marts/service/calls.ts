import {z} from "zod";
import {orderStatisticRanks} from "../../stats/estimates/order-statistics.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns, limits} from "../shape/limits.js";
import {shareAs, shareOf} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

export const serviceFormulas = ["F1", "F2", "F3", "F4"] as const;
export type ServiceFormula = (typeof serviceFormulas)[number];

const bySegment = {
  dimension: z.enum(["all", "queue", "half_hour", "weekday"]),
  member: text,
  offered: count,
  answered: count,
  abandoned: count,
  /** Given up within the seconds of rules/service_level.yaml in which nobody could have answered. */
  short_abandoned: count,
  /** Given up after nobody knows how long. */
  abandoned_unknown: count,
  answered_within: count,
  abandoned_within: count,
  target_seconds: number,
  formula: z.enum(serviceFormulas),
  short_seconds: number,
};
const callsBySegment = mart("calls_by_segment", {
  grain: ["dimension", "member"],
  row: {...bySegment, wait_known: count},
});

const seconds = {queue: text, clock: z.enum(["wait", "talk", "abandon"])};
const callSeconds = mart("call_seconds", {
  grain: ["queue", "clock", "second"],
  row: {...seconds, second: count, calls: count, seconds: number},
});
type Second = Delivered<typeof callSeconds>;
const percentiles = {median_seconds: 0.5, p80_seconds: 0.8, p90_seconds: 0.9, p95_seconds: 0.95} as const;

export const callTables = {
  calls_by_segment: table({
    from: callsBySegment,
    row: {
      ...bySegment,
      ...limitColumns("answer_rate"),
      ...limitColumns("answer_rate_less_short"),
      ...limitColumns("service_level"),
      flag,
    },
    derive: (rows, options) =>
      rows.map((row) => {
        const chosen = serviceLevel(row, row.formula);
        return {
          ...row,
          ...shareAs("answer_rate", {k: row.answered, n: row.offered}, options),
          ...shareAs("answer_rate_less_short", {k: row.answered, n: row.offered - row.short_abandoned}, options),
          ...shareAs("service_level", row.wait_known > 0 ? chosen : {k: 0, n: 0}, options),
          flag: shareOf({k: row.answered, n: row.offered}, options).flag,
        };
      }),
  }),
  call_times: table({
    from: callSeconds,
    grain: ["queue", "clock"],
    row: {
      ...seconds,
      calls: count,
      mean_seconds: number.nullable(),
      ...limitColumns("median_seconds"),
      ...limitColumns("p80_seconds"),
      ...limitColumns("p90_seconds"),
      ...limitColumns("p95_seconds"),
      flag,
    },
    derive: callTimes,
  }),
};

/**
 * Part and base of a service level by one of the four formulas in use: F1 counts calls given up within the target as
 * served, F2 leaves out all that were given up, F3 counts them as not served, F4 leaves out those given up within it.
 * Where it is not known how long a caller waited before giving up, it was too long.
 * @example serviceLevel({answered: 8, abandoned: 2, answered_within: 6, abandoned_within: 1}, "F4") // => {k: 6, n: 9}
 */
export function serviceLevel(
  row: {
    readonly answered: number;
    readonly abandoned: number;
    readonly answered_within: number;
    readonly abandoned_within: number;
  },
  formula: ServiceFormula,
): {readonly k: number; readonly n: number} {
  const all = row.answered + row.abandoned;
  switch (formula) {
    case "F1":
      return {k: row.answered_within + row.abandoned_within, n: all};
    case "F2":
      return {k: row.answered_within, n: row.answered};
    case "F3":
      return {k: row.answered_within, n: all};
    case "F4":
      return {k: row.answered_within, n: all - row.abandoned_within};
  }
}

/** Mean and percentiles of each clock and queue; withheld where too few calls have it. */
function callTimes(rows: readonly Second[], {preset}: DeriveOptions) {
  return [...groupRows(rows, (row) => `${row.queue} ${row.clock}`).values()].map((own) => {
    const {queue, clock} = own[0]!;
    const [calls, total] = [sum(own, "calls"), sum(own, "seconds")];
    const {flag} = smallN({n: calls, kind: "mean"}, {preset});
    const isHidden = flag === "suppressed";
    return {
      queue,
      clock,
      calls,
      mean_seconds: isHidden ? null : total / calls,
      ...percentileLimits(isHidden ? [] : own),
      flag,
    };
  });
}

/** Percentiles (type 7) with their order-statistic limits, from counts by second. */
export function percentileLimits(rows: readonly {readonly second: number; readonly calls: number}[]) {
  const sorted = [...rows].sort((a, b) => a.second - b.second);
  const n = sum(sorted, "calls");
  const at = (rank: number): number => {
    let passed = 0;
    const found = sorted.find(({calls}) => {
      passed += calls;
      return passed >= rank;
    });
    return found?.second ?? Number.NaN;
  };
  const estimate = (p: number): number => {
    const place = 1 + (n - 1) * p;
    const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))];
    return low + (place - Math.floor(place)) * (high - low);
  };
  const named = <Name extends keyof typeof percentiles>(name: Name) => {
    const p = percentiles[name];
    const ranks = n > 0 ? orderStatisticRanks(n, p) : null;
    const [low, high] = ranks ? [at(ranks.lower_rank), at(ranks.upper_rank)] : [Number.NaN, Number.NaN];
    return limits(name, n > 0 ? {estimate: estimate(p), low, high} : undefined);
  };
  return {
    ...named("median_seconds"),
    ...named("p80_seconds"),
    ...named("p90_seconds"),
    ...named("p95_seconds"),
  };
}
