import type {MartRow} from "../marts.js";
import {metricOf, metrics} from "../metrics.js";
import {benjaminiHochberg} from "../stats/benjamini-hochberg.js";
import {normalMultiplier, normalTwoSided} from "../stats/distributions.js";
import {rateRatio} from "../stats/rate-ratio.js";
import {groupRows} from "./group-rows.js";
import {daysPerMonth} from "./rates.js";

const span = 6;

interface Ratio {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/**
 * What became of each action: its metric in up to six whole months after the month it was done, over the six before
 * (ratio; 0.5: half as much). Counts by exact Poisson ratio, scores by the log of the ratio of means. Beside it the ratio
 * against the other complaint categories in the same months, so that a general fall is not taken for an effect.
 * Benjamini-Hochberg over the actions; fewer than two months after: too early.
 */
export function actionEffects(rows: readonly MartRow[]): MartRow[] {
  const made = [...groupRows(rows, (row) => String(row.action_id)).values()].map((months) => {
    const action = months[0]!;
    const sorted = months
      .filter(({month}) => month !== "")
      .sort((a, b) => (String(a.month) < String(b.month) ? -1 : 1));
    const before = sorted
      .filter(({month}) => action.done_month !== null && String(month) < String(action.done_month))
      .slice(-span);
    const after = sorted
      .filter(({month}) => action.done_month !== null && String(month) > String(action.done_month))
      .slice(0, span);
    const isRate = sorted.some(({days}) => days !== null);
    const isEnough = before.length >= 2 && after.length >= 2;
    const ratio = !isEnough ? undefined : isRate ? eventRatio(after, before, "events") : meanRatio(after, before);
    const others =
      isEnough && isRate && sum(before, "other_events") > 0 ? eventRatio(after, before, "other_events") : undefined;
    return {action, before, after, isRate, ratio, others};
  });
  const adjusted = benjaminiHochberg(made.map(({ratio}) => ratio?.p ?? Number.NaN));
  return made.map(({action, before, after, isRate, ratio, others}, index) => {
    const {
      action_id,
      cause,
      department,
      owner,
      opened_date,
      due_date,
      done_date,
      metric,
      category,
      region,
      note,
      status,
    } = action;
    const relative = ratio && others && aside(ratio, others);
    return {
      action_id: action_id!,
      cause: cause ?? null,
      department: department ?? null,
      owner: owner ?? null,
      opened_date: opened_date ?? null,
      due_date: due_date ?? null,
      done_date: done_date ?? null,
      metric: metric ?? null,
      category: category ?? null,
      region: region ?? null,
      note: note ?? null,
      status: status!,
      days_late: action.days_late ?? null,
      months_before: before.length,
      months_after: after.length,
      before: ratio ? level(before, isRate) : null,
      after: ratio ? level(after, isRate) : null,
      before_n: ratio ? sum(before, isRate ? "events" : "n") : null,
      after_n: ratio ? sum(after, isRate ? "events" : "n") : null,
      ratio: finite(ratio?.estimate),
      lo: finite(ratio?.low),
      hi: finite(ratio?.high),
      p_adjusted: finite(adjusted[index]),
      against_others: finite(relative?.estimate),
      against_lo: finite(relative?.low),
      against_hi: finite(relative?.high),
      effect: effectOf({status: String(status), metric: String(metric), ratio, p: adjusted[index]!, relative}),
    };
  });
}

/** better · worse · none (no change shown) · early (too few months) · open (not done). */
function effectOf({
  status,
  metric,
  ratio,
  p,
  relative,
}: {
  status: string;
  metric: string;
  ratio: Ratio | undefined;
  p: number;
  relative: Omit<Ratio, "p"> | undefined;
}): string {
  if (!status.startsWith("done")) return "open";
  if (!ratio || !Number.isFinite(ratio.estimate)) return "early";
  const isClear = p <= 0.05 && (ratio.high < 1 || ratio.low > 1);
  // Where all complaints fell alike, the fall is nobody's merit.
  const holds = !relative || (ratio.estimate < 1 ? relative.high < 1 : relative.low > 1);
  if (!isClear || !holds) return "none";
  const isUpGood = metrics.some(({id}) => id === metric) && metricOf(metric).better === "up";
  return ratio.estimate > 1 === isUpGood ? "better" : "worse";
}

function eventRatio(after: readonly MartRow[], before: readonly MartRow[], part: string): Ratio | undefined {
  const of = (rows: readonly MartRow[]) => ({events: sum(rows, part), exposure: sum(rows, "days")});
  const [a, b] = [of(after), of(before)];
  return a.exposure > 0 && b.exposure > 0 && a.events + b.events >= 10 ? rateRatio(a, b) : undefined;
}

function meanRatio(after: readonly MartRow[], before: readonly MartRow[]): Ratio | undefined {
  const of = (rows: readonly MartRow[]) => {
    const n = sum(rows, "n");
    const mean = sum(rows, "total") / n;
    return {n, mean, relative: (sum(rows, "total_sq") / n - mean * mean) / (n * mean * mean)};
  };
  const [a, b] = [of(after), of(before)];
  if (!(a.n >= 30 && b.n >= 30 && a.mean > 0 && b.mean > 0)) return undefined;
  const [log, se] = [Math.log(a.mean / b.mean), Math.sqrt(a.relative + b.relative)];
  const z = normalMultiplier(0.95);
  return {
    estimate: a.mean / b.mean,
    low: Math.exp(log - z * se),
    high: Math.exp(log + z * se),
    p: normalTwoSided(log / se),
  };
}

/** Ratio of two ratios; its log has the summed variances of both, read off their limits. */
function aside(own: Ratio, others: Ratio): Omit<Ratio, "p"> {
  const z = normalMultiplier(0.95);
  const width = ({low, high}: Ratio) => Math.log(high / low) / (2 * z);
  const log = Math.log(own.estimate / others.estimate);
  const se = Math.hypot(width(own), width(others));
  return {estimate: Math.exp(log), low: Math.exp(log - z * se), high: Math.exp(log + z * se)};
}

/** Complaints per 10,000 customer-months, or the mean score. */
const level = (rows: readonly MartRow[], isRate: boolean): number | null =>
  isRate
    ? finite((sum(rows, "events") / (sum(rows, "days") / daysPerMonth)) * 10_000)
    : finite(sum(rows, "total") / sum(rows, "n"));

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;
