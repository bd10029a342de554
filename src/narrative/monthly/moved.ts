import {metricBesideText} from "../../facts/beside.js";
import {metricChange} from "../../facts/change.js";
import {metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spaced, spokenName} from "../../metrics/spoken.js";
import {normalMultiplier} from "../../stats/numbers/distributions.js";
import {formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {evidence} from "./evidence.js";
import type {Line} from "./letter.js";

/** The measures that are looked at for news, so that one of many is not called news by chance. */
const watched = 10;

/**
 * Whether a measure clearly moved since last month, at the confidence of all that are watched (Bonferroni): the limits
 * are widened in proportion, side by side.
 */
export function hasMoved(view: ReportView, metric: string): boolean {
  if (!view.month) return false;
  const change = metricChange(view, {metric, from: shiftMonth(view.month, -1), to: view.month});
  if (change?.verdict !== "clear") return false;
  const near = change.difference > 0 ? change.difference - change.lo : change.hi - change.difference;
  const wider = normalMultiplier(1 - 0.05 / watched) / normalMultiplier(0.95);
  return Math.abs(change.difference) > near * wider;
}

/** Measures that clearly moved since last month, each as a line. */
export const movedLines = (view: ReportView, measures: readonly {metric: MetricId; href: string}[]): Line[] =>
  measures.flatMap(({metric, href}) => {
    const row = hasMoved(view, metric) ? metricTotal(view, {metric, period: view.month ?? ""}) : undefined;
    if (!row) return [];
    const {unit} = metricOf(metric);
    const said = `${spaced(`${spokenName(view, metric)} `)}${formatNumber(row.value, unit, view)}`;
    return [
      {
        text: `${said}${metricBesideText(view, metric)}`,
        evidence: evidence(view, row, unit),
        href,
        news: said,
      },
    ];
  });
