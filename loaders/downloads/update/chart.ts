import type {Document, Element} from "@xmldom/xmldom";
import {axisEnds, type ChartMemory, elementsOf, seriesKeys, seriesKinds} from "../deck/memory.js";
import {mergeLabels} from "./labels.js";
import {moveOwnPoints} from "./points.js";

const child = (parent: Element, name: string): Element | undefined =>
  (Array.from(parent.childNodes) as Element[]).find((node) => node.nodeName === name);
const children = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);
const index = (element: Element): string => child(element, "c:idx")?.getAttribute("val") ?? "";

export type ChartChange =
  | "series_removed_by_person"
  | "axis_changed_by_person"
  | "type_changed_by_person"
  | "label_changed_by_person"
  | "point_gone";

/**
 * Brings the numbers of a chart up to date: values, categories, intervals, labels, small-n marks and, where they are
 * still ours, the ends of the axes. Colours, type, sizes, fonts and series that a person added stay. Returns what a
 * person had changed and was left alone.
 */
export const mergeChart = (chart: Document, fresh: Document, memory: ChartMemory): ChartChange[] => {
  const changes = new Set<ChartChange>();
  const old = new Map(seriesKeys(chart).map((key, at) => [key, elementsOf(chart, "c:ser")[at] as Element]));
  const next = new Map(seriesKeys(fresh).map((key, at) => [key, elementsOf(fresh, "c:ser")[at] as Element]));
  const pairs = pairsOf([...next.keys()], seriesKinds(fresh), memory);
  for (const key of memory.series)
    if (!pairs.includes(key)) old.get(key)?.parentNode?.removeChild(old.get(key) as Element);
  for (const [at, series] of Array.from(next.values()).entries()) {
    const from = pairs[at];
    const target = from === undefined ? undefined : old.get(from);
    if (target && from !== undefined) {
      for (const change of mergeSeries(target, series, {key: from, memory})) changes.add(change);
    } else if (from !== undefined) changes.add("series_removed_by_person");
    else if (!addSeries(chart, series)) changes.add("type_changed_by_person");
  }
  if (axisEnds(chart) === memory.axes) setAxes(chart, fresh);
  else if (axisEnds(chart) !== axisEnds(fresh)) changes.add("axis_changed_by_person");
  return [...changes];
};

/**
 * For each series of this month the one written last time: that of the same name, or else (a number stands in the
 * name, say) the first left over that plays the same part.
 */
const pairsOf = (
  keys: readonly string[],
  kinds: readonly string[],
  {series, kinds: written = []}: ChartMemory,
): (string | undefined)[] => {
  const left = series.map((key, at) => ({key, kind: written[at]})).filter(({key}) => !keys.includes(key));
  return keys.map((key, at) => {
    if (series.includes(key)) return key;
    const found = left.findIndex(({kind}) => kind === kinds[at]);
    return found < 0 ? undefined : left.splice(found, 1)[0]?.key;
  });
};

const replace = (target: Element, fresh: Element, name: string): boolean => {
  const [old, next] = [child(target, name), child(fresh, name)];
  if (!next) return true;
  if (!old) return false;
  target.replaceChild(target.ownerDocument?.importNode(next, true) as Element, old);
  return true;
};

const mergeSeries = (
  target: Element,
  fresh: Element,
  {key, memory}: {key: string; memory: ChartMemory},
): ChartChange[] => {
  const isScatter = child(fresh, "c:xVal") !== undefined;
  if (isScatter !== (child(target, "c:xVal") !== undefined)) return ["type_changed_by_person"];
  const changes = [...moveOwnPoints(target, fresh, {isOurs: (at) => memory.points.includes(`${key}:${at}`)})];
  for (const name of ["c:tx", "c:cat", "c:val", "c:xVal", "c:yVal"]) replace(target, fresh, name);
  for (const bars of children(fresh, "c:errBars")) {
    const direction = child(bars, "c:errDir")?.getAttribute("val");
    const own = children(target, "c:errBars").find(
      (each) => (child(each, "c:errDir")?.getAttribute("val") ?? direction) === direction,
    );
    if (own) for (const name of ["c:plus", "c:minus"]) replace(own, bars, name);
  }
  mergePoints(target, fresh, {key, memory});
  return [...changes, ...mergeLabels(target, fresh)];
};

