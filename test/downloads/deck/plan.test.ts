import {describe, expect, it} from "vitest";
import type {DownloadInput} from "../../../loaders/downloads/contents/input.js";
import {bulletPages} from "../../../loaders/downloads/deck/bullets.js";
import {deckPlan} from "../../../loaders/downloads/deck/plan.js";
import {slideTable} from "../../../loaders/downloads/deck/table.js";
import type {Card} from "../../../src/figures/card.js";
import type {Figure, FigureTable} from "../../../src/figures/figure.js";
import {all, parse} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

const input = sampleInput();
const withEnglish = (changed: Partial<DownloadInput["figures"]["en"]>): DownloadInput => ({
  ...input,
  figures: {...input.figures, en: {...input.figures.en, ...changed}},
});

it("the numbers of the overview stand on an early slide, each with interval, target, verdict and change", () => {
  const card: Card = {
    label: "Answer rate",
    value: "92.3%",
    interval: "89.6–94.4%",
    base: "470 calls",
    target: "90.0% (Customer service)",
    verdict: "unknown",
    sentence: "Target 90.0% (Customer service)",
    change: "cannot tell whether it changed from Sep",
  };
  const cards = [card, {...card, label: "Churn", verdict: "bad" as const}];
  const slides = deckPlan(withEnglish({cards: {overview: cards}}), "en");
  expect(slides[1]).toMatchObject({
    id: "overview-cards",
    title: "Of 2 measures: 1 worse than target, 1 too uncertain to tell",
  });
  expect(slides[1]?.table?.rows[0]).toEqual([
    "Answer rate",
    "92.3%",
    "89.6–94.4% · 470 calls",
    "90.0% (Customer service)",
    "Cannot tell if on target",
    "Cannot tell whether it changed from Sep",
  ]);
});

describe("sentences on slides", () => {
  const long =
    "A sentence that takes about two lines of a slide, for it says what was counted, how and in which months, and what that means for those who have to act on it. ";

  it("are made smaller before one of them stands alone on a slide", () => {
    expect(bulletPages(Array.from({length: 7}, () => long))).toHaveLength(1);
    const many = bulletPages(Array.from({length: 9}, () => long.repeat(2))).map((page) => page.length);
    expect(many.length).toBeGreaterThan(1);
    expect(Math.min(...many)).toBeGreaterThan(1);
  });

  it("take as many slides in one language as in the other", () => {
    const short = Array.from({length: 9}, () => "一句话。");
    const twin = Array.from({length: 9}, () => long.repeat(2));
    expect(bulletPages(short, {twin})).toHaveLength(bulletPages(twin, {twin: short}).length);
  });
});

it("a table of one row is a list, one of none is no slide", () => {
  const table = Object.values(input.figures.en.figures).find(
    (figure): figure is Figure => "form" in figure && figure.form === "table",
  ) as Figure;
  const slides = (rows: FigureTable["rows"]) => {
    const figures = {...input.figures.en.figures, [table.id]: {...table, table: {...table.table, rows}}};
    return deckPlan(withEnglish({figures}), "en").filter(({id}) => id === table.id);
  };
  const [list] = slides(table.table.rows.slice(0, 1));
  expect(list?.table).toBeUndefined();
  expect(list?.body?.map(({text}) => text)).toContain(`${table.table.columns[0]?.label}: ${table.table.rows[0]?.[0]}`);
  expect(slides([])).toEqual([]);
});

it("a table of many columns breaks no word of its headings", () => {
  const labels = ["Month", "Measure", "Record", "Recorded by", "Suspicion", "Recorded", "Should be", "Row", "File"];
  const columns = labels.map((label) => ({id: label, label, unit: "text" as const}));
  const row = ["Aug 2026", "Work-order fees", "WX001465", "Clerk 03 (WY03)", "decimal point two places off"];
  const rows = [[...row, "18,600", "186", "602", "erp/work_orders_2026.xlsx"]];
  const {xml} = slideTable({columns, rows}, {box: {x: 0, y: 0, w: 12.1, h: 4.7}, language: "en"});
  const tree = parse(`<t xmlns:a="a">${xml}</t>`);
  const widths = all(tree, "a:gridCol").map((column) => Number(column.getAttribute("w")) / 12_700);
  const size = Number(all(tree, "a:rPr")[0]?.getAttribute("sz")) / 100;
  expect(size).toBeGreaterThanOrEqual(10);
  // Eight letters of "Recorded" and the space at both ends of the cell.
  expect(widths[5]).toBeGreaterThan(8 * 0.5 * size + 20);
});
