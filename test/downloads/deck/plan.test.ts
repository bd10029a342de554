import {describe, expect, it} from "vitest";
import type {DownloadInput} from "../../../loaders/downloads/contents/input.js";
import {bulletPages} from "../../../loaders/downloads/deck/bullets.js";
import {deckPlan} from "../../../loaders/downloads/deck/plan.js";
import {slideTable} from "../../../loaders/downloads/deck/table.js";
import type {Figure, FigureTable} from "../../../src/figures/figure.js";
import type {Tile} from "../../../src/figures/overview/tile-shape.js";
import {all, parse} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

const input = sampleInput();
const withEnglish = (changed: Partial<DownloadInput["figures"]["en"]>): DownloadInput => ({
  ...input,
  figures: {...input.figures, en: {...input.figures.en, ...changed}},
});

it("the measures of the overview stand first in the appendix, each with interval, what to compare with, target and verdict", () => {
  const tile: Tile = {
    id: "answer_rate",
    label: "Answer rate",
    value: "92.3%",
    small: "89.6–94.4% · 470 calls",
    number: {unit: "share", value: 0.923, lo: 0.896, hi: 0.944},
    better: "up",
    state: "unsure",
    verdict: "Too close to call",
    target: "90.0% (Customer service)",
    cells: [
      {id: "month", label: "Sep", value: "90.4%", mark: "~", isBad: false, number: 0.904},
      {id: "window", label: "12 months", value: "89.7%", mark: "", isBad: false, number: 0.897},
    ],
    href: "complaints.html",
  };
  const board = {
    title: "Oct 2026: 1 of 2 targets missed",
    said: [],
    missed: "",
    matters: [],
    tiles: [tile],
    further: [],
    measures: [tile],
    changed: [],
    acts: [],
    missing: [],
  };
  const slides = deckPlan(withEnglish({boards: {overview: board}}), "en");
  const first = slides[slides.findIndex(({id}) => id === "appendix") + 1];
  expect(first).toMatchObject({id: "overview-tiles", title: "Oct 2026: 1 of 2 targets missed"});
  expect(first?.table?.rows[0]).toEqual([
    "Answer rate",
    "92.3%",
    "89.6–94.4% · 470 calls",
    "90.4% ~",
    "",
    "89.7%",
    "90.0% (Customer service)",
    "Too close to call",
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

describe("the briefing that the deck opens with", () => {
  const slides = deckPlan(input, "en");
  const brief = slides.slice(
    0,
    slides.findIndex(({id}) => id === "appendix"),
  );

  it("is the month, decisions, findings, actions, what is not known, next steps; at most twelve slides", () => {
    expect(brief.map(({id}) => id)).toEqual([
      "month",
      "brief-decisions",
      "brief-csat-by-channel",
      "brief-csat-trend",
      "brief-actions",
      "brief-unknown",
      "brief-next",
    ]);
    const findings = input.figures.en.briefing!.findings;
    const many = Object.keys(input.figures.en.figures).flatMap((from) => findings.map((each) => ({...each, from})));
    const full = deckPlan(withEnglish({briefing: {...input.figures.en.briefing!, findings: many}}), "en");
    expect(full.findIndex(({id}) => id === "appendix")).toBe(12);
  });

  it("says three sentences under one picture and leads to every part", () => {
    const [month] = brief;
    expect(month?.body).toHaveLength(3);
    expect(month?.tiles).toHaveLength(6);
    expect(month?.agenda?.links?.map(({text, slide}) => [text, slide])).toEqual([
      ["2 Decisions", "brief-decisions"],
      ["3–4 Findings", "brief-csat-by-channel"],
      ["5 Actions", "brief-actions"],
      ["6 Not known yet", "brief-unknown"],
      ["7 Next steps", "brief-next"],
      ["Appendix", "appendix"],
    ]);
  });

  it("has no table over eight rows, no chart over seven, and at most 25 words beside a chart", () => {
    for (const {table, figure, takeaways = []} of brief) {
      expect(table?.rows.length ?? 0).toBeLessThanOrEqual(8);
      if (figure?.form === "dots") expect(figure.categories.length).toBeLessThanOrEqual(7);
      expect(takeaways.flatMap(({text}) => text.split(/\s+/)).length).toBeLessThanOrEqual(25);
    }
  });

  it("marks what follows as the appendix", () => {
    const rest = slides.slice(brief.length + 1);
    expect(rest.every(({section}) => section.startsWith("Appendix"))).toBe(true);
    expect(brief.some(({section}) => section.startsWith("Appendix"))).toBe(false);
  });

  it("names in the notes what to say, the definition and the figure's own files only", () => {
    const notes = brief.find(({id}) => id === "brief-csat-trend")?.notes.join("\n") ?? "";
    expect(notes).toContain("Target 90%.");
    expect(notes).toContain("answers of 4 or 5 ÷ all valid answers");
    expect(notes).toContain("exports/surveys.csv");
    expect(notes).not.toContain("exports/tickets.csv");
  });

  it("is the month and what is unknown where the records give nothing else", () => {
    const bare = deckPlan(withEnglish({briefing: {said: [], findings: []}, boards: {}}), "en");
    expect(bare.slice(0, 2).map(({id}) => id)).toEqual(["month", "appendix"]);
  });
});
