import {type Figure, type FigureOrMissing, isMissing} from "../../../src/figures/figure.js";
import {sourceNames} from "../../../src/figures/overview/sources.js";
import {metrics} from "../../../src/metrics/catalogue.js";
import {formatNumber} from "../../../src/words/format.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {svgOf} from "../../draw/render.js";
import {escapeHtml} from "./escape.js";
import {missingHtml} from "./missing.js";
import {tableHtml} from "./table.js";

/** Widths of the two pictures of a chart: for a page, and for a telephone. */
const widths = {wide: 760, narrow: 343};

interface FigureOptions {
  readonly language: Language;
  /** Level of its title among the headings of the page. */
  readonly level: number;
  /** Rows only, without picture; defaults to false. */
  readonly tableOnly?: boolean;
}

/**
 * A figure as it stands in a page: finding, caveats, picture, rows, source and links. The links to downloads are filled
 * in when it is known which files exist (see `finish.ts`).
 */
export function figureHtml(figure: FigureOrMissing, {language, level, tableOnly = false}: FigureOptions): string {
  const word = words[language];
  const id = escapeHtml(figure.id);
  if (isMissing(figure)) {
    return missingHtml(figure, {language});
  }
  const table = tableHtml(figure.table, {language, caption: figure.title, anchors: figure.id === "glossary"});
  const rowsOnly = tableOnly || figure.form === "table";
  return [
    `<figure class="figure" id="${id}" aria-labelledby="${id}-title">`,
    `<h${level} id="${id}-title">${escapeHtml(figure.title)}</h${level}>`,
    `<p class="subtitle">${escapeHtml(figure.subtitle)}</p>`,
    figure.notes.length
      ? `<ul class="notes">${figure.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>`
      : "",
    rowsOnly ? table : picture(figure, {language}),
    rowsOnly ? "" : `<details class="data"><summary>${word.data_table}</summary>${table}</details>`,
    `<figcaption>${source(figure, {language})}<p class="links"><!--downloads:${id}--><a href="#${id}">${word.share}</a></p></figcaption>`,
    "</figure>",
  ].join("\n");
}

/** Both pictures; the style sheet shows the one that fits. Ids and labels stay apart. */
function picture(figure: Figure, {language}: {language: Language}): string {
  const svg = (width: number) => svgOf(figure, {language, width});
  const wide = svg(widths.wide);
  if (!wide) return `<p class="reason">${words[language].missing}</p>`;
  return `<div class="chart wide">${wide}</div><div class="chart narrow">${svg(widths.narrow)}</div>`;
}

/** More names than this under a figure are a list of their own. */
const mostDefinitions = 3;

function source(figure: Figure, {language}: {language: Language}): string {
  const word = words[language];
  const definitions = figure.metrics.slice(0, mostDefinitions).map((id) => {
    const name = metrics.find((metric) => metric.id === id)?.[language].name ?? id;
    return `<a href="method.html#${escapeHtml(id)}">${escapeHtml(name)}</a>`;
  });
  const more = figure.metrics.length > mostDefinitions ? fill(word.definitions_all, {n: figure.metrics.length}) : "";
  const parts = [
    `n=${formatNumber(figure.n, "count", {language})}`,
    `${word.method}${word.colon}${escapeHtml(figure.method)}`,
    figure.marts.length ? `${word.source}${word.colon}${escapeHtml(sourceNames({language}, figure))}` : "",
    definitions.length ? `${word.definition}${word.colon}${definitions.join(word.list_comma)}${more}` : "",
  ];
  return `<p class="source">${parts.filter(Boolean).join(" · ")}</p>`;
}
