import {DOMParser, type Document, type Element} from "@xmldom/xmldom";
import type {Figure} from "../../../src/figures/figure.js";
import {nearestNames} from "../../messages/nearest.js";
import {hasNativeChart} from "../chart/chart.js";
import {deskLook} from "../chart/series.js";
import {downloadWords} from "../contents/words.js";
import {addChartPart, within} from "../deck/evidence.js";
import {type DeckMemory, elementsOf} from "../deck/memory.js";
import {type Box, frameShape, pictureShape, slideNamespaces} from "../deck/shapes.js";
import {boxOf, parseXml} from "../deck/slots.js";
import type {Numbers} from "../files/numbers.js";
import {emptyPackage, freePath, type OfficePackage, relate, setPart} from "../office/package.js";
import {nameOf, updateChart} from "../update/frames.js";
import {mergeTable} from "../update/text.js";
import {inheritedBox} from "./inherited-box.js";
import {fillOwnChart} from "./own-chart.js";
import {type FittedTable, fittedTable} from "./own-table.js";

/** What a placeholder that is named like a figure is filled with. */
interface Filling {
  readonly file: OfficePackage;
  readonly path: string;
  readonly slide: Document;
  readonly numbers: Numbers;
  readonly memory: DeckMemory;
  readonly date: string;
  readonly number: number;
  /** PNG of a figure. */
  readonly picture: (id: string) => Uint8Array | undefined;
  readonly onKept: (slide: number, name: string, reason: string) => void;
  /** What a table had no room for. */
  readonly onCut: (name: string, left_out: FittedTable["left_out"]) => void;
}

/** Fills every shape that is named like a figure; returns the names of those filled, and names that no figure has. */
export function fillFigures(filling: Filling): {
  filled: string[];
  unnamed: {name: string; near: readonly string[]}[];
} {
  const {slide, numbers, memory} = filling;
  const [filled, unnamed]: [string[], {name: string; near: readonly string[]}[]] = [[], []];
  for (const shape of ["p:sp", "p:graphicFrame", "p:pic"].flatMap((tag) => elementsOf(slide, tag))) {
    const name = nameOf(shape).trim();
    const figure = Object.hasOwn(numbers.figures, name) ? numbers.figures[name] : undefined;
    if (figure && fillOne(shape, figure, {...filling, name})) filled.push(name);
    if (figure || !/^[a-z]+(-[a-z0-9]+)+$/.test(name)) continue;
    const near = nearestNames(name, Object.keys(numbers.figures), {most: 1});
    const isFilled = memory.has(name) || memory.has(ownKey(name));
    if (near.length > 0 || isFilled) unnamed.push({name, near: isFilled ? [] : near});
  }
  return {filled, unnamed};
}

/** Where the memory keeps that a chart of theirs was filled. */
const ownKey = (name: string): string => `own:${name}`;
/** Where the memory keeps how high the place of a table is, in inches: this month's rows may be fewer than the next's. */
const roomKey = (name: string): string => `room:${name}`;

type Named = Filling & {readonly name: string};

function fillOne(shape: Element, figure: Figure, filling: Named): boolean {
  // A table, or a chart that an earlier month put there.
  const isKnown = elementsOf(shape, "a:tbl").length > 0 || filling.memory.has(filling.name);
  if (shape.nodeName === "p:graphicFrame" && isKnown) return refill(shape, figure, filling);
  // A chart of theirs keeps its look where it can show the figure; else it is left alone, whatever it shows.
  const {numbers, name} = filling;
  if (shape.nodeName === "p:graphicFrame" && fillOwnChart(shape, figure, {...filling, language: numbers.language})) {
    elementsOf(shape, "p:cNvPr")[0]?.setAttribute("descr", figure.alt);
    filling.memory.set(ownKey(name), "chart");
    return true;
  }
  if (elementsOf(shape, "c:chart").length > 0) {
    filling.onKept(filling.number, name, "other_chart");
    return false;
  }
  const box = boxOf(shape) ?? inheritedBox(shape, filling);
  if (!box) return false;
  const [own] = elementsOf(shape, "p:cNvPr");
  const id = Number(own?.getAttribute("id") ?? 2);
  const isDrawn = hasNativeChart(figure) || figure.form === "table";
  const fresh = isDrawn ? newFrame(figure, filling, {box, id}).frame : newPicture(figure, filling, {box, id});
  if (!fresh) {
    filling.onKept(filling.number, filling.name, "no_chart");
    return false;
  }
  shape.parentNode?.replaceChild(fresh, shape);
  return true;
}

