import {type Document, type Element, XMLSerializer} from "@xmldom/xmldom";
import type {Figure} from "../../../src/figures/figure.js";
import {formatMonth} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {chartCells, chartData, numberReference, seriesName} from "../chart/data.js";
import {errorBars} from "../chart/fragments.js";
import {addCategories, addSeries, categoryReference, deskLook, extent} from "../chart/series.js";
import {downloadWords} from "../contents/words.js";
import {type DeckMemory, elementsOf} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {freePath, type OfficePackage, partText, relate, relationsOf, setPart} from "../office/package.js";
import {spreadsheet} from "../office/spreadsheet.js";
import {linkWorkbook} from "../update/frames.js";
import {workbookOf} from "../update/workbook.js";
import {fitAxes} from "./own-axes.js";
import {putPoints, xyAxes, xyForms} from "./own-points.js";
import {anotherSeries, dropPointsBeyond, setParts} from "./own-series.js";

/** Kinds of charts whose series are values by category. */
const plots = ["c:barChart", "c:lineChart", "c:areaChart", "c:pieChart", "c:doughnutChart", "c:radarChart"];
/** Kinds of charts whose series are points. */
const xyPlots = ["c:scatterChart"];
/** Figures that are values by category. */
const forms: readonly Figure["form"][] = ["bars", "columns", "lines", "dots", "stacked"];

interface Place {
  readonly file: OfficePackage;
  /** Of the slide. */
  readonly path: string;
  readonly language: Language;
  readonly date: string;
  /** Of the shape. */
  readonly name: string;
  readonly memory: DeckMemory;
}

/**
 * Puts a figure's numbers into a chart that a company drew itself: colours, type, axes, titles and fonts stay theirs, and
 * intervals come as error bars. False where their kind of chart cannot show the figure.
 */
export function fillOwnChart(
  frame: Element,
  figure: Figure,
  {file, path, language, date, name, memory}: Place,
): boolean {
  const id = elementsOf(frame, "c:chart")[0]?.getAttribute("r:id");
  const part = relationsOf(file, path).find((relation) => relation.id === id)?.target;
  if (!part || !file.parts.has(part) || figure.series.length === 0) return false;
  const chart = parseXml(partText(file, part));
  const theirs = elementsOf(chart, "c:ser");
  const kinds = theirs.map((series) => series.parentNode?.nodeName ?? "");
  const isXy = xyForms.includes(figure.form);
  if (theirs.length === 0 || kinds.some((kind) => !(isXy ? xyPlots : plots).includes(kind))) return false;
  if (!isXy && !forms.includes(figure.form)) return false;
  const isRound = kinds.some((kind) => ["c:pieChart", "c:doughnutChart"].includes(kind));
  if (isRound && figure.series.length > 1) return false;
  const cells = isXy
    ? putPoints(theirs, {figure, language})
    : putSeries(chart, theirs, {figure, language, has_bars: !isRound && !kinds.includes("c:radarChart")});
  const end = fitAxes(chart, isXy ? xyAxes(figure) : () => ({values: extent(figure), unit: figure.unit}), {
    ours: memory.get(endKey(name)),
  });
  if (end !== undefined) memory.set(endKey(name), end);
  const book = workbookOf(file, part);
  const target = book ?? freePath(file, {folder: "ppt/embeddings", stem: "workbook", extension: "xlsx"});
  setPart(file, target, {
    content: spreadsheet([{name: "data", rows: cells, widths: (cells[0] ?? []).map(() => 14)}], {
      title: figure.title,
      date,
    }),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
  if (!book) linkWorkbook(chart, relate(file, part, {type: "package", target}));
  setPart(file, part, {content: new XMLSerializer().serializeToString(chart)});
  return true;
}

/** Each series of the figure in the look of theirs in the same place; more than they have are as their last. */
function putSeries(
  chart: Document,
  theirs: readonly Element[],
  {figure, language, has_bars}: {figure: Figure; language: Language; has_bars: boolean},
): ReturnType<typeof chartCells> {
  const isMonths = figure.category_kind === "month" && elementsOf(chart, "c:dateAx").length === 0;
  const input = {
    figure: isMonths
      ? {
          ...figure,
          category_kind: "text" as const,
          categories: figure.categories.map((month) => formatMonth(month, {language})),
        }
      : figure,
    data: chartData(),
    words: downloadWords[language].chart,
    look: deskLook,
  };
  const categories = addCategories(input);
  for (const extra of theirs.slice(figure.series.length)) extra.parentNode?.removeChild(extra);
  for (const [at, each] of figure.series.entries()) {
    const series = theirs[at] ?? anotherSeries(theirs, at);
    const {values, interval} = addSeries(input, each);
    const direction = series.parentNode?.nodeName === "c:barChart" ? null : "y";
    const bars =
      interval && has_bars ? errorBars(direction, {...interval, colour: {name: "tx1", tint: 25}}) : undefined;
    setParts(series, {
      "c:tx": seriesName(values),
      "c:cat": `<c:cat>${categoryReference(categories)}</c:cat>`,
      "c:val": `<c:val>${numberReference(values)}</c:val>`,
      "c:errBars": bars,
    });
    dropPointsBeyond(series, figure.categories.length);
  }
  return chartCells(input.data);
}

/** Where the memory keeps which end of a chart's axis is ours. */
const endKey = (name: string): string => `end:${name}`;
