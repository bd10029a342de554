import type {Document, Element} from "@xmldom/xmldom";
import {longestWord, textWidth, wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {all, parse} from "../open-office.js";
import {type ChartLayout, chartLayout, type Placed} from "./chart-labels.js";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
/** Something on a slide, in points, with the height that its texts take. */
export interface Drawn extends Box {
  readonly name: string;
  readonly needs: number;
  readonly smallest: number;
  /** A word that is wider than its line. */
  readonly broken?: string;
  /** Rows of a table. */
  readonly rows?: number;
  readonly chart?: ChartLayout;
}
export interface Slide {
  readonly number: number;
  readonly layout: string;
  readonly shapes: readonly Drawn[];
}

const points = (emus: string | null | undefined): number => Number(emus ?? 0) / 12_700;
const first = (node: Document | Element | undefined, name: string): Element | undefined => node && all(node, name)[0];

/** Every slide of one of our decks, with the room that each text needs in the font that it is set in. */
export function slidesOf(parts: Record<string, string>): Slide[] {
  const paths = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  const numberOf = (path: string): number => Number(/(\d+)\.xml$/.exec(path)?.[1]);
  return paths
    .sort((one, other) => numberOf(one) - numberOf(other))
    .map((path) => {
      const relations = parts[path.replace("slides/", "slides/_rels/") + ".rels"] ?? "";
      const layout = parse(parts[`ppt/slideLayouts/${/slideLayouts\/([^"]+)"/.exec(relations)?.[1]}`] ?? "<none/>");
      const slide = parse(parts[path] ?? "<none/>");
      const shapes = [...all(slide, "p:sp"), ...all(slide, "p:graphicFrame")].map((shape) => {
        const id = first(shape, "c:chart")?.getAttribute("r:id");
        const target = new RegExp(
          `charts/(chart\\d+\\.xml)"[^>]*Id="${id}"|Id="${id}"[^>]*charts/(chart\\d+\\.xml)"`,
        ).exec(relations);
        return drawn(shape, {layout, chart: parts[`ppt/charts/${target?.[1] ?? target?.[2]}`]});
      });
      return {number: numberOf(path), layout: first(layout, "p:cSld")?.getAttribute("name") ?? "", shapes};
    });
}

function drawn(shape: Element, {layout, chart}: {layout: Document; chart: string | undefined}): Drawn {
  const slot = slotOf(shape, layout);
  const box = boxOf(shape) ?? boxOf(slot) ?? {x: 0, y: 0, w: 0, h: 0};
  const name = first(shape, "p:cNvPr")?.getAttribute("name") ?? "";
  const table = first(shape, "a:tbl");
  if (table) return {...box, name, ...tableNeeds(table)};
  if (chart) {
    const xml = parse(chart);
    const sizes = [...all(xml, "a:defRPr"), ...all(xml, "a:rPr")].flatMap((each) => each.getAttribute("sz") ?? []);
    const laid = chartLayout(xml, {width: box.w, height: box.h});
    return {...box, name, needs: 0, smallest: Math.min(...sizes.map(Number)) / 100, ...(laid && {chart: laid})};
  }
  const own = Number(first(slot, "a:defRPr")?.getAttribute("sz") ?? 1800) / 100;
  const isBold = first(slot, "a:defRPr")?.getAttribute("b") === "1";
  const body = first(shape, "a:bodyPr");
  const columns = Number(body?.getAttribute("numCol") ?? 1);
  const width = (box.w - points(body?.getAttribute("spcCol")) * (columns - 1)) / columns;
  return {...box, name, ...textNeeds(shape, {width, columns, own, isBold})};
}

function textNeeds(
  shape: Element,
  {width, columns, own, isBold}: {width: number; columns: number; own: number; isBold: boolean},
): Pick<Drawn, "needs" | "smallest" | "broken"> {
  let [needs, smallest, broken] = [0, Number.POSITIVE_INFINITY, ""];
  for (const paragraph of all(shape, "a:p")) {
    const run = first(paragraph, "a:rPr");
    const text = all(paragraph, "a:r")
      .map((each) => first(each, "a:t")?.textContent ?? "")
      .join("");
    if (text === "" || all(paragraph, "a:fld").length > 0) continue;
    const size = Math.max(...all(paragraph, "a:rPr").map((each) => Number(each.getAttribute("sz") ?? own * 100) / 100));
    const bold = run?.getAttribute("b") ? run.getAttribute("b") === "1" : isBold;
    const room = width - points(first(paragraph, "a:pPr")?.getAttribute("marL"));
    const before = Number(first(paragraph, "a:spcPts")?.getAttribute("val") ?? 0) / 100;
    const sizes = new Set(all(paragraph, "a:rPr").map((each) => each.getAttribute("sz")));
    const lines =
      sizes.size > 1 ? Math.ceil(widthOfRuns(paragraph) / room) : wrapText(text, {width: room, size, bold}).length;
    needs += lines * size * 1.2 + (needs > 0 ? before : 0);
    smallest = Math.min(
      smallest,
      ...all(paragraph, "a:rPr").map((each) => Number(each.getAttribute("sz") ?? own * 100) / 100),
    );
    if (longestWord(text, {size}) > room) broken = text;
  }
  return {needs: needs / columns, smallest, ...(broken && {broken})};
}

/** A line of runs of several sizes. */
const widthOfRuns = (paragraph: Element): number =>
  all(paragraph, "a:r").reduce((sum, run) => {
    const look = first(run, "a:rPr");
    const text = first(run, "a:t")?.textContent ?? "";
    const size = Number(look?.getAttribute("sz") ?? 1800) / 100;
    return sum + textWidth(text, {size, bold: look?.getAttribute("b") === "1"});
  }, 0);

function tableNeeds(table: Element): Pick<Drawn, "needs" | "smallest" | "broken" | "rows"> {
  const widths = all(table, "a:gridCol").map((column) => points(column.getAttribute("w")));
  let [needs, smallest, broken] = [0, Number.POSITIVE_INFINITY, ""];
  const rows = all(table, "a:tr");
  for (const row of rows) {
    const heights = all(row, "a:tc").map((cell, at) => {
      const size = Number(first(cell, "a:rPr")?.getAttribute("sz") ?? 1800) / 100;
      const text = all(cell, "a:t")
        .map((each) => each.textContent ?? "")
        .join("");
      const sides = first(cell, "a:tcPr");
      const room = (widths[at] ?? 0) - points(sides?.getAttribute("marL")) - points(sides?.getAttribute("marR"));
      smallest = Math.min(smallest, size);
      if (longestWord(text, {size}) > room + 0.5) broken = text;
      return wrapText(text, {width: room, size}).length * size * 1.2 + 2 * points(sides?.getAttribute("marT"));
    });
    needs += Math.max(points(row.getAttribute("h")), ...heights);
  }
  return {needs, smallest, rows: rows.length - 1, ...(broken && {broken})};
}

/** The place of the layout that a shape stands in. */
function slotOf(shape: Element, layout: Document): Element | undefined {
  const own = first(shape, "p:ph");
  if (!own) return undefined;
  return all(layout, "p:sp").find((each) => {
    const slot = first(each, "p:ph");
    return own.getAttribute("idx")
      ? slot?.getAttribute("idx") === own.getAttribute("idx")
      : slot?.getAttribute("type") === own.getAttribute("type");
  });
}

function boxOf(shape: Element | undefined): Box | undefined {
  const place = first(shape, "a:xfrm") ?? first(shape, "p:xfrm");
  const [offset, extent] = [first(place, "a:off"), first(place, "a:ext")];
  if (!offset || !extent) return undefined;
  const [x, y, w, h] = [
    offset.getAttribute("x"),
    offset.getAttribute("y"),
    extent.getAttribute("cx"),
    extent.getAttribute("cy"),
  ].map(points) as [number, number, number, number];
  return {x, y, w, h};
}

/** Texts of a chart that lie on each other or on a line, that leave their frame or were cut. */
export function labelFaults({labels, lines}: ChartLayout, {w, h}: Pick<Box, "w" | "h">): string[] {
  const smaller = ({text, left, top, right, bottom}: Placed): Placed => {
    const [x, y] = [1, (bottom - top) * 0.15];
    return {text, left: left + x, top: top + y, right: right - x, bottom: bottom - y};
  };
  const inner = labels.map(smaller);
  const faults: string[] = [];
  for (const [at, one] of inner.entries()) {
    if (one.left < -1 || one.right > w + 2 || one.top < -4 || one.bottom > h) faults.push(`outside: ${one.text}`);
    if (one.text.endsWith("…")) faults.push(`cut: ${one.text}`);
    for (const other of inner.slice(at + 1))
      if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        faults.push(`on each other: ${one.text} | ${other.text}`);
    if (lines.some((line) => crosses(line, one))) faults.push(`under a line: ${one.text}`);
  }
  return faults;
}

/** Whether a straight line runs through a box: its part between the sides lies between top and bottom somewhere. */
function crosses([from, to]: ChartLayout["lines"][number], {left, right, top, bottom}: Placed): boolean {
  let [start, end] = [0, 1];
  for (const [origin, move, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (move === 0) {
      if (origin < low || origin > high) return false;
      continue;
    }
    const [one, other] = [(low - origin) / move, (high - origin) / move];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end;
}
