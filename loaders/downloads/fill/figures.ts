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
import {slideTable} from "../deck/table.js";
import type {Numbers} from "../files/numbers.js";
import {emptyPackage, freePath, type OfficePackage, partText, relate, related, setPart} from "../office/package.js";
import {nameOf, updateChart} from "../update/frames.js";
import {mergeTable} from "../update/text.js";

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
    if (near.length > 0 || memory.has(name)) unnamed.push({name, near: memory.has(name) ? [] : near});
  }
  return {filled, unnamed};
}

type Named = Filling & {readonly name: string};

function fillOne(shape: Element, figure: Figure, filling: Named): boolean {
  // A table, or a chart that an earlier month put there; another chart of that name is theirs to be replaced.
  const isKnown = elementsOf(shape, "a:tbl").length > 0 || filling.memory.has(filling.name);
  if (shape.nodeName === "p:graphicFrame" && isKnown) return refill(shape, figure, filling);
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
    const {xml} = slideTable(figure.table, {box: boxOf(frame) ?? {x: 1, y: 1, w: 8, h: 4}, language: numbers.language});
    const [fresh] = elementsOf(
      parseXml(`<t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="r">${xml}</t>`),
      "a:tbl",
    );
    if (fresh && mergeTable(table, fresh)) return true;
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

function newFrame(
  figure: Figure,
  {file, path, numbers, memory, name, date}: Named,
  {box, id}: {box: Box; id: number},
): {frame: Element} {
  if (!hasNativeChart(figure)) {
    const {xml, height} = slideTable(figure.table, {box, language: numbers.language});
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

/** A placeholder without a place of its own stands where its layout says. */
function inheritedBox(shape: Element, {file, path}: Filling): Box | undefined {
  const [holder] = elementsOf(shape, "p:ph");
  const layout = related(file, path, "slideLayout");
  if (!holder || !layout || !file.parts.has(layout)) return undefined;
  const same = (one: Element): boolean => {
    const [other] = elementsOf(one, "p:ph");
    const idx = holder.getAttribute("idx");
    return (
      other !== undefined &&
      (idx ? other.getAttribute("idx") === idx : other.getAttribute("type") === holder.getAttribute("type"))
    );
  };
  const found = elementsOf(parseXml(partText(file, layout)), "p:sp").find(same);
  const box = found && boxOf(found);
  if (box) return box;
  const master = related(file, layout, "slideMaster");
  const type = holder.getAttribute("type") ?? "body";
  const kept = master
    ? elementsOf(parseXml(partText(file, master)), "p:sp").find(
        (one) => elementsOf(one, "p:ph")[0]?.getAttribute("type") === type,
      )
    : undefined;
  return kept && boxOf(kept);
}
