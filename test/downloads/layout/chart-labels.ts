import type {Document, Element} from "@xmldom/xmldom";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {all} from "../open-office.js";

/** A text where it is drawn, in points from the corner of its slide or chart. */
export interface Placed {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}
export interface ChartLayout {
  readonly labels: readonly Placed[];
  /** Straight pieces of lines, which no text may lie under. */
  readonly lines: readonly (readonly [Point, Point])[];
}

const value = (node: Element | undefined, fallback = 0): number =>
  node ? Number(node.getAttribute("val") ?? fallback) : fallback;
const first = (node: Document | Element | undefined, name: string): Element | undefined => node && all(node, name)[0];
const pointsOf = (series: Element, name: string): Map<number, string> =>
  new Map(
    all(first(series, name) ?? series, "c:pt").map((point) => [
      Number(point.getAttribute("idx")),
      point.textContent ?? "",
    ]),
  );

/** Where the labels of a chart with a plot of a stated place stand; undefined where the office chooses it. */
export function chartLayout(
  chart: Document,
  {width, height}: {width: number; height: number},
): ChartLayout | undefined {
  const manual = first(first(first(chart, "c:plotArea"), "c:layout"), "c:manualLayout");
  if (!manual) return undefined;
  const share = (name: string): number => value(first(manual, `c:${name}`));
  const plot = {x: share("x") * width, y: share("y") * height, w: share("w") * width, h: share("h") * height};
  const axes = all(chart, "c:valAx").map((axis) => ({
    isAcross: ["b", "t"].includes(first(axis, "c:axPos")?.getAttribute("val") ?? ""),
    min: value(first(axis, "c:min")),
    max: value(first(axis, "c:max"), 1),
  }));
  const place = (axis: (typeof axes)[number] | undefined, number: number): number =>
    axis ? (number - axis.min) / (axis.max - axis.min || 1) : 0;
  const [across, up] = [axes.find(({isAcross}) => isAcross), axes.find(({isAcross}) => !isAcross)];
  const labels: Placed[] = [];
  const lines: [Point, Point][] = [];
  for (const series of all(chart, "c:ser")) {
    if (series.parentNode?.nodeName === "c:areaChart") continue;
    const isScatter = series.parentNode?.nodeName === "c:scatterChart";
    const categories = pointsOf(series, isScatter ? "c:xVal" : "c:cat");
    const count = value(first(first(series, "c:cat") ?? series, "c:ptCount"), 1);
    const points = new Map<number, Point>();
    for (const [index, text] of pointsOf(series, isScatter ? "c:yVal" : "c:val")) {
      const wide = isScatter ? place(across, Number(categories.get(index))) : (index + 0.5) / count;
      points.set(index, {x: plot.x + wide * plot.w, y: plot.y + (1 - place(up, Number(text))) * plot.h});
    }
    for (const label of all(series, "c:dLbl")) {
      const at = points.get(value(first(label, "c:idx")));
      const text = labelText(label, series);
      if (at && text !== "") labels.push(placed(label, {text, at, height}));
    }
    const own = Array.from(series.childNodes).find(({nodeName}) => nodeName === "c:spPr") as Element | undefined;
    const isDrawn = isScatter && own && all(own, "a:solidFill").length > 0;
    const ordered = [...points.values()];
    if (isDrawn) for (const [order, to] of ordered.slice(1).entries()) lines.push([ordered[order]!, to]);
  }
  return {labels, lines};
}

/** What a label says: a cell, or the name of its series, its value, or both. */
function labelText(label: Element, series: Element): string {
  const field = first(label, "a:fld");
  if (field) return (first(field, "a:t")?.textContent ?? "").trim();
  const says = (name: string): boolean => first(label, name)?.getAttribute("val") === "1";
  const index = value(first(label, "c:idx"));
  const own = first(series, "c:tx");
  const number = Number(pointsOf(series, "c:val").get(index) ?? pointsOf(series, "c:yVal").get(index));
  const code = first(label, "c:numFmt")?.getAttribute("formatCode") ?? "";
  const shown = code.includes("%") ? `${(number * 100).toFixed(1)}%` : number.toLocaleString("en");
  return [says("c:showSerName") && own && first(own, "c:v")?.textContent, says("c:showVal") && shown]
    .filter(Boolean)
    .join(" ");
}

/** Between a label and its point. */
const gap = 4;

function placed(label: Element, {text, at, height}: {text: string; at: Point; height: number}): Placed {
  const properties = first(label, "a:rPr") ?? first(label, "a:defRPr");
  const size = Number(properties?.getAttribute("sz") ?? 1000) / 100;
  const wide = textWidth(text, {size, bold: properties?.getAttribute("b") === "1"});
  const side = first(label, "c:dLblPos")?.getAttribute("val") ?? "r";
  const tall = size * 1.15;
  const shift = value(first(first(label, "c:manualLayout"), "c:y")) * height;
  const left = side === "r" ? at.x + gap : side === "l" ? at.x - gap - wide : at.x - wide / 2;
  const top = (side === "t" ? at.y - gap - tall : side === "b" ? at.y + gap : at.y - tall / 2) + shift;
  return {text, left, top, right: left + wide, bottom: top + tall};
}
