import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {printFile} from "../../loaders/print/browser.js";
import {browserPath} from "../../loaders/print/browser-path.mjs";
import {printDocument} from "../../loaders/print/document.js";
import {pageCount, pageOfNames} from "../../loaders/print/pdf-pages.js";
import {project} from "../build/command.js";

const browser = browserPath(process.env);
const chart = (id: string, height: number): string =>
  `<figure class="figure" id="${id}"><h3>A finding of ${id}</h3><p class="subtitle">What is counted</p><div class="chart wide"><svg viewBox="0 0 720 ${height}" width="100%" role="img"><rect width="720" height="${height}" fill="#888"/></svg></div></figure>`;
const analyst = (figures: readonly string[]): string =>
  `<details class="analyst"><summary>more</summary>${figures.join("")}</details>`;

it.skipIf(!browser)(
  "prints two ordinary figures of the appendix on a page, and what leads to a figure to its page",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-print-"));
    try {
      const figures = Array.from({length: 6}, (_, at) => chart(`f${at}`, 480));
      const html = `<main><h1>Churn</h1><p>said</p><a href="#f4">that</a>${analyst(figures)}</main>`;
      const file = join(folder, "book.html");
      writeFileSync(
        file,
        printDocument([{id: "churn", title: "Churn", html}], {
          ...{language: "en", company: "A", month: "2026-10"},
          css: readFileSync(join(project, "src/components/site.css"), "utf8"),
        }),
      );
      const pdf = await printFile(browser!, file);
      const pages = pageOfNames(pdf);
      // Cover, contents, the first depth, and three pages of two figures each.
      expect(pageCount(pdf)).toBe(6);
      expect(pages.get("part-churn")).toBe(3);
      expect(pages.get("appendix-churn")).toBe(4);
      expect(pages.get("f4")).toBe(6);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  },
);

it.skipIf(!browser)("draws a chart smaller rather than leave the page before it half empty", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-print-"));
  try {
    // Too broad to stand two by two; a little too tall to stand below each other.
    const tall = (id: string): string => chart(id, 480).replace('<div class="chart wide">', '<div class="chart">');
    const html = `<main><h1>Churn</h1><p>said</p>${analyst([tall("f0"), tall("f1")])}</main>`;
    const words = '<p class="subtitle">Words that take some of the room of a page.</p>'.repeat(4);
    const file = join(folder, "book.html");
    const css = readFileSync(join(project, "src/components/site.css"), "utf8");
    const pages = [{id: "churn", title: "Churn", html: html.replace('id="f1">', `$&${words}`)}];
    writeFileSync(file, printDocument(pages, {...{language: "en", company: "A", month: "2026-10"}, css}));
    const pdf = await printFile(browser!, file);
    expect(pageCount(pdf)).toBe(4);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
