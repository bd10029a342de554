import type {Element} from "@xmldom/xmldom";
import {elementsOf} from "../deck/memory.js";

const children = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);

const textsAt = (holder: Element): Map<string, string> =>
  new Map(elementsOf(holder, "c:pt").map((point) => [point.getAttribute("idx") ?? "", point.textContent ?? ""]));

/** What each point is of: its category; in a dot chart, which has two number axes, the label at its row. */
const categories = (series: Element): Map<string, string> => {
  const [own] = children(series, "c:cat");
  if (own) return textsAt(own);
  const [values] = children(series, "c:xVal");
  const [labels] = series.ownerDocument ? elementsOf(series.ownerDocument, "c15:datalabelsRange") : [];
  const [rows, named] = [values && textsAt(values), labels && textsAt(labels)];
  return rows && named && Array.from(rows.keys()).every((at) => named.has(at)) ? named : new Map();
};

/**
 * A point that a person coloured follows its category to the place it has this month: a highlighted shop stays the
 * highlighted shop. Call before the categories of `target` are replaced.
 */
export const moveOwnPoints = (
  target: Element,
  fresh: Element,
  {isOurs}: {isOurs: (at: string) => boolean},
): "point_gone"[] => {
  const before = categories(target);
  const places = new Map(Array.from(categories(fresh), ([at, category]) => [category, at]));
  if (before.size === 0 || places.size === 0) return [];
  const own = children(target, "c:dPt").filter((point) => !isOurs(pointIndex(point)));
  let gone = false;
  for (const point of own) {
    const category = before.get(pointIndex(point));
    const to = category === undefined ? undefined : places.get(category);
    if (category === undefined) continue;
    if (to === undefined) {
      target.removeChild(point);
      gone = true;
    } else children(point, "c:idx")[0]?.setAttribute("val", to);
  }
  const taken = new Set(own.map(pointIndex));
  for (const point of children(target, "c:dPt"))
    if (!own.includes(point) && taken.has(pointIndex(point))) target.removeChild(point);
  return gone ? ["point_gone"] : [];
};

const pointIndex = (point: Element): string => children(point, "c:idx")[0]?.getAttribute("val") ?? "";
