import {formatMonth} from "../../src/words/format.js";
import type {Language} from "../../src/words/language.js";
import {escapeHtml} from "../site/html/escape.js";

/** A page of the site as it was built: its name, path and HTML. */
export interface BuiltPage {
  /** "churn". */
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

const texts = {
  zh: {rows: "其余各行见工作簿。", contents: "目录", appendix: "附录：供分析人员", report: "客户服务月报"},
  en: {
    rows: "The other rows are in the workbook.",
    contents: "Contents",
    appendix: "Appendix: for the analyst",
    report: "Monthly service report",
  },
} as const;

/**
 * The whole report as one HTML file for print: cover, contents with page numbers, the first depth of every page, then
 * the second as appendix.
 *
 * @param options.numbers page of each part by its id; none on the first printing, which finds them
 */
export function printDocument(
  pages: readonly BuiltPage[],
  {
    language,
    company,
    month,
    css,
    numbers = new Map(),
  }: {
    language: Language;
    company: string;
    month: string | undefined;
    css: string;
    numbers?: ReadonlyMap<string, number>;
  },
): string {
  const word = texts[language];
  const {body, appendix} = partsOf(pages, word.rows);
  const entry = ({id, title}: Part) =>
    `<li><a href="#${id}"><span>${escapeHtml(title)}</span><b>${numbers.get(id) ?? "&nbsp;&nbsp;"}</b></a></li>`;
  const section = ({id, title, html}: Part, name: string) =>
    `<section class="${name}"><h1 id="${id}">${escapeHtml(title)}</h1>${html}</section>`;
  return [
    `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeHtml(`${company} ${word.report}`)}</title><style>${css}\n${printCss}</style></head><body class="book">`,
    `<section class="cover"><p>${escapeHtml(company)}</p><h1>${word.report}</h1><p>${month ? escapeHtml(formatMonth(month, {language})) : ""}</p></section>`,
    `<nav class="contents"><h1>${word.contents}</h1><ol>${body.map(entry).join("")}</ol>`,
    appendix.length > 0 ? `<h2>${word.appendix}</h2><ol>${appendix.map(entry).join("")}</ol>` : "",
    `</nav><main id="observablehq-main">`,
    ...body.map((part) => section(part, "part")),
    ...appendix.map((part) => section(part, "part appendix")),
    "</main></body></html>",
  ].join("\n");
}

function partsOf(pages: readonly BuiltPage[], rows: string): {body: Part[]; appendix: Part[]} {
  const split = pages.map(({id, title, html}) => {
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
    const own = inBook(main.replace(/<h1[^>]*>[\s\S]*?<\/h1>/, ""), rows);
    const at = own.indexOf('<details class="analyst"');
    const [front, rest] = at < 0 ? [own, ""] : [own.slice(0, at), own.slice(at)];
    return {id, title, front, rest};
  });
  const whole = (html: string) => /<figure|<table|<svg|<li|<p/.test(html);
  return {
    body: split
      .filter(({id, front}) => id !== "method" && whole(front))
      .map(({id, title, front}) => ({id: `part-${id}`, title, html: front})),
    appendix: split
      .map(({id, title, front, rest}) => ({id: `appendix-${id}`, title, html: id === "method" ? front : opened(rest)}))
      .filter(({html}) => whole(html)),
  };
}

/** Links lead to places of the book, or nowhere; what only a screen needs is left out. */
const inBook = (html: string, rows: string): string =>
  html
    .replaceAll(/<details class="rows narrow">[\s\S]*?<\/details>/g, "")
    .replaceAll(/<details class="rows">[\s\S]*?<\/details>/g, `<p class="reason">${rows}</p>`)
    .replaceAll(
      /<p class="links[^"]*">[\s\S]*?<\/p>|<button[\s\S]*?<\/button>|<div class="chart narrow">[\s\S]*?<\/svg><\/div>/g,
      "",
    )
    .replaceAll(/<details class="letter-text">[\s\S]*?<\/details>/g, "")
    .replaceAll(/ href="(?:[\w-]+\.html)?#([^"]+)"/g, ' href="#$1"')
    .replaceAll(/ href="([\w-]+)\.html"/g, ' href="#part-$1"')
    .replaceAll(/ href="(?!#)[^"]*"/g, "");

const opened = (html: string): string =>
  html
    .replace(/^<details class="analyst"><summary>[\s\S]*?<\/summary>/, "")
    .replace(/<\/details>\s*$/, "")
    .replaceAll('<details class="how">', '<details class="how" open>')
    .replaceAll('<details class="more">', '<details class="more" open>');

/** What a book has and a page of the site has not. */
const printCss = `
@media print { :root { font-size: 9.5pt; } }
.book .cover { height: 240mm; display: flex; flex-direction: column; justify-content: center; break-after: page; border-left: 6px solid #12436d; padding-left: 12mm; }
.book .cover h1 { font-size: 30pt; margin: 4mm 0; }
.book .cover p { font-size: 15pt; margin: 0; color: #56616c; }
.book .contents { break-after: page; }
.book .contents h1 { margin-bottom: 6mm; }
.book .contents h2 { margin-top: 8mm; }
.book .contents ol { list-style: none; margin: 0; padding: 0; }
.book .contents a { display: flex; justify-content: space-between; padding: 1.1mm 0; border-bottom: 1px dotted #8a949e; color: inherit; text-decoration: none; }
.book .contents b { font-weight: 400; font-variant-numeric: tabular-nums; }
.book .part { margin-top: 12mm; }
.book .part:first-of-type { margin-top: 0; }
.book .part:not(.appendix) + .appendix { margin-top: 0; break-before: page; }
.book .part > h1 { margin: 0 0 4mm; padding-bottom: 2mm; border-bottom: 2px solid #12436d; }
.book .faces { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm 6mm; align-items: start; }
.book .faces > * { break-inside: avoid; min-width: 0; margin: 0; border: 1px solid #dde3e8; padding: 3mm; }
.book .faces > .rows-only { grid-column: 1 / -1; }
.book .face .how { display: none; }
.book .letter-part .how { display: block; }
.book table { font-size: 8pt; min-width: 0; width: 100%; }
.book th, .book td { padding: 1mm 2mm 1mm 0; min-width: 0; white-space: normal; overflow-wrap: anywhere; }
.book thead { display: table-header-group; }
.book .figure { max-width: none; }
.book .appendix .figure { margin-bottom: 4mm; }
.book .appendix .chart { max-width: 135mm; }
.book .chart svg { max-height: 165mm; }
.book .face .chart svg { max-height: 90mm; }
.book figcaption { break-before: avoid; }
.book tr.more, .book .how .scroll, .book .how .reason { display: none !important; }
.book .tile .records, .book .figure .records { display: none; }
.book .tile.listed h3 { padding-right: 0; }
`;
