import {metricBesideText, metricBothText} from "../../facts/beside.js";
import {metricChange} from "../../facts/change.js";
import {metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spokenName} from "../../metrics/spoken.js";
import {normalMultiplier} from "../../stats/numbers/distributions.js";
import {formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {spaced} from "../../words/spaced.js";
import {evidence} from "./evidence.js";
import type {Line} from "./letter.js";

/** The measures that are looked at for news, so that one of many is not called news by chance. */
const watched = 10;

/**
 * Which way a measure clearly moved since last month, or since the same month of last year where only one of the two has
 * the Spring Festival; at the confidence of all that are watched (Bonferroni): the limits are widened in proportion, side
 * by side. Undefined where it cannot be told.
 */
export function hasMoved(view: ReportView, metric: string): "up" | "down" | undefined {
  if (!view.month) return undefined;
  const to = view.month;
  const last = metricChange(view, {metric, from: shiftMonth(to, -1), to});
  const change = last?.verdict === "shifted" ? metricChange(view, {metric, from: shiftMonth(to, -12), to}) : last;
  if (change?.verdict !== "clear") return undefined;
  const near = change.difference > 0 ? change.difference - change.lo : change.hi - change.difference;
  const wider = normalMultiplier(1 - 0.05 / watched) / normalMultiplier(0.95);
  return Math.abs(change.difference) > near * wider ? (change.difference > 0 ? "up" : "down") : undefined;
}

/** Measures that clearly moved since last month, each as a line. */
export const movedLines = (view: ReportView, measures: readonly {metric: MetricId; href: string}[]): Line[] =>
  measures.flatMap(({metric, href}) => {
    const way = hasMoved(view, metric);
    const row = way ? metricTotal(view, {metric, period: view.month ?? ""}) : undefined;
    if (!row) return [];
    const {unit} = metricOf(metric);
    const value = formatNumber(row.value, unit, view);
    const name = spokenName(view, metric);
    const said = `${spaced(`${name} `)}${value}`;
    return [
      {
        text: [`${said}${metricBesideText(view, metric)}`, ...metricBothText(view, metric)].join(
          say(view, {zh: "；", en: "; "}),
        ),
        evidence: evidence(view, row, unit),
        href,
        news: say(view, {
          zh: `${spaced(name)}${way === "up" ? "升" : "降"}到 ${value}`,
          en: `${name} ${way} to ${value}`,
        }),
      },
    ];
  });
