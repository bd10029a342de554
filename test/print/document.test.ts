import {expect, it} from "vitest";
import {printDocument} from "../../loaders/print/document.js";

const page = (id: string, main: string) => ({
  id,
  title: id,
  html: `<html><main id="observablehq-main">${main}</main></html>`,
});
const pages = [
  page(
    "churn",
    '<h1>Churn</h1><p>said <a href="calls.html#x">x</a> <a href="../downloads/a.csv">CSV</a></p><details class="analyst"><summary>more</summary><figure id="f"><details class="how"><p>n=3</p></details></figure></details>',
  ),
  page("method", "<h1>Method</h1><table></table>"),
];
const options = {language: "en", company: "A & B", month: "2026-10", css: ""} as const;

it("is a cover, contents with page numbers, the first depth of each page, then the second as appendix", () => {
  const html = printDocument(pages, {...options, numbers: new Map([["part-churn", 3]])});
  const order = [
    "A &amp; B",
    "Contents",
    "<b>3</b>",
    'id="part-churn"',
    "<p>said",
    'id="appendix-churn"',
    "n=3",
    'id="appendix-method"',
  ];
  const places = order.map((text) => html.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(html).not.toContain('id="part-method"');
});

it("leads to nothing outside itself", () => {
  const html = printDocument(pages, options);
  expect(html).toContain('<a href="#x">');
  expect(html).not.toMatch(/href="(?!#)/);
});
