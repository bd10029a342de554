import {headlinePeriod, isShown, metricTotal} from "../../facts/metric.js";
import {recordsBehind, recordsTitle} from "../../facts/overview/records.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {listed} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "./estimate.js";
import {missingFigure} from "./missing.js";

/** Several shares of the window beside each other: promises, limits, callbacks. They are unlike, and none is ranked. */
export function serviceShares(
  view: ReportView,
  {id, metrics, shows}: {id: string; metrics: readonly MetricId[]; shows: {zh: string; en: string}},
): FigureOrMissing {
  const rows = metrics.flatMap((metric) => {
    const row = metricTotal(view, {metric, period: "window"});
    return row && isShown(row) ? [{metric, row}] : [];
  });
  const [first] = rows;
  if (!first)
    return missingFigure(view, {
      id,
      needs: [...new Set(metrics.flatMap((metric) => metricOf(metric).needs.map((need) => need.split(".")[0]!)))],
      shows,
    });
  const zh = view.language === "zh";
  const headline = headlinePeriod(view);
  const said = rows
    .slice(0, 3)
    .map(
      ({metric, row}, at) =>
        `${(at === 0 ? spokenName : spokenInside)(view, metric)} ${formatNumber(row.value, "share", view)}`,
    );
  const behind = recordsBehind(view, first.metric);
  const figure = estimateFigure(view, {
    id,
    title: listed(view, said),
    subtitle: `${shows[view.language]}${zh ? "；" : "; "}${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "指标" : "Measure",
    name: zh ? "占比" : "Share",
    metric: first.metric,
    marts: ["metric_by_segment"],
    n: rows.reduce((sum, {row}) => Math.max(sum, row.n), 0),
    rows: rows.map(({metric, row}) => ({...row, label: metricOf(metric)[view.language].name})),
    notes:
      headline === "window"
        ? []
        : rows
            .flatMap(({metric}) => {
              const now = metricTotal(view, {metric, period: headline});
              return now?.value == null
                ? []
                : [
                    zh
                      ? `本月${metricOf(metric).zh.name} ${formatNumber(now.value, "share", view)}（n=${formatNumber(now.n, "count", view)}）`
                      : `${metricOf(metric).en.name} this month: ${formatNumber(now.value, "share", view)} (n=${formatNumber(now.n, "count", view)})`,
                  ];
            })
            .slice(0, 3),
  });
  return behind ? {...figure, records: {href: behind.href, text: recordsTitle(view, behind)}} : figure;
}
