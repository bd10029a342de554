import {headlinePeriod, isCounted, type MetricRow, metricTotal} from "../facts/metric.js";
import type {ReportView} from "../facts/view.js";
import {isMetric, metricOf} from "../metrics/catalogue.js";
import {formatMonth, formatNumber} from "../words/format.js";
import {periodName} from "../words/period.js";
import {say} from "../words/say.js";
import type {Unit} from "../words/unit.js";

/** A sum that a reader can redo: whose numbers, the sum, and what comes of it. */
export interface Sum {
  /** Month, group or product that the numbers are of. */
  readonly of: string;
  readonly sum: string;
  readonly value: number | null;
  readonly unit: Unit;
}

/** A number with so many decimals, without a word after it. */
export const exact = ({language}: ReportView, value: number, digits: number): string =>
  formatNumber(Number(value.toFixed(digits)), digits === 1 ? "hours" : "count", {language, bare: true});

export const wholeNumber = ({language}: ReportView, value: number): string => formatNumber(value, "count", {language});

export const divided = (
  view: ReportView,
  [part, whole]: readonly [number, number],
  words?: {zh: [string, string]; en: [string, string]},
) => {
  const [a, b] = words?.[view.language] ?? ["", ""];
  const term = (value: number, word: string) => `${wholeNumber(view, value)}${word ? ` ${word}` : ""}`;
  return `${term(part, a)} ÷ ${term(whole, b)}`;
};

/** Month and row of a metric: of the month that headlines speak of, else of the whole period. */
function totalOf(view: ReportView, metric: string): {row: MetricRow; of: string} | undefined {
  const month = headlinePeriod(view);
  const own = metricTotal(view, {metric, period: month});
  if (own && own.value !== null && month !== "window") return {row: own, of: formatMonth(month, view)};
  const whole = metricTotal(view, {metric, period: "window"});
  return whole && whole.value !== null ? {row: whole, of: periodName(view)} : undefined;
}

/** Of shares and of the net promoter score: counts at both ends. */
export function metricSum(view: ReportView, metric: string): Sum | undefined {
  const found = totalOf(view, metric);
  if (!found || !isCounted(found.row) || !isMetric(metric)) return undefined;
  const {of, row} = found;
  const {kind, unit} = metricOf(metric);
  const {n, positive, negative, value} = row;
  if (kind === "nps" && isNear((100 * (positive - negative)) / n, value))
    return {
      ...{of, value, unit},
      sum: say(view, {
        zh: `100 ×（推荐者 ${positive} − 贬损者 ${negative}）÷ ${wholeNumber(view, n)} 份回答`,
        en: `100 × (${positive} promoters − ${negative} detractors) ÷ ${wholeNumber(view, n)} answers`,
      }),
    };
  return kind === "share" && isNear(positive / n, value)
    ? {of, value, unit, sum: divided(view, [positive, n])}
    : undefined;
}

export const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-5 * Math.max(1, Math.abs(other));
