import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {familyConfidence} from "../../stats/comparisons/family-confidence.js";
import {gapChange} from "../../stats/comparisons/gap-change.js";
import {normalMultiplier, normalTwoSided} from "../../stats/numbers/distributions.js";
import type {Interval} from "../../stats/numbers/interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {kaplanMeier, type SurvivalCurve} from "../../stats/survival/kaplan-meier.js";
import {restrictedMean} from "../../stats/survival/restricted-mean.js";
import {survivalQuantile} from "../../stats/survival/survival-quantile.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {sum} from "../shape/sum.js";
import {table} from "../shape/table.js";
import {clock, monthsPer, type RetentionTime, retentionTimes, riskRow} from "./retention-curves.js";

const known = number.nullable();

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
      lost: count.nullable(),
      value: known,
      lo: known,
      hi: known,
      ...limitColumns("median"),
      ...limitColumns("difference"),
      p_adjusted: known,
      flag,
    },
    derive: retentionMeans,
  }),
};

interface Group {
  readonly dimension: string;
  readonly member: string;
  readonly rows: readonly RetentionTime[];
  readonly customers: number;
  readonly curve: SurvivalCurve;
  /** Whole months up to which its mean can be told; 0 where its curve does not begin at 0. */
  readonly reach: number;
}

/**
 * Months a customer stays of so many first ones: restricted mean per member, the month by which half are gone, and the
 * difference to everybody else, Benjamini-Hochberg within the dimension, with limits that agree with it. The months are the data's own choice, see
 * `horizonOf`; years of joining have a horizon of their own, since each is known for another length. A member whose
 * curve begins later or ends sooner has no mean, but a median where half are gone.
 */
export function retentionMeans(rows: readonly RetentionTime[]) {
  return [...groupRows(rows, ({clock}) => clock).values()].flatMap((byClock) => {
    const unit = monthsPer(byClock[0]!.clock);
    const groups = groupsOf(byClock, unit);
    const isCohort = ({dimension}: Group) => dimension === "cohort";
    return [groups.filter((group) => !isCohort(group)), groups.filter(isCohort)].flatMap((compared) => {
      const months = horizonOf(compared);
      if (months < 3) return [];
      const whole = byClock.filter(({dimension}) => dimension === "all");
      return [...groupRows(compared, ({dimension}) => dimension).values()].flatMap((family) =>
        meansOf(family, {whole, months, unit}),
      );
    });
  });
}

/**
 * The number of months for which most can be said: customers of the groups that still have ten at risk by then, times
 * the months. Groups that are known for less are not compared.
 */
function horizonOf(groups: readonly Group[]): number {
  const said = (months: number) =>
    months * groups.reduce((total, {reach, customers}) => total + (reach >= months ? customers : 0), 0);
  return groups
    .map(({reach}) => reach)
    .filter(Number.isFinite)
    .reduce((best, months) => (said(months) > said(best) ? months : best), 0);
}

function groupsOf(rows: readonly RetentionTime[], unit: number): Group[] {
  return [...groupRows(rows, (row) => `${row.dimension}|${row.member}`).values()].map((own) => {
    const {dimension, member} = own[0]!;
    const curve = curveOf(own);
    return {dimension, member, rows: own, customers: sum(own, "entered"), curve, reach: reachOf(curve, unit)};
  });
}

/** Where all have left the mean is known however long one looks. */
function reachOf(curve: SurvivalCurve, unit: number): number {
  if (!(curve.start <= 0.5 * unit)) return 0;
  return curve.steps.at(-1)?.surv === 0 ? Number.POSITIVE_INFINITY : Math.floor(curve.end / unit);
}

function meansOf(
  family: readonly Group[],
  {whole, months, unit}: {whole: readonly RetentionTime[]; months: number; unit: number},
) {
  const tau = months * unit;
  const inMonths = ({estimate, low, high}: Interval) => ({
    estimate: estimate / unit,
    low: low / unit,
    high: high / unit,
  });
  const made = family.map(({dimension, rows, curve, reach}) => {
    if (reach < months) return {};
    const own = restrictedMean(curve, tau);
    const rest = dimension === "all" ? undefined : curveOf(without(whole, rows));
    const isKnown = rest !== undefined && reachOf(rest, unit) >= months;
    return {own, gap: isKnown ? gapChange(restrictedMean(rest, tau), own) : undefined};
  });
  const adjusted = benjaminiHochberg(made.map(({gap}) => (gap ? normalTwoSided(gap.estimate / gap.se) : Number.NaN)));
  const gaps = made.flatMap(({gap}) => (gap ? [gap] : []));
  const limitsAt = ({estimate, se}: Gap, confidence: number): Interval => {
    const half = normalMultiplier(confidence) * se;
    return {estimate, low: estimate - half, high: estimate + half};
  };
  const confidence = familyConfidence(gaps.length, (at, level) => {
    const {low, high} = limitsAt(gaps[at]!, level);
    return low > 0 || high < 0;
  });
  return family.map(({dimension, member, rows, customers, curve}, index) => {
    const {own, gap} = made[index] as (typeof made)[number];
    const mean = own && inMonths(own);
    return {
      dimension,
      member,
      clock: rows[0]!.clock,
      months,
      customers,
      lost: rows.reduce((total, row) => total + (row.time <= tau ? riskRow(row).events : 0), 0),
      value: finite(mean?.estimate),
      lo: finite(mean?.low),
      hi: finite(mean?.high),
      ...limits("median", curve.start <= 0.5 * unit ? inMonths(survivalQuantile(curve, 0.5)) : undefined),
      ...limits("difference", gap && inMonths(limitsAt(gap, confidence))),
      p_adjusted: finite(adjusted[index]!),
      flag: smallN({n: customers}).flag,
    };
  });
}

type Gap = ReturnType<typeof gapChange>;

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
