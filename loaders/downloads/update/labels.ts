import type {Element} from "@xmldom/xmldom";
import {elementsOf} from "../deck/memory.js";

const children = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);
const child = (parent: Element, name: string): Element | undefined => children(parent, name)[0];
const index = (element: Element): string => child(element, "c:idx")?.getAttribute("val") ?? "";
const textOf = (label: Element): string =>
  elementsOf(label, "a:t")
    .map((text) => text.textContent ?? "")
    .join("");

/** Name or value of a series beside its last point: neither is a text of its own. */
const isEnd = (label: Element): boolean =>
  !child(label, "c:tx") &&
  ["c:showSerName", "c:showVal"].some((flag) => child(label, flag)?.getAttribute("val") === "1");

/**
 * Brings labels up to date that carry a text of the sheet, or the name of the series beside its last point. A label
 * that a person wrote stays; it is told by not saying what the sheet said.
 */
export const mergeLabels = (target: Element, fresh: Element): "label_changed_by_person"[] => {
  const [labels, next] = [child(target, "c:dLbls"), child(fresh, "c:dLbls")];
  if (!labels || !next) return [];
  const range = (series: Element): Element | undefined => elementsOf(series, "c15:datalabelsRange")[0];
  const [ownRange, nextRange] = [range(target), range(fresh)];
  const written = new Map(
    (ownRange ? elementsOf(ownRange, "c:pt") : []).map((point) => [
      point.getAttribute("idx") ?? "",
      point.textContent ?? "",
    ]),
  );
  if (ownRange && nextRange)
    ownRange.parentNode?.replaceChild(target.ownerDocument?.importNode(nextRange, true) as Element, ownRange);
  const fresher = new Map(children(next, "c:dLbl").map((label) => [index(label), label]));
  const own = children(labels, "c:dLbl");
  const [end] = [...fresher.values()].filter(isEnd);
  if (end) {
    for (const label of own.filter(isEnd).slice(0, 1)) child(label, "c:idx")?.setAttribute("val", index(end));
    return [];
  }
  if (!nextRange) return [];
  const isOwn = (label: Element): boolean => {
    const said = written.get(index(label));
    const text = textOf(label);
    return said !== undefined && text !== "" && text.trim() !== said.trim() && text !== "[CELLRANGE]";
  };
  const kept = own.filter(isOwn);
  const model = own.find((label) => !isOwn(label) && textOf(label) !== "");
  for (const label of own) {
    const words = fresher.get(index(label));
    fresher.delete(index(label));
    if (kept.includes(label)) continue;
    const [text, newText] = [elementsOf(label, "a:t")[0], words && elementsOf(words, "a:t")[0]];
    if (!words) labels.removeChild(label);
    else if (text && newText) text.textContent = newText.textContent;
  }
  const rest = (Array.from(labels.childNodes) as Element[]).find(
    (node) => node.nodeName !== "c:dLbl" && node.nodeName.startsWith("c:"),
  );
  for (const [at, words] of fresher) {
    const copy = (model ? model.cloneNode(true) : target.ownerDocument?.importNode(words, true)) as Element;
    child(copy, "c:idx")?.setAttribute("val", at);
    const [text] = elementsOf(copy, "a:t");
    if (text) text.textContent = elementsOf(words, "a:t")[0]?.textContent ?? "";
    labels.insertBefore(copy, rest ?? null);
  }
  return kept.length > 0 ? ["label_changed_by_person"] : [];
};
