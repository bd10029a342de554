import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {gapChange} from "../../stats/comparisons/gap-change.js";
import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {normalMultiplier, normalTwoSided, tQuantile} from "../../stats/numbers/distributions.js";
import {cohortTriangle} from "../../stats/survival/cohort-triangle.js";
import {type CauseRow, cumulativeIncidence} from "../../stats/survival/cumulative-incidence.js";
import {kaplanMeier} from "../../stats/survival/kaplan-meier.js";
import {restrictedMean} from "../../stats/survival/restricted-mean.js";
import {groupRows} from "../shape/groups.js";
import type {MartRow} from "../shape/mart.js";
import {atRiskAt, endOfMonth, monthsPer, riskRow} from "./retention-curves.js";

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Months a customer stays of the first 24 (12, 9, 6, 3 where the records are shorter): restricted mean per member, and the
 * difference to everybody else, Benjamini-Hochberg within the dimension. Members whose curve does not begin at 0 or ends
 * sooner are left out.
 */
export function retentionMeans(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.clock)).values()].flatMap((byClock) => {
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
      const customers = group.reduce((sum, row) => sum + Number(row.entered), 0);
      const events = group.reduce((sum, row) => sum + (Number(row.time) <= tau ? riskRow(row).events : 0), 0);
      return [{dimension: dimension!, member: member!, customers, events, own, gap: other && gapChange(other, own)}];
    });
    return [...groupRows(made, (each) => String(each.dimension)).values()].flatMap((family) => {
      const adjusted = benjaminiHochberg(
        family.map(({gap}) => (gap ? normalTwoSided(gap.estimate / gap.se) : Number.NaN)),
      );
      return family.map(({dimension, member, customers, events, own, gap}, index) => ({
        dimension,
        member,
        clock: byClock[0]!.clock!,
        months,
        customers,
        lost: events,
        value: own.estimate / unit,
        lo: own.low / unit,
        hi: own.high / unit,
        difference: gap ? finite(gap.estimate / unit) : null,
        difference_lo: gap ? finite(gap.low / unit) : null,
        difference_hi: gap ? finite(gap.high / unit) : null,
        p_adjusted: finite(adjusted[index]!),
        flag: customers < 10 ? "suppressed" : customers < 30 ? "hollow" : "",
      }));
    });
  });
}

const curveOf = (rows: readonly MartRow[]) => kaplanMeier(rows.map(riskRow), {minAtRisk: 10});

function without(whole: readonly MartRow[], part: readonly MartRow[]): MartRow[] {
  const minus = new Map(part.map((row) => [Number(row.time), row]));
  const less = (row: MartRow, name: string) => Number(row[name]) - Number(minus.get(Number(row.time))?.[name] ?? 0);
  return whole.map((row) => ({
    ...row,
    entered: less(row, "entered"),
    lost: less(row, "lost"),
    ended: less(row, "ended"),
    censored: less(row, "censored"),
  }));
}

/** Share lost to each cause by whole months as a customer (Aalen-Johansen); with those still there they add up to 1. */
export function causeIncidence(rows: readonly MartRow[]): MartRow[] {
  const z = normalMultiplier(0.95);
  return [...groupRows(rows, (row) => String(row.clock)).values()].flatMap((group) => {
    const unit = monthsPer(group[0]!.clock);
    const table: CauseRow[] = [...groupRows(group, (row) => String(row.time)).values()].map((moment) => ({
      time: Number(moment[0]!.time),
      entered: moment.reduce((sum, row) => sum + Number(row.entered), 0),
      exited: moment.reduce((sum, row) => sum + Number(row.exited), 0),
      events: Object.fromEntries(
        moment.filter(({cause}) => cause !== "").map((row) => [String(row.cause), Number(row.exited)]),
      ),
    }));
    const steps = cumulativeIncidence(table, {minAtRisk: 10});
    const end = Math.floor((steps.at(-1)?.time ?? 0) / unit);
    const counts = table.map(({events, ...row}) => ({...row, events: 0}));
    return Array.from({length: end + 1}, (_, month) => month).flatMap((month) => {
      const reading = endOfMonth(month, group[0]!.clock);
      const step = steps.findLast(({time}) => time <= reading);
      if (!step) return [];
      return Object.entries(step.incidence).map(([cause, value]) => ({
        clock: group[0]!.clock!,
        month,
        cause,
        value,
        lo: Math.max(0, value - z * step.se[cause]!),
        hi: Math.min(1, value + z * step.se[cause]!),
        n_risk: atRiskAt(counts, Math.max(1, reading)),
        still_there: step.event_free,
      }));
    });
  });
}

/** Share of each cohort still there at each age; ages not yet reached have no row. */
export function cohortShares(rows: readonly MartRow[]): MartRow[] {
  const ages = [...new Set(rows.map((row) => Number(row.age_months)))].sort((a, b) => a - b);
  const cohorts = [...groupRows(rows, (row) => String(row.cohort))];
  const {cells, pooled} = cohortTriangle(
    cohorts.map(([, group]) => ({
      size: Number(group[0]!.size),
      kept: ages.map((age) => {
        const cell = group.find((row) => Number(row.age_months) === age);
        return cell ? Number(cell.kept) : null;
      }),
    })),
  );
  const cell = (
    cohort: string,
    {age, n, interval}: {age: number; n: number; interval: {estimate: number; low: number; high: number}},
  ) => ({
    cohort,
    age_months: age,
    n,
    value: n < 10 ? null : interval.estimate,
    lo: n < 10 ? null : interval.low,
    hi: n < 10 ? null : interval.high,
    flag: n < 10 ? "suppressed" : n < 30 ? "hollow" : "",
  });
  return [
    ...cohorts.flatMap(([cohort, group], place) =>
      ages.flatMap((age, column) => {
        const interval = cells[place]![column];
        return interval ? [cell(cohort, {age, n: Number(group[0]!.size), interval})] : [];
      }),
    ),
    ...ages.map((age, column) => cell("all", {age, n: pooled[column]!.n, interval: pooled[column]!})),
  ];
}

/** Gross (what stays, at most 100 %) and net revenue retention of a month, weighted by what each customer paid. */
export function revenueRetention(rows: readonly MartRow[]): MartRow[] {
  return rows.map((row) => {
    const of = (name: string) => Number(row[name]);
    const ratio = (part: "kept" | "closing") => {
      const made = clusterRatio({
        n: of("opening_amount"),
        total: of(`${part}_amount`),
        customers: of("customers"),
        sum_total_sq: of(`${part}_sq`),
        sum_total_n: of(`${part}_opening`),
        sum_n_sq: of("opening_sq"),
      });
      const half = tQuantile(0.975, Math.max(1, of("customers") - 1)) * made.se;
      return {value: made.estimate, lo: made.estimate - half, hi: made.estimate + half};
    };
    const hidden = of("customers") < 10;
    const [gross, net] = [ratio("kept"), ratio("closing")];
    const shown = (value: number) => (hidden ? null : finite(value));
    return {
      month: row.month!,
      customers: row.customers!,
      opening_amount: shown(of("opening_amount")),
      lost_amount: shown(of("lost_amount")),
      ended_otherwise_amount: shown(of("ended_otherwise_amount")),
      gross: shown(gross.value),
      gross_lo: shown(gross.lo),
      gross_hi: shown(Math.min(1, gross.hi)),
      net: shown(net.value),
      net_lo: shown(net.lo),
      net_hi: shown(net.hi),
    };
  });
}
