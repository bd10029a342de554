import {describe, expect, it} from "vitest";
import {nativeChart} from "../../../loaders/downloads/chart/chart.js";
import {downloadWords} from "../../../loaders/downloads/contents/words.js";
import type {Figure} from "../../../src/figures/figure.js";
import {all, parse} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

const trend = sampleInput().figures.en.figures["csat-trend"] as Figure;
const drawn = (figure: Figure): string => nativeChart(figure, {words: downloadWords.en.chart}).xml;
const number = (xml: string, axis: string, name: string): number =>
  Number(all(all(parse(xml), axis)[0]!, name)[0]?.getAttribute("val"));

describe("notes of a line chart", () => {
  const marks = [
    {category: "2026-06", label: "Renewal price up 6%"},
    {category: "2026-06", label: "Rival A offers 20% off"},
    {category: "2026-07", label: "Six of hotline 2 lent out"},
    {category: "2026-08", label: "New wording", is_break: true},
  ];
  const xml = drawn({...trend, marks});

  it("say all that happened in a month, not the first thing alone", () => {
    for (const {label} of marks) expect(xml).toContain(`<c:v>${label}</c:v>`);
  });

  it("stand above the last gridline, in rows that do not touch", () => {
    const [max, min, step] = ["c:max", "c:min", "c:majorUnit"].map((name) => number(xml, "c:valAx", name)) as [
      number,
      number,
      number,
    ];
    const last = min + Math.floor((max - min) / step + 1e-9) * step;
    const noted = all(parse(xml), "c:ser").filter((each) => all(each, "c15:datalabelsRange").length > 0);
    const heights = noted.flatMap((each) =>
      all(all(each, "c:val")[0]!, "c:v").map(({textContent}) => Number(textContent)),
    );
    expect(heights).toHaveLength(4);
    expect(new Set(heights).size).toBeGreaterThan(1);
    for (const height of heights) {
      expect(height).toBeGreaterThan(last);
      expect(height).toBeLessThan(max);
    }
    const values = trend.series.flatMap(({points}) => points.map(({hi}) => hi ?? 0));
    expect(last).toBeGreaterThanOrEqual(Math.max(...values));
  });
});

describe("the lines of a line chart", () => {
  const [main, other] = trend.series as [Figure["series"][0], Figure["series"][0]];
  const {role: _, ...compared} = other;
  const bars = (figure: Figure): number => all(parse(drawn(figure)), "c:errBars").length;

  it("both have their interval where two are compared, context has none", () => {
    const {marks: _, ...figure} = trend;
    expect(bars({...figure, series: [main, compared]})).toBe(2);
    expect(bars({...figure, series: [main, other]})).toBe(1);
  });

  it("end in name and value, one alone in its value", () => {
    const labels = (figure: Figure) =>
      all(parse(drawn(figure)), "c:dLbl")
        .filter((label) => all(label, "c:tx").length === 0)
        .map((label) => ["c:showSerName", "c:showVal"].map((flag) => all(label, flag)[0]?.getAttribute("val")).join());
    expect(labels({...trend, series: [main, compared]})).toEqual(["1,1", "1,1", "1,0"]);
    expect(labels({...trend, series: [main]})).toEqual(["0,1", "1,0"]);
  });
});
