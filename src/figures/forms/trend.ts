import {metricBesideText, metricBothText} from "../../facts/beside.js";
import {metricRows} from "../../facts/metric.js";
import {missingText, partNote, partSuffix, withheldText} from "../../facts/months.js";
import {metricPeriods, signalMarks, signalNotes, signalsOf} from "../../facts/signals.js";
import type {ReportView} from "../../facts/view.js";
import {weightNotes} from "../../facts/weights.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spokenName} from "../../metrics/spoken.js";
import {capital} from "../../words/capital.js";
import {formatMonths, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {controlLines} from "./control.js";
import {estimateFigure} from "./estimate.js";
import {missingFigure} from "./missing.js";
import {targetLine} from "./target.js";

/** A metric month by month with its intervals, or the one month that there is; the title says what changed against the month before, if anything can be told. */
export function metricTrend(view: ReportView, {id, metric}: {id: string; metric: MetricId}): FigureOrMissing {
  const entry = metricOf(metric);
  const {base} = entry[view.language];
  const name = spokenName(view, metric);
  const rows = metricRows(view, {metric, dimension: "all"}).filter(({period}) => period !== "window");
  const last = rows.find(({period}) => period === view.month);
  if (!view.month || !last)
    return missingFigure(view, {
      id,
      needs: entry.needs.map((need) => need.split(".")[0]!),
      shows: {zh: `各月${entry.zh.name}`, en: `${entry.en.name} by month`},
    });
  const at = {metric, month: view.month};
  const note = partNote(view, at);
  const comma = say(view, {zh: "，", en: ", "});
  const shown = `${name} ${formatNumber(last.value, entry.unit, view)}`;
  const zh = view.language === "zh";
  const signals = signalsOf(view, {
    periods: metricPeriods(view, metric),
    kind: entry.kind === "share" ? "share" : "value",
    metric,
  });
  const title = note ? `${shown}${partSuffix(view, at)}${comma}${note}` : `${shown}${metricBesideText(view, metric)}`;
  return estimateFigure(view, {
    id,
    title:
      last.flag === "missing"
        ? missingText(view, {...at, name})
        : last.value === null
          ? withheldText(view, {...at, name})
          : title,
    subtitle: `${capital(base)}${zh ? "；" : "; "}${formatMonths(rows[0]!.period, view.month, view)}`,
    form: "lines",
    unit: entry.unit,
    labels: zh ? "月份" : "Month",
    metric,
    marts: ["metric_by_segment"],
    rows: rows.map(({period, value, plain, lo, hi, n, n_eff, se, flag}) => ({
      label: period,
      value,
      plain,
      lo,
      hi,
      n,
      n_eff,
      se,
      flag,
    })),
    n: rows.reduce((sum, row) => sum + (row.n ?? 0), 0),
    notes: [
      ...weightNotes(view, {metric, period: view.month}),
      ...metricBothText(view, metric).map((text) => `${text}${zh ? "。" : "."}`),
      ...signalNotes(view, signals, entry.unit),
    ],
    ownMarks: signalMarks(signals),
    ...controlLines(view, {signals, months: rows.map(({period}) => period)}),
    ...targetLine(view, {metric, months: rows.map(({period}) => period)}),
  });
}
