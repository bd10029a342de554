import {isAcross} from "../metrics/breaks.js";
import {metricOf} from "../metrics/catalogue.js";
import {differenceOf} from "../stats/comparisons/difference-of.js";
import {type Verdict, verdict} from "../stats/comparisons/verdict.js";
import {normalMultiplier} from "../stats/numbers/distributions.js";
import {formatMonth, formatMonthName, formatNumber} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {say} from "../words/say.js";
import type {Unit} from "../words/unit.js";
import {isShifted} from "./calendar.js";
import {isEstimated, metricTotal} from "./metric.js";
import {isWhole} from "./months.js";
import {closesBoth} from "./two-months.js";
import type {ReportView} from "./view.js";

/** A difference between two periods of one metric, and what may be said of it. */
export interface MetricChange {
  readonly metric: string;
  readonly from: string;
  readonly to: string;
  /** The value it is compared with. */
  readonly before: number;
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
  readonly n: number;
  readonly verdict: TimeVerdict;
}

/** What may be said of two months; nothing where only one of them has the Spring Festival. */
export type TimeVerdict = Verdict | "shifted";

/**
 * The change of a metric from one month to another: MOVER limits from both months' own limits. The two months' answers
 * are taken as independent. Undefined where either month is missing, withheld or not whole, or counted otherwise.
 */
export function metricChange(
  view: ReportView,
  {metric, from, to}: {metric: string; from: string; to: string},
): MetricChange | undefined {
  if (metricOf(metric).ages) return undefined;
  if (![from, to].every((month) => isWhole(view, {metric, month}))) return undefined;
  if (isAcross(view, {metric, from, to})) return undefined;
  const before = metricTotal(view, {metric, period: from});
  const after = metricTotal(view, {metric, period: to});
  if (!before || !after || !isEstimated(before) || !isEstimated(after)) return undefined;
  const found = differenceBetween(metric, {before, after});
  return {
    metric,
    from,
    to,
    before: before.value,
    difference: found.difference,
    lo: found.low,
    hi: found.high,
    n: Math.min(before.n, after.n),
    verdict: isShifted(view, [from, to]) ? "shifted" : found.verdict,
  };
}

interface Estimated {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** The difference of two values of a metric (MOVER), and what may be said of it. */
export function differenceBetween(metric: string, {before, after}: {before: Estimated; after: Estimated}) {
  const {estimate, low, high} = differenceOf(asInterval(after), asInterval(before));
  const narrower = normalMultiplier(0.9) / normalMultiplier(0.95);
  return {
    difference: estimate,
    low,
    high,
    // 90 % limits from the 95 % ones, side by side in proportion: exact for symmetric limits.
    verdict: verdict({
      difference: estimate,
      low,
      high,
      low_90: estimate - (estimate - low) * narrower,
      high_90: estimate + (high - estimate) * narrower,
      delta: metricOf(metric).delta,
    }),
  };
}

/** The month compared with: "上月" or "Sep" where it is the one before, else with its year. */
export function monthCompared(view: ReportView, month: string): string {
  if (!view.month || month !== shiftMonth(view.month, -1)) return formatMonth(month, view);
  return view.language === "zh" ? "上月" : formatMonthName(month, view);
}

/** "较上月明显下降 3.2 个百分点" – never a direction where the data cannot tell one. */
export function changeText(view: ReportView, change: MetricChange | undefined): string {
  if (!change) return "";
  const {unit} = metricOf(change.metric);
  const month = monthCompared(view, change.from);
  const by = differenceText(view, {difference: Math.abs(change.difference), unit});
  const up = change.difference > 0;
  switch (change.verdict) {
    case "clear":
      return say(view, {
        zh: `较${month}明显${up ? "上升" : "下降"} ${by}`,
        en: `clearly ${up ? "up" : "down"} ${by} from ${month}`,
      });
    case "small":
      return say(view, {
        zh: `较${month}略${up ? "升" : "降"} ${by}，幅度小`,
        en: `slightly ${up ? "up" : "down"} from ${month}, by ${by}`,
      });
    case "none":
      return say(view, {zh: `与${month}基本持平`, en: `steady against ${month}`});
    case "shifted":
      return closesBoth(view, view.month) ? "" : shiftedText(view, {month, before: change.before, unit});
    case "unknown":
      return say(view, {
        zh: `${month} ${formatNumber(change.before, unit, view)}，可能是波动`,
        en: `${month} ${formatNumber(change.before, unit, view)}, could be chance`,
      });
  }
}

/** "上月 90.4%，春节错月，不作比较" */
const shiftedText = (view: ReportView, {month, before, unit}: {month: string; before: number; unit: Unit}): string => {
  const then = `${month} ${formatNumber(before, unit, view)}`;
  return say(view, {
    zh: `${then}，春节错月，不作比较`,
    en: `${then}, not compared: the Spring Festival lies in one of the two`,
  });
};

/** "去年同月 +68，明显下降 69 分": the same month of last year, where there is no month before to compare with. */
export function yearChangeText(view: ReportView, change: MetricChange | undefined): string {
  if (!change) return "";
  const {unit} = metricOf(change.metric);
  const {from, before, verdict: said} = change;
  const then = `${say(view, {zh: "去年同月", en: formatMonth(from, view)})} ${formatNumber(before, unit, view)}`;
  const by = differenceText(view, {difference: Math.abs(change.difference), unit});
  const isUp = change.difference > 0;
  const words = {
    clear: {zh: `明显${isUp ? "上升" : "下降"} ${by}`, en: `clearly ${isUp ? "up" : "down"} ${by}`},
    small: {zh: `略${isUp ? "升" : "降"} ${by}`, en: `slightly ${isUp ? "up" : "down"} by ${by}`},
    none: {zh: "基本持平", en: "steady"},
    unknown: {zh: "可能是波动", en: "could be chance"},
    shifted: {zh: "春节错月，不作比较", en: "not compared: the Spring Festival lies in one of the two"},
  };
  return say(view, {zh: `${then}，${words[said].zh}`, en: `${then}, ${words[said].en}`});
}

/** The size of a difference in the words of its unit: points of a percentage, NPS points, or the unit itself. */
export function differenceText(
  view: ReportView,
  {difference, unit}: {difference: number; unit: ReturnType<typeof metricOf>["unit"]},
): string {
  if (unit === "share")
    return say(view, {zh: `${(difference * 100).toFixed(1)} 个百分点`, en: `${(difference * 100).toFixed(1)} points`});
  if (unit === "nps") return say(view, {zh: `${Math.round(difference)} 分`, en: `${Math.round(difference)} points`});
  return formatNumber(difference, unit, view);
}

const asInterval = ({value, lo, hi}: Estimated) => ({estimate: value, low: lo, high: hi});
