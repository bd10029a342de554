import {type Figure, type FigureOrMissing, isMissing} from "../../../src/figures/figure.js";
import {shortFigure} from "../../../src/figures/forms/short.js";
import {sourceNames} from "../../../src/figures/overview/sources.js";
import {metrics} from "../../../src/metrics/catalogue.js";
import {formatNumber} from "../../../src/words/format.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import type {Pictures} from "../../draw/pictures.js";
import {faceRows, svgOf, widths} from "../../draw/render.js";
import {escapeHtml} from "./escape.js";
import {safeLink} from "./links.js";
import {missingHtml} from "./missing.js";
import {tableHtml} from "./table.js";

interface FigureOptions {
  readonly language: Language;
  /** Level of its title among the headings of the page. */
  readonly level: number;
  /** Rows only, without picture; defaults to false. */
  readonly tableOnly?: boolean;
  /** Pictures that are drawn already; the others are drawn here. */
  readonly pictures?: PagePictures | undefined;
  /** Customers with a page of their own, and its file. */
  readonly accounts?: Readonly<Record<string, string>> | undefined;
}

/** The pictures of a figure in a language; undefined where they are not drawn yet. */
export type PagePictures = (id: string, language: Language) => Pictures | undefined;

/**
 * A figure as it stands in a page: finding, caveats, picture, rows, source and links. The links to downloads are filled
 * in when it is known which files exist (see `finish.ts`).
 */
export function figureHtml(
  figure: FigureOrMissing,
  {language, level, tableOnly = false, pictures, accounts}: FigureOptions,
): string {
  const id = escapeHtml(figure.id);
  if (isMissing(figure)) {
    return missingHtml(figure, {language});
  }
  const table = tableHtml(figure.table, {language, caption: figure.title, anchors: figure.id === "glossary", accounts});
  const rowsOnly = tableOnly || figure.form === "table";
  const rows = figure.table.rows.length > 0 ? table : "";
  return [
    `<figure class="figure${rowsOnly ? " rows-only" : ""}" id="${id}" aria-labelledby="${id}-title">`,
    `<h${level} id="${id}-title">${escapeHtml(figure.title)}</h${level}>`,
    `<p class="subtitle">${escapeHtml(figure.subtitle)}</p>`,
    remarksHtml(figure),
    figure.notes.length
      ? `<ul class="notes">${figure.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>`
      : "",
    rowsOnly ? rows : picture(figure, {language, pictures}),
    recordsHtml(figure),
    howHtml(figure, {language, table: rowsOnly ? "" : rows, notes: []}),
    "</figure>",
  ].join("\n");
}

/** Rows of a table on the first depth of a page. */
const fewRows = 6;

/**
 * A figure on the first depth of its page: the question it answers, the finding, one picture that serves desk and
 * telephone; everything else behind one word.
 */
export function faceHtml(
  figure: Figure,
  {
    language,
    level,
    asks,
    pictures,
    accounts,
    columns,
    span,
  }: Omit<FigureOptions, "tableOnly"> & {
    asks: string;
    /** Of a table, those that tell most. */
    columns?: readonly string[] | undefined;
    /** How many sixths of the row it takes. */
    span: number;
  },
): string {
  const id = escapeHtml(figure.id);
  const rowsOnly = figure.form === "table";
  const table = tableHtml(figure.table, {
    ...{language, caption: figure.title, accounts},
    ...(rowsOnly ? {face: {rows: fewRows, columns}} : {}),
  });
  const {figure: drawn, left} = shortFigure(figure, {rows: faceRows});
  const svg = rowsOnly ? "" : (pictures?.(figure.id, language)?.face ?? svgOf(drawn, {language, width: widths.narrow}));
  const more = left > 0 ? `<p class="reason">${fill(words[language].groups_more, {n: left})}</p>` : "";
  return [
    `<figure class="figure face${rowsOnly ? " rows-only" : ""} of-${span}" id="${id}" aria-labelledby="${id}-title">`,
    `<p class="asks">${escapeHtml(asks)}</p>`,
    `<h${level} id="${id}-title">${escapeHtml(figure.title)}</h${level}>`,
    `<p class="subtitle">${escapeHtml(figure.subtitle)}</p>`,
    remarksHtml(figure),
    rowsOnly ? table : `<div class="chart">${svg}</div>${more}`,
    recordsHtml(figure),
    howHtml(figure, {language, table: rowsOnly ? "" : table, notes: figure.notes}),
    "</figure>",
  ].join("\n");
}

/** What the analyst says, in sight at both depths. */
const remarksHtml = ({remarks = []}: Figure): string =>
  remarks.map((text) => `<p class="remark">${escapeHtml(text)}</p>`).join("");

/** The way from a number to its records. */
const recordsHtml = ({records}: Figure): string =>
  records
    ? `<p class="records"><a href="${escapeHtml(safeLink(records.href))}">${escapeHtml(records.text)}</a></p>`
    : "";

/** Behind one word: caveats, rows, base, method, source, definitions and files. */
function howHtml(
  figure: Figure,
  {language, table, notes}: {language: Language; table: string; notes: readonly string[]},
): string {
  const word = words[language];
  const id = escapeHtml(figure.id);
  const caveats = notes.length
    ? `<ul class="notes">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>`
    : "";
  return `<figcaption><details class="how"><summary>${word.how}</summary>${caveats}${table}${workedHtml(figure, {language})}${source(figure, {language})}<p class="links"><!--downloads:${id}--><a href="#${id}">${word.share}</a></p></details></figcaption>`;
}

/** The sums behind it, each on its line. */
const workedHtml = ({worked = []}: Figure, {language}: {language: Language}): string =>
  worked
    .map((text) => `<p class="worked">${words[language].worked}${words[language].colon}${escapeHtml(text)}</p>`)
    .join("");

/** Both pictures; the style sheet shows the one that fits. Ids and labels stay apart. */
function picture(figure: Figure, {language, pictures}: Pick<FigureOptions, "language" | "pictures">): string {
  const drawn = pictures?.(figure.id, language);
  const svg = (size: keyof typeof widths) => drawn?.[size] ?? svgOf(figure, {language, width: widths[size]});
  const wide = svg("wide");
  if (!wide) return `<p class="reason">${words[language].no_figure}</p>`;
  return `<div class="chart wide">${wide}</div><div class="chart narrow">${svg("narrow")}</div>`;
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
