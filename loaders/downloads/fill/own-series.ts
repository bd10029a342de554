import {DOMParser, type Element} from "@xmldom/xmldom";
import {elementsOf} from "../deck/memory.js";

const chartSpace =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** A series beside theirs, in a colour that the office gives. */
export function anotherSeries(theirs: readonly Element[], at: number): Element {
  const last = theirs.at(-1) as Element;
  const copy = last.cloneNode(true) as Element;
  for (const name of ["c:spPr", "c:marker", "c:dPt", "c:extLst"])
    for (const own of children(copy, name)) copy.removeChild(own);
  for (const name of ["c:idx", "c:order"]) children(copy, name)[0]?.setAttribute("val", String(at));
  const group = last.parentNode as Element;
  group.insertBefore(copy, (children(group, "c:ser").at(-1)?.nextSibling as Element | null) ?? null);
  return copy;
}

export const children = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);

/** What stands behind each part of a series, as the schema has it. */
const after: Readonly<Record<string, readonly string[]>> = {
  "c:spPr": ["c:marker", "c:dPt", "c:dLbls", "c:trendline", "c:errBars", "c:xVal"],
  "c:errBars": ["c:cat", "c:xVal"],
  "c:cat": ["c:val"],
  "c:val": ["c:smooth", "c:shape", "c:extLst"],
  "c:xVal": ["c:yVal"],
  "c:yVal": ["c:smooth", "c:extLst"],
};

/** Sets parts of a series anew; one without content is taken out. */
export function setParts(series: Element, parts: Readonly<Record<string, string | undefined>>): void {
  const all = ["c:val", "c:cat", "c:yVal", "c:xVal", "c:errBars", "c:spPr", "c:tx"].filter((name) => name in parts);
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

/** Takes out what a person set for single points that are no more. */
export function dropPointsBeyond(series: Element, points: number): void {
  for (const name of ["c:dPt", "c:dLbl"])
    for (const own of elementsOf(series, name))
      if (Number(elementsOf(own, "c:idx")[0]?.getAttribute("val")) >= points) own.parentNode?.removeChild(own);
}
