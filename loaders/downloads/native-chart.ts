import type {Figure, Language, Point, Unit} from "../../src/figures/figure.js";
import {textWidth} from "../../src/figures/text-width.js";
import {formatNumber} from "../../src/format.js";
import {barChart, stackedChart} from "./bar-chart.js";
import {type ChartData, chartData} from "./chart-data.js";
import {fill, line, shape, textProperties} from "./chart-fragments.js";
import type {ChartInput, ChartWords} from "./chart-series.js";
import {dotChart} from "./dot-chart.js";
import {funnelChart} from "./funnel-chart.js";
import {lineChart, needsLegend} from "./line-chart.js";
import {scatterChart} from "./scatter-chart.js";
import {stepChart} from "./step-chart.js";

const forms: Readonly<Partial<Record<Figure["form"], (input: ChartInput) => string>>> = {
  dots: dotChart,
  bars: barChart,
  columns: barChart,
  stacked: stackedChart,
  lines: lineChart,
  steps: stepChart,
  funnel: funnelChart,
  scatter: scatterChart,
};

/** Whether PowerPoint and Excel have a chart of their own for the figure. */
export const hasNativeChart = ({form, series}: Figure): boolean => form in forms && series.length > 0;

/**
 * The figure as a chart part of PowerPoint or Excel and the sheet behind it. `externalData` is the id of the
 * relation to the embedded workbook; without it the chart reads the named sheet of its own workbook.
 * @throws Error for a form without a native chart (sankey, table).
 */
export const nativeChart = (
  figure: Figure,
  {
    words,
    externalData,
    sheet = "data",
    column = 0,
    row = 0,
  }: {words: ChartWords; externalData?: string; sheet?: string; column?: number; row?: number},
): {xml: string; data: ChartData} => {
  const form = forms[figure.form];
  if (!form) throw new Error(`no native chart for the form ${figure.form}`);
  const data = chartData({sheet, column, row});
  const plot = form({figure, data, words});
  const legend = needsLegend(figure)
    ? `<c:legend><c:legendPos val="t"/>${hiddenEntries(figure, plot)}<c:overlay val="0"/>${textProperties({size: 11})}</c:legend>`
    : "";
  const xml = [
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout(figure, words.language)}${plot}${shape(fill(null))}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    shape(fill(null) + line(null)),
    textProperties(),
    externalData ? `<c:externalData r:id="${externalData}"><c:autoUpdate val="0"/></c:externalData>` : "",
    "</c:chartSpace>",
  ].join("");
  return {xml, data};
};

/** Series that only carry labels and lines are not in the key. */
const hiddenEntries = ({form, series}: Figure, plot: string): string => {
  const extra = form === "dots" ? (plot.match(/<c:ser>/g)?.length ?? 0) - series.length : 0;
  return Array.from(
    {length: extra},
    (_, index) => `<c:legendEntry><c:idx val="${series.length + index}"/><c:delete val="1"/></c:legendEntry>`,
  ).join("");
};

/** Room kept free inside the frame where labels stand beside the plot: row names of dots, names of lines. */
const layout = (
  {form, categories, series, reference, category_title, value_title, unit}: Figure,
  language: Language,
): string => {
  const inch = (text: string): number => textWidth(text, {size: 11}) / 72;
  const width = 8.2;
  const names = Math.max(0, ...series.map(({name}) => inch(name)), reference ? inch(reference.label) * 0.95 : 0);
  let [left, right, top] = [0, 0, 0.03];
  const bottom = category_title || (form === "dots" && value_title) ? 0.16 : 0.1;
  if (form === "dots") {
    left = Math.min(0.45, (Math.max(0.5, ...categories.map(inch)) + 0.2) / width);
    right =
      0.03 +
      Math.max(0.5, ...series.flatMap(({points}) => points.map((point) => inch(valueText(point, {unit, language}))))) /
        width;
    top = series.length > 1 || reference ? 0.09 : 0.03;
  } else if ((form === "lines" || form === "steps" || form === "funnel") && (series.length > 1 || reference)) {
    left = 0.085;
    right = Math.min(0.3, (names + 0.25) / width);
  } else return "<c:layout/>";
  const [w, h] = [1 - left - right, 1 - top - bottom].map((value) => value.toFixed(4));
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${left.toFixed(4)}"/><c:y val="${top}"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout>`;
};

const valueText = ({value, n}: Point, {unit, language}: {unit: Unit; language: Language}): string =>
  `${formatNumber(value, unit, {language, bare: true})} · n=${formatNumber(n ?? null, "count", {language})}`;
