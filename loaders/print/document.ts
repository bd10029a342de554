import {formatMonth} from "../../src/words/format.js";
import type {Language} from "../../src/words/language.js";
import {escapeHtml} from "../site/html/escape.js";
import {arrangeAppendix, arrangeFaces} from "./arrange.js";
import {bookCss} from "./book-css.js";
import {inBook} from "./in-book.js";

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
  zh: {
    rows: "其余各行见工作簿。",
    contents: "目录",
    appendix: "附录：供分析人员",
    plates: "各组对照全图",
    report: "客户服务月报",
  },
  en: {
    rows: "The other rows are in the workbook.",
    contents: "Contents",
    appendix: "Appendix: for the analyst",
    plates: "Charts of all groups",
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
  const {body, appendix} = partsOf(pages, {language, numbers});
  const entry = ({id, title}: Part) =>
    `<li><a href="#${id}"><span>${escapeHtml(title)}</span><b>${numbers.get(id) ?? "&nbsp;&nbsp;"}</b></a></li>`;
  const section = ({id, title, html}: Part, name: string) =>
    `<section class="${name}"><h1 id="${id}">${escapeHtml(title)}</h1>${html}</section>`;
  return [
    `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeHtml(`${company} ${word.report}`)}</title><style>${css}\n${bookCss}</style></head><body class="book">`,
    `<section class="cover"><p>${escapeHtml(company)}</p><h1>${word.report}</h1><p>${month ? escapeHtml(formatMonth(month, {language})) : ""}</p></section>`,
    `<nav class="contents"><h1>${word.contents}</h1><ol>${body.map(entry).join("")}</ol>`,
    appendix.length > 0 ? `<h2>${word.appendix}</h2><ol>${appendix.map(entry).join("")}</ol>` : "",
    `</nav><main id="observablehq-main">`,
    ...body.map((part) => section(part, "part")),
    ...appendix.map((part) => section(part, "part appendix")),
    "</main></body></html>",
  ].join("\n");
}

function partsOf(
  pages: readonly BuiltPage[],
  {language, numbers}: {language: Language; numbers: ReadonlyMap<string, number>},
): {body: Part[]; appendix: Part[]} {
  const word = texts[language];
  const split = pages.map(({id, title, html}) => {
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
    const own = inBook(main.replace(/<h1[^>]*>[\s\S]*?<\/h1>/, ""), word.rows);
    const at = own.indexOf('<details class="analyst"');
    const [front, rest] = at < 0 ? [own, ""] : [own.slice(0, at), own.slice(at)];
    const second = arrangeAppendix(opened(id === "method" ? front : rest), {
      language,
      pageOf: (figure) => numbers.get(figure),
    });
    return {id, title, front: arrangeFaces(front), second};
  });
  const whole = ({html}: Part) => /<figure|<table|<svg|<li|<p/.test(html);
  const plates = split.flatMap(({second}) => second.plates);
  return {
    body: split
      .filter(({id}) => id !== "method")
      .map(({id, title, front}) => ({id: `part-${id}`, title, html: front}))
      .filter(whole),
    appendix: [
      ...split.map(({id, title, second}) => ({id: `appendix-${id}`, title, html: second.html})),
      {id: "plates", title: word.plates, html: plates.join("\n")},
    ].filter(whole),
  };
}

const opened = (html: string): string =>
  html
    .replace(/^<details class="analyst"><summary>[\s\S]*?<\/summary>/, "")
    .replace(/<\/details>\s*$/, "")
    .replaceAll('<details class="how">', '<details class="how" open>')
    .replaceAll('<details class="more">', '<details class="more" open>');
