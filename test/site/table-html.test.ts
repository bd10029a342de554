import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {figureHtml} from "../../loaders/site/html/figure.js";
import {tableHtml} from "../../loaders/site/html/table.js";
import {tilesHtml} from "../../loaders/site/html/tiles.js";
import type {Figure, FigureTable} from "../../src/figures/figure.js";
import {launchBrowser} from "../browser.js";
import {fixtureFigures} from "./fixtures/figures.js";

const css = readFileSync(new URL("../../src/components/site.css", import.meta.url), "utf8");
const column = (id: string, label: string, unit: FigureTable["columns"][number]["unit"] = "text") => ({
  id,
  label,
  unit,
});
const rowsOf = (count: number): FigureTable => ({
  columns: [
    column("day", "Day"),
    column("words", "Words"),
    column("customer", "Customer"),
    column("row", "Line", "id"),
  ],
  rows: Array.from({length: count}, (_, at) => [
    `${at} Oct 2026`,
    "asked what the other brand would charge for the same service",
    `K${at}`,
    1000 + at,
  ]),
});
const html = (table: FigureTable) => tableHtml(table, {language: "en", caption: "t"});

it("a number that names a row of a file is written plain", () => {
  expect(html(rowsOf(1))).toContain(">1000<");
});

it("a table of more than 20 rows is folded, a shorter one is not", () => {
  expect(html(rowsOf(20))).not.toContain('class="more"');
  expect(html(rowsOf(80))).toContain("Show all 80 rows");
  expect(tableHtml(rowsOf(80), {language: "zh", caption: "t"})).toContain("显示全部 80 行");
  expect(html(rowsOf(80)).match(/<tr class="more">/g)).toHaveLength(65);
});

it("a table that fits a telephone is left as it is", () => {
  const small = {columns: [column("tier", "Tier"), column("n", "n", "count")], rows: [["One star", 12]]};
  expect(html(small)).not.toContain('class="wide"');
  expect(html(rowsOf(3))).toContain('class="wide"');
});

it("a figure names three of its definitions at most, and how many there are", () => {
  const [figure] = fixtureFigures("en") as [Figure, ...Figure[]];
  const metrics = ["csat", "nps", "ces", "answer_rate", "churn_rate"];
  const page = figureHtml({...figure, metrics}, {language: "en", level: 3});
  expect(page.match(/method\.html#/g)).toHaveLength(3);
  expect(page).toContain("5 in all");
});

describe("without scripts, in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const open = async (content: string, width: number): Promise<Page> => {
    const page = await browser.newPage({viewport: {width, height: 800}, javaScriptEnabled: false});
    await page.setContent(`<style>${css}</style><main id="observablehq-main">${content}</main>`);
    return page;
  };
  const inFigure = (table: FigureTable) => `<figure class="figure">${html(table)}</figure>`;

  it("the folded rows of a long table are shown on request, and always in print", async () => {
    const page = await open(inFigure(rowsOf(80)), 1366);
    const shown = () => page.locator("tbody tr:visible").count();
    expect(await shown()).toBe(15);
    await page.locator(".rows summary").click();
    expect(await shown()).toBe(80);
    await page.locator(".rows summary").click();
    await page.emulateMedia({media: "print"});
    expect(await shown()).toBe(80);
    await page.close();
  });

  it("on the first depth limits and what has no room wait until asked, and a telephone keeps the columns that tell most", async () => {
    const waits: FigureTable = {
      columns: [
        column("clock", "Time"),
        column("calls", "Calls", "count"),
        ...["median", "p90"].flatMap((id) => [
          column(id, id, "seconds"),
          column(`${id}_lo`, "Lower", "seconds"),
          column(`${id}_hi`, "Upper", "seconds"),
        ]),
      ],
      rows: [
        ["Talk time", 5164, 154, 149, 159, 449, 439, 466],
        ["Speed of answer", 5164, 13, 12, 13, 46, 44, 48],
      ],
    };
    const face = (columns?: readonly string[]) =>
      `<figure class="figure face">${tableHtml(waits, {language: "en", caption: "t", face: {rows: 6, columns}})}</figure>`;
    const heads = (page: Page) => page.locator("th[scope=col]:visible").allTextContents();
    const desk = await open(face(), 1366);
    expect(await heads(desk)).toEqual(["Time", "Calls", "median", "p90"]);
    await desk.locator(".rows summary").click();
    expect(await heads(desk)).toHaveLength(8);
    await desk.close();
    const telephone = await open(face(["p90", "median", "calls"]), 375);
    expect(await heads(telephone)).toEqual(["Time", "Calls", "median", "p90"]);
    expect(await telephone.locator("tbody tr:visible").count()).toBe(2);
    const scroll = telephone.locator(".scroll");
    expect(await scroll.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await telephone.locator(".rows summary").click();
    const cell = telephone.locator("td").first();
    expect(await cell.evaluate((each) => getComputedStyle(each, "::before").content)).toBe('"Calls"');
    await telephone.close();
  });

  it("a wide table stands cell below cell on a telephone, each with the name of its column", async () => {
    const page = await open(inFigure(rowsOf(3)), 375);
    const scroll = page.locator(".scroll");
    expect(await scroll.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    const cell = page.locator("td").first();
    expect(await cell.evaluate((each) => getComputedStyle(each, "::before").content)).toBe('"Words"');
    await page.close();
  });

  it("a wide table on a telephone shows three rows of its first columns, and all of it on request and in print", async () => {
    const wide = {
      columns: Array.from({length: 8}, (_, at) => column(`c${at}`, `Column ${at}`)),
      rows: Array.from({length: 12}, (_, row) => Array.from({length: 8}, (__, at) => `row ${row} cell ${at}`)),
    };
    const page = await open(inFigure(wide), 375);
    const shown = async () => [
      await page.locator("tbody tr:visible").count(),
      await page.locator("tbody tr:first-child > :visible").count(),
    ];
    expect(await shown()).toEqual([3, 5]);
    await page.locator(".rows summary", {hasText: "Show all 12 rows"}).click();
    expect(await shown()).toEqual([12, 8]);
    await page.locator(".rows summary").click();
    expect(await shown()).toEqual([3, 5]);
    await page.setViewportSize({width: 1366, height: 800});
    expect(await shown()).toEqual([12, 8]);
    expect(await page.locator(".rows").isVisible()).toBe(false);
    await page.close();
  });

  it("no text leaves its tile on a telephone", async () => {
    const tile = {
      id: "callback_done",
      label: "按时回访率（近十二个月，按应回访的投诉计算）",
      value: "59.6%",
      small: "49.2–69.1% · 89 件应回访",
      number: {unit: "share" as const, value: 0.596, lo: 0.492, hi: 0.691},
      better: "up" as const,
      state: "bad" as const,
      verdict: "连续 24 个月未达标，差于去年同月",
      target: "80.0%（客服部，2026年12月31日前）",
      cells: [{id: "month" as const, label: "9月", value: "47.2%", mark: "~" as const, isBad: false, number: 0.472}],
      href: "complaints.html",
    };
    for (const language of ["zh", "en"] as const) {
      const page = await open(`<ul class="tiles plain">${tilesHtml([tile, tile], {language})}</ul>`, 375);
      const over = await page
        .locator(".tile")
        .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
      expect(over, language).toEqual([0, 0]);
      await page.close();
    }
  });
});
