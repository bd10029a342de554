import type {Element} from "@xmldom/xmldom";
import {elementsOf, fingerprint} from "../deck/memory.js";

const own = (parent: Element, name: string): Element[] =>
  (Array.from(parent.childNodes) as Element[]).filter((node) => node.nodeName === name);

/** Text of a paragraph, its runs joined. */
export const paragraphText = (paragraph: Element): string =>
  elementsOf(paragraph, "a:t")
    .map((text) => text.textContent ?? "")
    .join("");

export const paragraphsOf = (body: Element): Element[] => own(body, "a:p");

/** The neighbouring paragraphs that still say what was written, wherever a person put them among their own. */
export const writtenRun = (paragraphs: readonly Element[], written: string): readonly Element[] | undefined => {
  const texts = paragraphs.map(paragraphText);
  for (let from = 0; from < texts.length; from++) {
    for (let to = texts.length; to > from; to--) {
      if (fingerprint(texts.slice(from, to).join("\n")) === written) return paragraphs.slice(from, to);
    }
  }
  return undefined;
};

const isBold = (paragraph: Element): boolean => elementsOf(paragraph, "a:rPr")[0]?.getAttribute("b") === "1";

/** The paragraph to take the look from: as bold as the new one, and nearest to its place. */
const modelFor = (fresh: Element, at: number, run: readonly Element[]): Element => {
  const alike = run.filter((paragraph) => isBold(paragraph) === isBold(fresh) && own(paragraph, "a:r").length > 0);
  const nearest = alike.toSorted((one, other) => Math.abs(run.indexOf(one) - at) - Math.abs(run.indexOf(other) - at));
  return nearest[0] ?? (run[Math.min(at, run.length - 1)] as Element);
};

/** Puts the text of `fresh` into a copy of `model`, whose look stays. */
const withText = (model: Element, fresh: Element): Element => {
  const copy = model.cloneNode(true) as Element;
  const [runs, freshRuns] = [own(copy, "a:r"), own(fresh, "a:r")];
  // Part by part where there are as many: a link stays on its own words.
  if (runs.length > 1 && runs.length === freshRuns.length) {
    for (const [at, run] of runs.entries()) {
      const [holder] = elementsOf(run, "a:t");
      if (holder) holder.textContent = elementsOf(freshRuns[at] as Element, "a:t")[0]?.textContent ?? "";
    }
    return copy;
  }
  const [first, ...others] = runs;
  for (const node of [...others, ...own(copy, "a:br"), ...own(copy, "a:fld")]) copy.removeChild(node);
  const [freshRun] = own(fresh, "a:r");
  const text = paragraphText(fresh);
  if (first) {
    const [holder] = elementsOf(first, "a:t");
    if (holder) holder.textContent = text;
  } else if (freshRun) {
    const run = copy.ownerDocument?.importNode(freshRun, true);
    const [end] = own(copy, "a:endParaRPr");
    if (run) copy.insertBefore(run, end ?? null);
  }
  return copy;
};

/** Replaces a run of paragraphs by new texts in the look of the old ones. */
export const replaceRun = (run: readonly Element[], fresh: readonly Element[]): void => {
  const [first] = run;
  const body = first?.parentNode;
  if (!first || !body) return;
  const copies = fresh.map((paragraph, at) => withText(modelFor(paragraph, at, run), paragraph));
  for (const copy of copies) body.insertBefore(copy, first);
  for (const paragraph of run) body.removeChild(paragraph);
};

/** Sets the text of one table cell, in the look it has. */
export const setCellText = (cell: Element, fresh: Element): void => {
  const [body] = elementsOf(cell, "a:txBody");
  const [freshBody] = elementsOf(fresh, "a:txBody");
  if (body && freshBody) replaceRun(paragraphsOf(body), paragraphsOf(freshBody));
};

/** Brings the rows of a table up to date; false where it has other columns than ours. */
export const mergeTable = (table: Element, fresh: Element): boolean => {
  const cells = (row: Element): Element[] => own(row, "a:tc");
  const [rows, freshRows] = [own(table, "a:tr"), own(fresh, "a:tr")];
  const [head, freshHead] = [rows[0], freshRows[0]];
  if (!head || !freshHead || cells(head).length !== cells(freshHead).length) return false;
  for (const extra of rows.slice(freshRows.length)) table.removeChild(extra);
  for (const [at, freshRow] of freshRows.entries()) {
    const model = rows[Math.min(at, rows.length - 1)] as Element;
    const row = at < rows.length ? model : (model.cloneNode(true) as Element);
    if (at >= rows.length) table.appendChild(row);
    for (const [column, cell] of cells(row).entries()) setCellText(cell, cells(freshRow)[column] as Element);
  }
  return true;
};
