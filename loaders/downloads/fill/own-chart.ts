import {DOMParser, type Document, type Element, XMLSerializer} from "@xmldom/xmldom";
import type {Figure} from "../../../src/figures/figure.js";
import {formatMonth} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {niceScale} from "../chart/axes.js";
import {chartCells, chartData, numberReference, seriesName} from "../chart/data.js";
import {errorBars} from "../chart/fragments.js";
import {addCategories, addSeries, categoryReference, deskLook, extent} from "../chart/series.js";
import {downloadWords} from "../contents/words.js";
import {type DeckMemory, elementsOf} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {formatCode} from "../office/number-format.js";
import {freePath, type OfficePackage, partText, relate, relationsOf, setPart} from "../office/package.js";
import {spreadsheet} from "../office/spreadsheet.js";
import {linkWorkbook} from "../update/frames.js";
import {workbookOf} from "../update/workbook.js";

/** Kinds of charts whose series are values by category. */
const plots = ["c:barChart", "c:lineChart", "c:areaChart", "c:pieChart", "c:doughnutChart", "c:radarChart"];
/** Figures that are values by category. */
const forms: readonly Figure["form"][] = ["bars", "columns", "lines", "dots", "stacked"];

const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const chartSpace = `xmlns:c="${chartNamespace}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`;

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
  if (!part || !file.parts.has(part) || !forms.includes(figure.form) || figure.series.length === 0) return false;
  const chart = parseXml(partText(file, part));
  const theirs = elementsOf(chart, "c:ser");
  const kinds = theirs.map((series) => series.parentNode?.nodeName ?? "");
  if (theirs.length === 0 || kinds.some((kind) => !plots.includes(kind))) return false;
  const isRound = kinds.some((kind) => ["c:pieChart", "c:doughnutChart"].includes(kind));
  if (isRound && figure.series.length > 1) return false;
  const cells = putSeries(chart, theirs, {figure, language, has_bars: !isRound && !kinds.includes("c:radarChart")});
  const end = fitAxes(chart, figure, {ours: memory.get(endKey(name))});
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
    for (const name of ["c:dPt", "c:dLbl"])
      for (const own of elementsOf(series, name))
        if (Number(elementsOf(own, "c:idx")[0]?.getAttribute("val")) >= figure.categories.length)
          own.parentNode?.removeChild(own);
  }
  return chartCells(input.data);
}

/** A series beside theirs, in a colour that the office gives. */
function anotherSeries(theirs: readonly Element[], at: number): Element {
  const last = theirs.at(-1) as Element;
  const copy = last.cloneNode(true) as Element;
  for (const name of ["c:spPr", "c:marker", "c:dPt", "c:extLst"])
    for (const own of children(copy, name)) copy.removeChild(own);
  for (const name of ["c:idx", "c:order"]) children(copy, name)[0]?.setAttribute("val", String(at));
  const group = last.parentNode as Element;
  group.insertBefore(copy, (children(group, "c:ser").at(-1)?.nextSibling as Element | null) ?? null);
  return copy;
}

const children = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);

/** What stands behind each part of a series, as the schema has it. */
const after: Readonly<Record<string, readonly string[]>> = {
  "c:errBars": ["c:cat"],
  "c:cat": ["c:val"],
  "c:val": ["c:smooth", "c:shape", "c:extLst"],
};

/** Sets parts of a series anew; one without content is taken out. */
function setParts(series: Element, parts: Readonly<Record<string, string | undefined>>): void {
  const all = ["c:val", "c:cat", "c:errBars", "c:tx"];
  for (const name of all) for (const old of children(series, name)) series.removeChild(old);
  for (const name of all) {
    const xml = parts[name];
    if (xml === undefined) continue;
    const behind =
      name === "c:tx"
        ? children(series, "c:order")[0]?.nextSibling
        : (Array.from(series.childNodes) as Element[]).find(({nodeName}) => after[name]?.includes(nodeName));
    const [fresh] = Array.from(
      new DOMParser().parseFromString(`<x ${chartSpace}>${xml}</x>`, "text/xml").documentElement?.childNodes ?? [],
    );
    series.insertBefore(series.ownerDocument?.importNode(fresh as Element, true) as Element, behind ?? null);
  }
}

/** Where the memory keeps which end of a chart's axis is ours. */
const endKey = (name: string): string => `end:${name}`;

/**
 * Ends of an axis that would cut values off are left to the office, but for the upper one where there are intervals, of
 * which no office thinks: it is ours, and returned. Numbers without a format of theirs get ours.
 */
function fitAxes(chart: Document, figure: Figure, {ours}: {ours: string | undefined}): string | undefined {
  const values = extent(figure);
  let ourEnd: string | undefined;
  for (const axis of elementsOf(chart, "c:valAx")) {
    const [low, high] = [elementsOf(axis, "c:min")[0], elementsOf(axis, "c:max")[0]];
    const end = (element: Element): number => Number(element.getAttribute("val"));
    const isLow = low !== undefined && values.some((value) => value < end(low));
    const isHigh =
      high !== undefined && (high.getAttribute("val") === ours || values.some((value) => value > end(high)));
    if (isLow) low.parentNode?.removeChild(low);
    if (isHigh) high.parentNode?.removeChild(high);
    if (isLow || isHigh) for (const step of children(axis, "c:majorUnit")) axis.removeChild(step);
    if ((high === undefined || isHigh) && elementsOf(chart, "c:errBars").length > 0)
      ourEnd = setHighEnd(axis, String(niceScale(values, {zero: true}).max));
  }
  for (const format of elementsOf(chart, "c:numFmt")) {
    const parent = format.parentNode as Element | null;
    const isPercent = parent && elementsOf(parent, "c:showPercent")[0]?.getAttribute("val") === "1";
    if (format.getAttribute("formatCode") !== "General" || isPercent) continue;
    if (parent?.nodeName !== "c:valAx" && parent?.nodeName !== "c:dLbls") continue;
    format.setAttribute("formatCode", formatCode(figure.unit));
    format.setAttribute("sourceLinked", "0");
  }
  return ourEnd;
}

function setHighEnd(axis: Element, value: string): string {
  const [scaling] = children(axis, "c:scaling");
  const end = axis.ownerDocument?.createElementNS(chartNamespace, "c:max");
  if (!scaling || !end) return value;
  end.setAttribute("val", value);
  const before = children(scaling, "c:min")[0] ?? children(scaling, "c:extLst")[0] ?? null;
  scaling.insertBefore(end, before);
  return value;
}
