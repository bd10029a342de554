import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {unescapeXml} from "../../draw/xml.js";
import {hasNativeChart, nativeChart} from "../chart/chart.js";
import {chartCells} from "../chart/data.js";
import {type ChartLook, deskLook} from "../chart/series.js";
import {freePath, type OfficePackage, relate, setPart} from "../office/package.js";
import {spreadsheet} from "../office/spreadsheet.js";
import {chartMemory, fingerprint} from "./memory.js";
import type {PlannedSlide} from "./planned.js";
import {type Box, frameShape, pictureShape} from "./shapes.js";
import type {OpenSlide, Shape} from "./slide-context.js";
import {parseXml} from "./slots.js";
import {slideTable} from "./table.js";

type Figure = NonNullable<PlannedSlide["figure"]>;

/** What a slide shows below its finding: a table, a chart that can be edited, or the picture of one that cannot. */
export function evidence(page: OpenSlide): Shape[] {
  const {table, figure} = page.slide;
  if (table) return tableShape(page, table);
  if (!figure) return [];
  return hasNativeChart(figure) ? chartShape(page, figure) : pictureOf(page, figure);
}

function chartShape(page: OpenSlide, figure: Figure): Shape[] {
  const {slide, path, slots, template} = page;
  const place = slots.Chart;
  if (!place) return [];
  const box = chartBox(page, place.box);
  const content = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relate(template.file, path, {type: "chart", target: addChart(page, {figure, width: box.w})})}"/>`;
  return [
    (id) =>
      frameShape(
        {id, name: `${slide.id} chart`, description: figure.alt},
        {box, placeholder: place.placeholder, uri: "chart", content},
      ),
  ];
}

/** A picture that nothing is said beside takes that place too. */
function chartBox({slide, slots}: OpenSlide, own: Box): Box {
  const beside = slide.takeaways?.length ? undefined : slots.Takeaways?.box;
  if (!beside) return own;
  const [x, y] = [Math.min(own.x, beside.x), Math.min(own.y, beside.y)];
  const [right, bottom] = [Math.max(own.x + own.w, beside.x + beside.w), Math.max(own.y + own.h, beside.y + beside.h)];
  return {x, y, w: right - x, h: bottom - y};
}

/** Texts of a chart that is read from the back of the room, beside one read at a desk. */
const farText = 1.35;

/** Adds a chart to a file, with the workbook behind it; returns its path and what must be remembered of it. */
export function addChartPart(
  file: OfficePackage,
  figure: Figure,
  {words, look, date}: Pick<OpenSlide, "words" | "date"> & {look: ChartLook},
): {part: string; memory: string} {
  const part = freePath(file, {folder: "ppt/charts", stem: "chart", extension: "xml"});
  const book = freePath(file, {folder: "ppt/embeddings", stem: "workbook", extension: "xlsx"});
  const externalData = relate(file, part, {type: "package", target: book});
  const {xml, data} = nativeChart(figure, {words, look, externalData});
  setPart(file, part, {content: xml, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"});
  const rows = chartCells(data);
  const size = {columns: data.columns.length, rows: rows.length};
  const widths = data.columns.map(({header}) => Math.min(30, Math.max(12, textWidth(header, {size: 2}) + 2)));
  setPart(file, book, {
    content: spreadsheet([{name: "data", rows, widths}], {title: figure.title, date}),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
  return {part, memory: JSON.stringify(chartMemory(parseXml(withoutLooks(xml)), size))};
}

/** Numbers, categories and looks are most of a chart, and nothing of them is remembered: to read them takes the longest. */
const withoutLooks = (xml: string): string =>
  xml.replace(/<(c:cat|c:numCache|c:spPr|c:txPr|c:rich|c15:dlblRangeCache)>[\s\S]*?<\/\1>/g, "");

/** The chart of a slide; returns its path. */
function addChart(
  {slide, template: {file}, words, date, remember}: OpenSlide,
  {figure, width}: {figure: Figure; width: number},
): string {
  const look = {text: slide.layout === "message" ? farText : deskLook.text, width};
  const {part, memory} = addChartPart(file, figure, {words, look, date});
  remember(`${slide.id} chart`, memory);
  return part;
}

function tableShape({slide, slots, words, remember}: OpenSlide, table: NonNullable<PlannedSlide["table"]>): Shape[] {
  const place = slots.Table ?? slots.Chart;
  if (!place) return [];
  const {xml, height} = slideTable(table, {
    box: place.box,
    language: words.language,
    ...(slide.layout === "rows" && {largest: 18, smallest: 14}),
  });
  const box = {...place.box, h: Math.min(height, place.box.h)};
  const texts = Array.from(xml.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, text = ""]) => unescapeXml(text));
  remember(`${slide.id} table`, fingerprint(texts.join("")));
  return [
    (id) =>
      frameShape(
        {id, name: `${slide.id} table`, description: slide.figure?.alt ?? slide.title},
        {box, placeholder: place.placeholder, uri: "table", content: xml},
      ),
  ];
}

function pictureOf({slide, path, slots, template: {file}, picture}: OpenSlide, figure: Figure): Shape[] {
  const place = slots.Chart;
  const png = picture(figure.id);
  if (!place || !png) return [];
  const target = freePath(file, {folder: "ppt/media", stem: "picture", extension: "png"});
  setPart(file, target, {content: png, type: "image/png"});
  const relation = relate(file, path, {type: "image", target});
  return [
    (id) =>
      pictureShape({id, name: `${slide.id} picture`, description: figure.alt}, {relation, box: within(place.box, png)}),
  ];
}

/** As much of a box as a PNG fills without being stretched: it keeps width and height in its first chunk. */
export function within(box: Box, png: Uint8Array): Box {
  const view = new DataView(png.buffer, png.byteOffset);
  const ratio = view.getUint32(16) / view.getUint32(20);
  const w = Math.min(box.w, box.h * ratio);
  return {x: box.x, y: box.y, w, h: w / ratio};
}
