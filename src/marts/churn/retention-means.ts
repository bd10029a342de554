import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {gapChange} from "../../stats/comparisons/gap-change.js";
import {normalTwoSided} from "../../stats/numbers/distributions.js";
import type {Interval} from "../../stats/numbers/interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {kaplanMeier} from "../../stats/survival/kaplan-meier.js";
import {restrictedMean} from "../../stats/survival/restricted-mean.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {sum} from "../shape/sum.js";
import {table} from "../shape/table.js";
import {clock, monthsPer, type RetentionTime, retentionTimes, riskRow} from "./retention-curves.js";

export const meanTables = {
  retention_means: table({
    from: retentionTimes,
    grain: ["dimension", "member", "clock"],
    row: {
      dimension: text,
      member: text,
      clock,
      months: count,
      customers: count,
      lost: count,
      value: number,
      lo: number,
      hi: number,
      ...limitColumns("difference"),
      p_adjusted: number.nullable(),
      flag,
    },
    derive: retentionMeans,
  }),
};

/**
 * Months a customer stays of the first 24 (12, 9, 6, 3 where the records are shorter): restricted mean per member, and the
 * difference to everybody else, Benjamini-Hochberg within the dimension. Members whose curve does not begin at 0 or ends
 * sooner are left out.
 */
export function retentionMeans(rows: readonly RetentionTime[]) {
  return [...groupRows(rows, ({clock}) => clock).values()].flatMap((byClock) => {
    const whole = byClock.filter(({dimension}) => dimension === "all");
    const unit = monthsPer(byClock[0]!.clock);
    const all = curveOf(whole);
    const months = [24, 12, 9, 6, 3].find((length) => all.start <= 0.5 * unit && all.end >= length * unit);
    if (!months) return [];
    const tau = months * unit;
    const made = [...groupRows(byClock, (row) => `${row.dimension}|${row.member}`).values()].flatMap((group) => {
      const {dimension, member} = group[0]!;
      const curve = curveOf(group);
      if (!(curve.start <= 0.5 * unit && curve.end >= tau)) return [];
      const own = restrictedMean(curve, tau);
      const rest = dimension === "all" ? undefined : curveOf(without(whole, group));
      const other = rest && rest.start <= 0.5 * unit && rest.end >= tau ? restrictedMean(rest, tau) : undefined;
      const customers = sum(group, "entered");
      const events = group.reduce((sum, row) => sum + (row.time <= tau ? riskRow(row).events : 0), 0);
      return [{dimension, member, customers, events, own, gap: other && gapChange(other, own)}];
    });
    return [...groupRows(made, ({dimension}) => dimension).values()].flatMap((family) => {
      const adjusted = benjaminiHochberg(
        family.map(({gap}) => (gap ? normalTwoSided(gap.estimate / gap.se) : Number.NaN)),
      );
      const inMonths = ({estimate, low, high}: Interval) => ({
        estimate: estimate / unit,
        low: low / unit,
        high: high / unit,
      });
      return family.map(({dimension, member, customers, events, own, gap}, index) => ({
        dimension,
        member,
        clock: byClock[0]!.clock,
        months,
        customers,
        lost: events,
        value: own.estimate / unit,
        lo: own.low / unit,
        hi: own.high / unit,
        ...limits("difference", gap && inMonths(gap)),
        p_adjusted: finite(adjusted[index]!),
        flag: smallN({n: customers}).flag,
      }));
    });
  });
}

const curveOf = (rows: readonly RetentionTime[]) => kaplanMeier(rows.map(riskRow), {minAtRisk: 10});

function without(whole: readonly RetentionTime[], part: readonly RetentionTime[]): RetentionTime[] {
  const minus = new Map(part.map((row) => [row.time, row]));
  return whole.map((row) => {
    const other = minus.get(row.time);
    if (!other) return row;
    return {
      ...row,
      entered: row.entered - other.entered,
      lost: row.lost - other.lost,
      ended: row.ended - other.ended,
      censored: row.censored - other.censored,
    };
  });
}
