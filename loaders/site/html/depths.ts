import {type Figure, isMissing} from "../../../src/figures/figure.js";
import type {Page} from "../../../src/pages.js";
import type {Drawn} from "../../../src/report.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {faceHtml, figureHtml, type PagePictures} from "./figure.js";
import {faceWidth} from "./table.js";

/** Sentences that a manager would say aloud; the others stand with the analyst's figures. */
const saidAloud = 3;

interface Depth {
  readonly language: Language;
  readonly level: number;
  readonly pictures?: PagePictures | undefined;
}

/** The first depth of a page: three sentences and the figures that answer its question, each with what it answers. */
export function frontHtml(page: Page, data: Drawn, {language, level, pictures}: Depth): string {
  const sentences = data.said[page.id] ?? sentencesOf(page, data).slice(0, saidAloud);
  const front = (page.front ?? []).flatMap(({figure: id, asks, columns}) => {
    const figure = data.figures[id];
    return figure && !isMissing(figure) ? [{figure, asks: asks[language], columns}] : [];
  });
  const spans = spansOf(
    front.map(({figure, columns}) => ({
      ...{figure, isTable: figure.form === "table"},
      isNarrow: figure.form === "table" && faceWidth(figure.table, {language, columns}) <= half,
    })),
  );
  const faces = front.map(({figure, asks, columns}) =>
    faceHtml(figure, {language, level, asks, columns, pictures, accounts: data.accounts, span: spans.get(figure) ?? 2}),
  );
  return [
    sentences.length ? `<ul class="said">${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>` : "",
    faces.length ? `<div class="faces">${faces.join("\n")}</div>` : "",
  ].join("\n");
}

interface Placed {
  readonly figure: Figure;
  readonly isTable: boolean;
  /** Half of a row has room for it. */
  readonly isNarrow: boolean;
}

/** Half of a row, in pixels. */
const half = 545;

/**
 * How many sixths of its row each figure takes: a chart two, a table four; where a row has room left, its figures share
 * it, so that no card is missing at its end.
 */
function spansOf(figures: readonly Placed[]): ReadonlyMap<Figure, number> {
  const rows: Placed[][] = [];
  const widthOf = ({isTable}: Placed): number => (isTable ? 4 : 2);
  const used = (row: readonly Placed[]): number => row.reduce((sum, each) => sum + widthOf(each), 0);
  for (const each of figures) {
    // As the style sheet packs them: each into the first row that has room for it.
    const row = rows.find((other) => used(other) + widthOf(each) <= 6);
    if (row) row.push(each);
    else rows.push([each]);
  }
  const isNarrowAlone = (row: readonly Placed[]): boolean => row.length === 1 && row[0]!.isNarrow;
  for (let at = 0; at + 1 < rows.length; at++)
    if (isNarrowAlone(rows[at]!) && isNarrowAlone(rows[at + 1]!)) rows.splice(at, 2, [...rows[at]!, ...rows[at + 1]!]);
  const spanOf = (row: readonly Placed[], each: Placed): number => (used(row) === 6 ? widthOf(each) : 6 / row.length);
  return new Map(rows.flatMap((row) => row.map((each) => [each.figure, spanOf(row, each)] as const)));
}

/** Opens the second depth: how many figures it holds, the other sentences, and what is missing of the first. */
export function moreHtml(page: Page, data: Drawn, {language, level}: Depth): string {
  const front = new Set((page.front ?? []).map(({figure}) => figure));
  const drawn = (id: string) => {
    const figure = data.figures[id];
    return figure !== undefined && !isMissing(figure);
  };
  const n = page.figures.filter((id) => !front.has(id) && drawn(id)).length;
  // Where the first depth has words of its own, all sentences stand here, with intervals and bases; a letter says them all.
  const sentences = data.letters[page.id] ? [] : sentencesOf(page, data).slice(data.said[page.id] ? 0 : saidAloud);
  const missing = [...front].filter((id) => !drawn(id)).flatMap((id) => data.figures[id] ?? []);
  const word = words[language];
  return [
    `<details class="analyst"><summary><strong>${word.analyst}</strong><span>${fill(n === 1 ? word.analyst_one : word.analyst_more, {n})}</span></summary>`,
    sentences.length
      ? `<ul class="findings">${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`
      : "",
    ...missing.map((figure) => figureHtml(figure, {language, level})),
  ].join("\n");
}

/** Closes what `moreHtml` opened. */
export const endHtml = "</details>";

const sentencesOf = ({passages}: Page, data: Drawn): readonly string[] =>
  passages.flatMap((id) => data.passages[id] ?? []);
