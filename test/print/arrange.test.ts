import {expect, it} from "vitest";
import {arrangeAppendix, arrangeFaces} from "../../loaders/print/arrange.js";
import {inBook} from "../../loaders/print/in-book.js";

const svg = (width: number, height: number): string => `<svg role="img" viewBox="0 0 ${width} ${height}"></svg>`;
const face = (id: string, inside: string): string =>
  `<figure class="figure face" id="${id}"><h2>${id}</h2>${inside}</figure>`;
const chart = (id: string, {wide, narrow}: {wide: number; narrow: number}): string =>
  `<figure class="figure" id="${id}"><h3 id="${id}-title">Finding of ${id}</h3><p class="subtitle">about</p><div class="chart wide">${svg(760, wide)}</div><div class="chart narrow">${svg(343, narrow)}</div></figure>`;
const table = (...cells: string[]): string =>
  `<table><thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead></table>`;
const pages = {language: "en", pageOf: () => undefined} as const;

it("sets small figures two by two, a broad table alone, and the words of the last chart beside it", () => {
  const broad = table("what should be done about it by whom and by when", "and who has to be told of it");
  const html = arrangeFaces(
    [face("a", svg(3, 3)), face("b", broad), face("c", table("n")), face("d", svg(3, 3))].join("\n"),
  );
  expect(html.match(/<div class="pair">[\s\S]*?id="a"[\s\S]*?id="c"[\s\S]*?<\/div>/)?.[0]).not.toContain('id="b"');
  expect(html).toContain('<figure class="figure face alone" id="d">');
});

it("draws a chart for the width that it gets, and puts one that fills a page at the end", () => {
  const small = {wide: 300, narrow: 300};
  const figures = [chart("a", small), chart("tall", {wide: 1100, narrow: 1400}), chart("b", small), chart("c", small)];
  const {html, plates} = arrangeAppendix(figures.join("\n"), {...pages, pageOf: (id) => (id === "tall" ? 99 : 0)});
  expect(html.match(/viewBox="0 0 343 300"/g)).toHaveLength(2);
  expect(html.match(/viewBox="0 0 760 300"/g)).toHaveLength(1);
  expect(html).toContain('Finding of tall</h3><p class="subtitle">about</p><p class="reason"><a href="#tall">');
  expect(html).toContain("page 99");
  expect(plates).toHaveLength(1);
  expect(plates[0]).toContain('viewBox="0 0 760 1100"');
});

it("breaks long names in tables at their joints and cuts lists of records", () => {
  const html = inBook(
    "<table><tr><td>helpdesk/tickets_2025-11_2026-10.csv</td><td>T25110001, T25110002, T25110003, T25110004, T25110005 and 9 more</td></tr></table>",
    "",
  );
  expect(html).toContain("helpdesk/<wbr>tickets_<wbr>2025-<wbr>11_");
  expect(html).toContain("<td>T25110001, T25110002, T25110003, T25110004 …</td>");
});
