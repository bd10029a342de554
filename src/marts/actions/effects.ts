import {isAcross} from "../../metrics/breaks.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {ratioOfRatios} from "../../stats/comparisons/ratio-of-ratios.js";
import {normalMultiplier, normalTwoSided} from "../../stats/numbers/distributions.js";
import type {Interval} from "../../stats/numbers/interval.js";
import type {Report} from "../../words/report.js";
import {groupRows} from "../shape/groups.js";
import {finite} from "../shape/limits.js";
import {sum} from "../shape/sum.js";
import type {DeriveOptions} from "../shape/table.js";
import type {ActionEffect, ActionMonth} from "./months.js";
import {actionVerdict, type Judged} from "./verdict.js";

const span = 6;

interface Ratio extends Interval {
  readonly p: number;
}

/**
 * What became of each action: its metric in up to six whole months after the month it was done, over the six before
 * (ratio; 0.5: half as much). Counts by exact Poisson ratio, scores by the log of the ratio of means. Beside it the ratio
 * to the other complaint categories in the same months, those without an action of their own then, so that a general
 * fall is not taken for an effect. Benjamini-Hochberg over the actions, for each of the two ratios; fewer than two
 * months after: too early. Months that were counted otherwise than the one it was done in are none of these.
 */
export function actionEffects(rows: readonly ActionMonth[], {marks = []}: Pick<DeriveOptions, "marks"> = {}) {
  const made = [...groupRows(rows, ({action_id}) => action_id).values()].map((months) => stretches(months, marks));
  const [own, others] = [adjusted(made.map(({ratio}) => ratio)), adjusted(made.map((each) => each.others))];
  return made.map(({action, before, after, isRate}, index) => {
    const [ratio, beside] = [own[index], others[index]];
    return {
      ...action,
      months_before: before.length,
      months_after: after.length,
      before: ratio ? level(before, isRate) : null,
      after: ratio ? level(after, isRate) : null,
      before_n: ratio ? sum(before, isRate ? "events" : "n") : null,
      after_n: ratio ? sum(after, isRate ? "events" : "n") : null,
      ratio: finite(ratio?.estimate),
      lo: finite(ratio?.low),
      hi: finite(ratio?.high),
      p_adjusted: finite(ratio?.p_adjusted),
      against_others: finite(beside?.estimate),
      against_lo: finite(beside?.low),
      against_hi: finite(beside?.high),
      against_p_adjusted: finite(beside?.p_adjusted),
      effect: effectOf(action, {ratio, others: beside}),
    };
  });
}

/** The months before and after, and what became of the metric and of the other categories in them. */
function stretches(months: readonly ActionMonth[], marks: Report["marks"]) {
  const action = months[0]!;
  const isRate = months.some(({customer_months}) => customer_months !== null);
  // A rate has months only where it is known: of the latest, nobody can be known as lost yet.
  const done = action.done_month;
  const metric = action.metric === "complaints" || action.metric === null ? "complaint_rate" : action.metric;
  const sorted = months
    .filter(({month, customer_months}) => month !== "" && (!isRate || customer_months !== null))
    .filter(({month}) => done !== null && !isAcross({marks}, {metric, from: month, to: done}))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const before = sorted.filter(({month}) => done !== null && month < done).slice(-span);
  const after = sorted.filter(({month}) => done !== null && month > done).slice(0, span);
  const isEnough = before.length >= 2 && after.length >= 2;
  const ratio = !isEnough ? undefined : isRate ? eventRatio(after, before) : meanRatio(after, before);
  return {action, before, after, isRate, ratio, others: ratio && isRate ? besideOthers(after, before) : undefined};
}

/** With the p-value of each as adjusted over all of them. */
function adjusted(ratios: readonly (Ratio | undefined)[]): (Judged | undefined)[] {
  const all = benjaminiHochberg(ratios.map((ratio) => ratio?.p ?? Number.NaN));
  return ratios.map((ratio, index) => ratio && {...ratio, p_adjusted: all[index]!});
}

/** As actionVerdict, or early (too few months or records) · open (not done). */
function effectOf(
  {status, metric}: ActionMonth,
  {ratio, others}: {ratio: Judged | undefined; others: Judged | undefined},
): ActionEffect {
  if (!status.startsWith("done")) return "open";
  // From none to some the ratio has no upper end, but a lower one.
  if (!ratio || Number.isNaN(ratio.estimate)) return "early";
  const isUpGood = isMetric(metric ?? "") && metricOf(metric ?? "").better === "up";
  return actionVerdict(ratio, {others, isUpGood});
}

function eventRatio(after: readonly ActionMonth[], before: readonly ActionMonth[]): Ratio | undefined {
  const of = (rows: readonly ActionMonth[]) => ({events: sum(rows, "events"), exposure: sum(rows, "customer_months")});
  const [a, b] = [of(after), of(before)];
  return a.exposure > 0 && b.exposure > 0 && a.events + b.events >= 10 ? rateRatio(a, b) : undefined;
}

function meanRatio(after: readonly ActionMonth[], before: readonly ActionMonth[]): Ratio | undefined {
  const of = (rows: readonly ActionMonth[]) => {
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

/** Undefined where the others have too few complaints to be a measure of anything. */
function besideOthers(after: readonly ActionMonth[], before: readonly ActionMonth[]): Ratio | undefined {
  const of = (part: "events" | "other_events") => ({before: sum(before, part), after: sum(after, part)});
  const [own, others] = [of("events"), of("other_events")];
  return others.before + others.after >= 10 ? ratioOfRatios(own, others) : undefined;
}

/** Complaints per 10,000 customer-months, or the mean score. */
const level = (rows: readonly ActionMonth[], isRate: boolean): number | null =>
  isRate
    ? finite((sum(rows, "events") / sum(rows, "customer_months")) * 10_000)
    : finite(sum(rows, "total") / sum(rows, "n"));
