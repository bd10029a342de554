import {metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {dimensionName} from "../../words/dimensions.js";
import {type FigureOrMissing, isMissing} from "../figure.js";
import {metricBySegment} from "../forms/by-segment.js";
import {missingFigure} from "../forms/missing.js";

/** The mean overall score by group, and of all as its first row. Of two answers only, the satisfied say the same. */
export function scoreBySegment(view: ReportView, dimensions: readonly string[]): FigureOrMissing {
  const id = "score-by-segment";
  const [total, satisfied] = (["csat_score", "csat"] as const).map((metric) =>
    metricTotal(view, {metric, period: "window"}),
  );
  if (total?.value != null && total.value === satisfied?.value)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {
        zh: "各类客户的平均分（量表多于两档时）",
        en: "mean scores by kind of customer, on a scale of more than two steps",
      },
    });
  const figure = metricBySegment(view, {id, metric: "csat_score", dimensions});
  if (isMissing(figure) || !total) return figure;
  const whole: Readonly<Record<string, string | number | null | undefined>> = {
    ...total,
    label: dimensionName(view, "all"),
    rest: null,
    beside: "",
  };
  const {columns, rows} = figure.table;
  return {...figure, table: {columns, rows: [columns.map((each) => whole[each.id] ?? null), ...rows]}};
}
