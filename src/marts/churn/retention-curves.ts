import {z} from "zod";
import {kaplanMeier} from "../../stats/survival/kaplan-meier.js";
import {joinsBefore, type RiskRow} from "../../stats/survival/risk-table.js";
import {survivalAt} from "../../stats/survival/survival-quantile.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite} from "../shape/limits.js";
import {daysPerMonth} from "../shape/rates.js";
import {type Delivered, mart, table} from "../shape/table.js";

/** days: since joining · since_window: since the window began, for who was there before · months: no dates are known. */
export const clock = z.enum(["days", "since_window", "months"]);
type Clock = z.infer<typeof clock>;

export const retentionTimes = mart("retention_times", {
  grain: ["dimension", "member", "clock", "time"],
  row: {dimension: text, member: text, clock, time: count, entered: count, lost: count, ended: count, censored: count},
});
export type RetentionTime = Delivered<typeof retentionTimes>;

export const curveTables = {
  retention_curves: table({
    from: retentionTimes,
    grain: ["clock", "dimension", "member", "month"],
    row: {
      clock,
      dimension: text,
      member: text,
      month: count,
      n_risk: count,
      value: number.nullable(),
      se: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
    },
    derive: retentionCurves,
  }),
};

/** Days, or months where the file has no dates, as counts at one time; every end of custom is an event. */
export const riskRow = ({time, entered, lost, ended, censored}: RetentionTime): RiskRow => ({
  time,
  entered,
  exited: lost + ended + censored,
  events: lost + ended,
});

export const monthsPer = (clock: Clock): number => (clock === "months" ? 1 : daysPerMonth);

/** When a whole number of months is over: calendar months of any length, so that a term of them has ended by then. */
export const endOfMonth = (month: number, clock: Clock): number =>
  clock === "months" || month === 0 ? month : month * daysPerMonth + 2;

/** How many are under observation at a time: entered before it, at 0 at once, and not gone before it. */
export const atRiskAt = (rows: readonly RiskRow[], time: number): number =>
  rows.reduce((left, row) => {
    if (row.time < time) return left + row.entered - row.exited;
    return row.time === 0 ? left + joinsBefore(row) : left;
  }, 0);

/**
 * Share still customers by whole months (Kaplan-Meier over every kind of end), with log-log limits and the number at
 * risk; a curve starts and ends where 10 customers are at risk.
 */
export function retentionCurves(rows: readonly RetentionTime[]) {
  const groups = groupRows(rows, (row) => `${row.clock}|${row.dimension}|${row.member}`);
  return [...groups.values()].flatMap((moments) => {
    const {dimension, member, clock} = moments[0]!;
    const table = moments.map(riskRow);
    const curve = kaplanMeier(table, {minAtRisk: 10});
    const end = Math.floor(curve.end / monthsPer(clock));
    const start = Math.ceil(curve.start / monthsPer(clock) - 0.5);
    if (!(end >= start)) return [];
    return Array.from({length: end - start + 1}, (_, place) => start + place).map((month) => {
      const time = Math.min(endOfMonth(month, clock), curve.end);
      const {estimate, low, high, se} = survivalAt(curve, Math.max(time, curve.start));
      return {
        clock,
        dimension,
        member,
        month,
        n_risk: atRiskAt(table, curve.start === 0 ? time : Math.max(time, 1)),
        value: finite(estimate),
        se: finite(se),
        lo: finite(low),
        hi: finite(high),
      };
    });
  });
}