/** Numbers new, look as it is: the chart or table that an earlier month put there. */
function refill(frame: Element, figure: Figure, filling: Named): boolean {
  const {file, path, numbers, memory, name, number, onKept, date} = filling;
  const [table] = elementsOf(frame, "a:tbl");
  if (table) {
    const [room = 0, written = 0] = (memory.get(roomKey(name)) ?? "").split(" ").map(Number);
    const own = boxOf(frame) ?? {x: 1, y: 1, w: 8, h: 4};
    const [head] = elementsOf(table, "a:tr");
    const {xml, left_out} = fittedTable(figure.table, {
      box: {...own, h: Math.max(own.h, room)},
      language: numbers.language,
      columns: head ? elementsOf(head, "a:tc").length : 1,
      least: room > 0 ? 1 : elementsOf(table, "a:tr").length - 1,
    });
    const [fresh] = elementsOf(
      parseXml(`<t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="r">${xml}</t>`),
      "a:tbl",
    );
    if (fresh && mergeTable(table, fresh)) {
      if (room > 0) memory.set(roomKey(name), `${room} ${fitRows(table, fresh, {written})}`);
      filling.onCut(name, left_out);
      return true;
    }
    onKept(number, name, "table_changed_by_person");
    return false;
  }
  if (!hasNativeChart(figure)) return false;
  // The chart as it would be put in afresh, in a file of its own, is what the one in the deck is brought up to.
  const source = emptyPackage();
  const there = "ppt/slides/slide1.xml";
  const box = boxOf(frame);
  const {part, memory: next} = addChartPart(source, inRoom(figure, box), {
    words: downloadWords[numbers.language].chart,
    look: {...deskLook, ...(box && {width: box.w})},
    date,
  });
  const shape = fromXml(
    frameXml(figure, {
      id: 2,
      name,
      box: {x: 0, y: 0, w: 1, h: 1},
      content: chartXml(relate(source, there, {type: "chart", target: part})),
    }),
  );
  updateChart(
    frame,
    {path: there, shape},
    {
      file,
      source,
      memory,
      fresh: new Map(),
      log: {
        updated: () => memory.set(name, next),
        kept: onKept,
        unmatched: () => {},
        remember: () => {},
      },
      number,
      id: name,
      month: numbers.month,
      path,
      name,
    },
  );
  elementsOf(frame, "p:cNvPr")[0]?.setAttribute("descr", figure.alt);
  return true;
}

/** Below this width, in inches, a chart has no room for dated notes. */
const narrow = 6;
const inRoom = (figure: Figure, box: Box | undefined): Figure =>
  box && box.w < narrow ? {...figure, marks: (figure.marks ?? []).filter((mark) => mark.is_break)} : figure;

const typeSize = (xml: string): number => Number(/ sz="(\d+)"/.exec(xml)?.[1] ?? 0);

/** Rows of a table of ours as high as this month's, in this month's size of type where nobody gave it another; returns that size. */
function fitRows(table: Element, fresh: Element, {written}: {written: number}): number {
  const size = typeSize(String(fresh));
  const heights = elementsOf(fresh, "a:tr").map((row) => row.getAttribute("h") ?? "");
  for (const [at, row] of elementsOf(table, "a:tr").entries()) row.setAttribute("h", heights[at] ?? "");
  for (const run of [...elementsOf(table, "a:rPr"), ...elementsOf(table, "a:endParaRPr")])
    if (run.getAttribute("sz") === String(written)) run.setAttribute("sz", String(size));
  return size;
}

function newFrame(
  figure: Figure,
  {file, path, numbers, memory, name, date, onCut}: Named,
  {box, id}: {box: Box; id: number},
): {frame: Element} {
  if (!hasNativeChart(figure)) {
    const {xml, height, left_out} = fittedTable(figure.table, {box, language: numbers.language});
    memory.set(roomKey(name), `${box.h} ${typeSize(xml)}`);
    onCut(name, left_out);
    const content = frameShape(
      {id, name, description: figure.alt},
      {box: {...box, h: Math.min(height, box.h)}, uri: "table", content: xml},
    );
    return {frame: fromXml(content)};
  }
  const look = {text: 1, width: box.w};
  const {part, memory: written} = addChartPart(file, inRoom(figure, box), {
    words: downloadWords[numbers.language].chart,
    look,
    date,
  });
  memory.set(name, written);
  return {
    frame: fromXml(
      frameXml(figure, {id, name, box, content: chartXml(relate(file, path, {type: "chart", target: part}))}),
    ),
  };
}

/** The picture of a figure that no office can draw as a chart, as large as its place allows. */
function newPicture(
  figure: Figure,
  {file, path, name, picture}: Named,
  {box, id}: {box: Box; id: number},
): Element | undefined {
  const png = picture(figure.id);
  if (!png) return undefined;
  const target = freePath(file, {folder: "ppt/media", stem: "picture", extension: "png"});
  setPart(file, target, {content: png, type: "image/png"});
  const relation = relate(file, path, {type: "image", target});
  return fromXml(pictureShape({id, name, description: figure.alt}, {relation, box: within(box, png)}));
}

const chartXml = (id: string): string =>
  `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/>`;

const frameXml = (
  figure: Figure,
  {id, name, box, content}: {id: number; name: string; box: Box; content: string},
): string => frameShape({id, name, description: figure.alt}, {box, uri: "chart", content});

const fromXml = (xml: string): Element => {
  const holder = new DOMParser().parseFromString(`<p:sld ${slideNamespaces}>${xml}</p:sld>`, "text/xml");
  return Array.from(holder.documentElement?.childNodes ?? [])[0] as Element;
};
