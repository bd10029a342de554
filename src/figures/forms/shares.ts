import {headlinePeriod, isShown, metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spaced, spokenName} from "../../metrics/spoken.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "./estimate.js";
import {missingFigure} from "./missing.js";

/** Several shares of the window beside each other, lowest first: promises, limits, callbacks. */
export function serviceShares(
  view: ReportView,
  {id, metrics, shows}: {id: string; metrics: readonly MetricId[]; shows: {zh: string; en: string}},
): FigureOrMissing {
  const rows = metrics
    .flatMap((metric) => {
      const row = metricTotal(view, {metric, period: "window"});
      return row && isShown(row) ? [{metric, row}] : [];
    })
    .sort((a, b) => a.row.value - b.row.value);
  const lowest = rows[0];
  if (!lowest)
    return missingFigure(view, {
      id,
      needs: [...new Set(metrics.flatMap((metric) => metricOf(metric).needs.map((need) => need.split(".")[0]!)))],
      shows,
    });
  const zh = view.language === "zh";
  const value = formatNumber(lowest.row.value, "share", view);
  const headline = headlinePeriod(view);
  const name = spokenName(view, lowest.metric);
  return estimateFigure(view, {
    id,
    title:
      rows.length === 1
        ? `${name}${zh ? "：" : ": "}${value}`
        : zh
          ? `${spaced(name)}为 ${value}，${rows.length} 项中最低`
          : `${name} ${value}: the lowest of ${rows.length}`,
    subtitle: `${shows[view.language]}${zh ? "；" : "; "}${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "指标" : "Measure",
    name: zh ? "占比" : "Share",
    metric: lowest.metric,
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
                      ? `本月${metricOf(metric).zh.name} ${formatNumber(now.value, "share", view)}（n=${now.n}）`
                      : `${metricOf(metric).en.name} this month: ${formatNumber(now.value, "share", view)} (n=${now.n})`,
                  ];
            })
            .slice(0, 3),
  });
}
