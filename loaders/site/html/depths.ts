import {type Figure, isMissing} from "../../../src/figures/figure.js";
import type {Page} from "../../../src/pages.js";
import type {Drawn} from "../../../src/report.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {faceHtml, figureHtml, type PagePictures} from "./figure.js";

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
  const front = (page.front ?? []).flatMap(({figure: id, asks}) => {
    const figure = data.figures[id];
    return figure && !isMissing(figure) ? [{figure, asks: asks[language]}] : [];
  });
  const alone = aloneAmong(front.map(({figure}) => figure));
  const faces = front.map(({figure, asks}) =>
    faceHtml(figure, {language, level, asks, pictures, accounts: data.accounts, isAlone: alone.has(figure)}),
  );
  return [
    sentences.length ? `<ul class="said">${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>` : "",
    faces.length ? `<div class="faces">${faces.join("\n")}</div>` : "",
  ].join("\n");
}

/** Tables take two of three columns; those beside which no chart comes to stand take the row. */
function aloneAmong(figures: readonly Figure[]): ReadonlySet<Figure> {
  const rows: Figure[][] = [];
  const widthOf = ({form}: Figure): number => (form === "table" ? 2 : 1);
  const used = (row: readonly Figure[]): number => row.reduce((sum, figure) => sum + widthOf(figure), 0);
  for (const figure of figures) {
    // As the style sheet packs them: each into the first row that has room for it.
    const row = rows.find((each) => used(each) + widthOf(figure) <= 3);
    if (row) row.push(figure);
    else rows.push([figure]);
  }
  return new Set(rows.flatMap((row) => (row.length === 1 && used(row) === 2 ? row : [])));
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
