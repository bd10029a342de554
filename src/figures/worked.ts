import type {ReportView} from "../facts/view.js";
import {isMetric, metricOf, metrics} from "../metrics/catalogue.js";
import {formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import {ownSums} from "./worked-own.js";
import {exact, metricSum, type Sum} from "./worked-sums.js";

/**
 * How a metric is reckoned, with the numbers of this month (where it has none, of the whole period): "Complaint rate,
 * Oct 2026: 108 complaints ÷ 2,368.8 active customers × 10,000 = 455.9". Undefined where the records do not give it, or
 * where answers are weighted and no such sum gives the number.
 */
export function workedMetric(view: ReportView, metric: string): string | undefined {
  const made = (ownSums[metric] ?? metricSum)(view, metric);
  if (!made || made.value === null) return undefined;
  const {name} = isMetric(metric) ? metricOf(metric)[view.language] : {name: metric};
  return workedText(view, {...made, name, value: made.value});
}

/** One sum as it is written everywhere; numbers of its name and period stand before the colon. */
export const workedText = (
  view: ReportView,
  {name, of, sum: left, value, unit}: Sum & {readonly name: string; readonly value: number},
): string => {
  const right =
    unit === "nps" ? exact(view, value, 1) : formatNumber(value, unit, {language: view.language, bare: true});
  return say(view, {zh: `${name}（${of}）：${left} = ${right}`, en: `${name} (${of}): ${left} = ${right}`});
};

/** The sums of all metrics of the catalogue that the records give, by metric. */
export const workedMetrics = (view: ReportView): ReadonlyMap<string, string> =>
  new Map(
    metrics.flatMap(({id}) => {
      const text = workedMetric(view, id);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
