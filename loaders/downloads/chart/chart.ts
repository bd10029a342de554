import type {Figure} from "../../../src/figures/figure.js";
import {barChart, stackedChart} from "./bar.js";
import {type ChartData, chartData} from "./data.js";
import {dotChart} from "./dot.js";
import {fill, line, shape, textProperties} from "./fragments.js";
import {funnelChart} from "./funnel.js";
import {chartLayout} from "./layout.js";
import {lineChart, needsLegend} from "./line.js";
import {scatterChart} from "./scatter.js";
import {type ChartInput, type ChartLook, type ChartWords, deskLook} from "./series.js";
import {stepChart} from "./step.js";

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
    look = deskLook,
  }: {
    words: ChartWords;
    externalData?: string;
    sheet?: string;
    column?: number;
    row?: number;
    /** Defaults to that of a desk. */
    look?: ChartLook;
  },
): {xml: string; data: ChartData} => {
  const form = forms[figure.form];
  if (!form) throw new Error(`no native chart for the form ${figure.form}`);
  const data = chartData({sheet, column, row});
  const plot = form({figure, data, words, look});
  const legend = needsLegend(figure)
    ? `<c:legend><c:legendPos val="t"/>${hiddenEntries(figure, plot)}<c:overlay val="0"/>${textProperties({size: 11})}</c:legend>`
    : "";
  // A workbook keeps the cells of its charts on a sheet that is not shown.
  const xml = [
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${chartLayout(figure, words, look)}${plot}${shape(fill(null))}</c:plotArea>${legend}<c:plotVisOnly val="${externalData ? 1 : 0}"/><c:dispBlanksAs val="gap"/></c:chart>`,
    shape(fill(null) + line(null)),
    textProperties(),
    externalData ? `<c:externalData r:id="${externalData}"><c:autoUpdate val="0"/></c:externalData>` : "",
    "</c:chartSpace>",
  ].join("");
  return {xml: enlarged(xml, look), data};
};

/** Nothing smaller than this is read from the back of a room. */
const smallest = 1400;

const enlarged = (xml: string, {text}: ChartLook): string =>
  text === 1
    ? xml
    : xml.replace(
        / sz="(\d+)"/g,
        (_, size: string) => ` sz="${Math.max(smallest, Math.round((Number(size) * text) / 100) * 100)}"`,
      );

/** Series that only carry labels and lines are not in the key. */
const hiddenEntries = ({form, series}: Figure, plot: string): string => {
  const extra = form === "dots" ? (plot.match(/<c:ser>/g)?.length ?? 0) - series.length : 0;
  return Array.from(
    {length: extra},
    (_, index) => `<c:legendEntry><c:idx val="${series.length + index}"/><c:delete val="1"/></c:legendEntry>`,
  ).join("");
};