/** Small-n marks move with the data; a point that a person coloured stays as it is. */
const mergePoints = (target: Element, fresh: Element, {key, memory}: {key: string; memory: ChartMemory}): void => {
  const wanted = new Map(children(fresh, "c:dPt").map((point) => [index(point), point]));
  const present = new Set<string>();
  for (const point of children(target, "c:dPt")) {
    const at = index(point);
    if (memory.points.includes(`${key}:${at}`) && !wanted.has(at)) target.removeChild(point);
    else present.add(at);
  }
  const before = ["c:dLbls", "c:trendline", "c:errBars", "c:cat", "c:xVal", "c:val", "c:yVal"];
  const anchor = (Array.from(target.childNodes) as Element[]).find((node) => before.includes(node.nodeName));
  const [colour] = elementsOf(child(target, "c:marker") ?? child(target, "c:spPr") ?? target, "a:solidFill");
  for (const [at, point] of wanted) {
    if (present.has(at)) continue;
    const copy = target.ownerDocument?.importNode(point, true) as Element;
    // The rim takes the colour that the series has now.
    for (const rim of elementsOf(copy, "a:ln")) {
      const fill = child(rim, "a:solidFill");
      if (fill && colour) rim.replaceChild(colour.cloneNode(true), fill);
    }
    target.insertBefore(copy, anchor ?? null);
  }
};

/** A series that was not there last month goes behind its neighbours, in the look that a person gave the chart. */
const addSeries = (chart: Document, series: Element): boolean => {
  const kind = series.parentNode?.nodeName ?? "";
  const alike = elementsOf(chart, "c:ser").filter((each) => child(each, "c:val") && child(series, "c:val"));
  const group = elementsOf(chart, kind)[0] ?? (alike.at(-1)?.parentNode as Element | undefined);
  if (!group) return false;
  const last = children(group, "c:ser").at(-1);
  const copy = group.nodeName === kind ? (chart.importNode(series, true) as Element) : likeNeighbour(last, series);
  if (!copy) return false;
  const taken = elementsOf(chart, "c:ser").map((each) => Number(index(each)));
  const number = String(Math.max(-1, ...taken) + 1);
  child(copy, "c:idx")?.setAttribute("val", number);
  child(copy, "c:order")?.setAttribute("val", number);
  group.insertBefore(copy, (last?.nextSibling as Element | null) ?? child(group, "c:axId") ?? null);
  return true;
};

/** In a chart of another type only what a neighbour has may stand: its form with the new numbers, in a colour of its own. */
const likeNeighbour = (neighbour: Element | undefined, series: Element): Element | undefined => {
  const copy = neighbour?.cloneNode(true) as Element | undefined;
  if (!copy) return undefined;
  for (const name of ["c:spPr", "c:dPt", "c:dLbls", "c:errBars", "c:trendline", "c:marker", "c:extLst"])
    for (const own of children(copy, name)) copy.removeChild(own);
  for (const name of ["c:tx", "c:cat", "c:val"]) replace(copy, series, name);
  return copy;
};

const setAxes = (chart: Document, fresh: Document): void => {
  for (const [at, axis] of elementsOf(chart, "c:valAx").entries()) {
    for (const name of ["c:min", "c:max", "c:majorUnit"]) {
      const [own, next] = [elementsOf(axis, name)[0], elementsOf(elementsOf(fresh, "c:valAx")[at] ?? axis, name)[0]];
      if (own && next) own.setAttribute("val", next.getAttribute("val") ?? "");
    }
  }
};
