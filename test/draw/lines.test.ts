import {describe, expect, it, test} from "vitest";
import {renderSvg} from "../../loaders/draw/render.js";
import type {Figure, Point} from "../../src/figures/figure.js";
import {shortFigure} from "../../src/figures/forms/short.js";
import {fixtureFigures} from "../site/fixtures/figures.js";
import {svgTexts} from "./svg-texts.js";

/** Four lines over six months, all of them low at the end. */
const fourLines = (point: (value: number) => Point): Figure => {
  const trend = fixtureFigures("en").find(({id}) => id === "csat-trend") as Figure;
  const categories = trend.categories.slice(0, 6);
  const series = ["Rival A", "Rival B", "Rival C", "Rival D"].map((name, number) => ({
    id: name,
    name,
    points: categories.map((_, index) => point(index === 0 ? 40 : number + 1)),
  }));
  const {reference: _, marks: __, control: ___, ...plain} = trend;
  return {...plain, unit: "count", categories, series};
};

const placesOf = (svg: string, pattern: RegExp): string[] => [...svg.matchAll(pattern)].map(([, place]) => place!);

describe("a chart of many lines", () => {
  it.each([
    ["without intervals", (value: number) => ({value})],
    ["with intervals", (value: number) => ({value, lo: value - 0.5, hi: value + 0.5})],
  ])("has its dots on its lines, %s", async (_, point) => {
    const svg = await renderSvg(fourLines(point), {language: "en", width: 760});
    const lines = placesOf(svg, /<path d="(M[^"]*)" stroke="[^"]*" stroke-width="2\.3"/g);
    const vertices = lines.flatMap((path) => placesOf(path, /[ML](-?[\d.]+,-?[\d.]+)/g));
    const dots = placesOf(svg, /<path data-tip="[^"]*" transform="translate\((-?[\d.]+,-?[\d.]+)\)/g);
    expect(lines).toHaveLength(4);
    expect(dots).toHaveLength(24);
    expect(dots.filter((dot) => !vertices.includes(dot))).toEqual([]);
  });

  it("ends in names and values above the labels of the months", async () => {
    const {boxes} = svgTexts(
      await renderSvg(
        fourLines((value) => ({value})),
        {language: "en", width: 760},
      ),
    );
    const months = boxes.filter(({text}) => /^(Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct)$/.test(text));
    const names = boxes.filter(({text}) => text.startsWith("Rival"));
    const ends = boxes.filter(
      ({left, text}) => left >= (names[0]?.left ?? 0) && !months.some((one) => one.text === text),
    );
    const top = Math.min(...months.map((box) => box.top));
    expect([months.length > 0, ends.length]).toEqual([true, 8]);
    for (const {text, bottom} of ends) expect(bottom, text).toBeLessThan(top);
  });
});

test("control limits are steps of their own, as many as months have them, and named in the key", async () => {
  const trend = fixtureFigures("en").find(({id}) => id === "csat-trend") as Figure;
  const svg = await renderSvg(trend, {language: "en", width: 760});
  expect(svg).toContain("control limits (first 20 months)");
  const without = await renderSvg({...trend, control: undefined} as unknown as Figure, {language: "en", width: 760});
  const dotted = (text: string) => text.match(/stroke-dasharray="2,3"/g)?.length ?? 0;
  // Twenty months with limits, above and below, and the piece of line in the key.
  expect(dotted(svg) - dotted(without)).toBe(2 * 20 + 1);
});

test("the running share of a Pareto chart has a dot for each bar and a scale of its own to 100%", async () => {
  const bars = fixtureFigures("en").find(({cumulative}) => cumulative) as Figure;
  const svg = await renderSvg(bars, {language: "en", width: 760});
  expect(svg.match(/data-tip="Running share · [^"]* \d+\.\d%"/g)).toHaveLength(6);
  expect(svgTexts(svg).boxes.map(({text}) => text)).toEqual(expect.arrayContaining(["Running share", "50%", "100%"]));
});

test("a chart cut to its longest bars keeps the running share of each", () => {
  const bars = fixtureFigures("en").find(({cumulative}) => cumulative) as Figure;
  const {figure, left} = shortFigure(bars, {rows: 3});
  expect([figure.categories.length, left, figure.cumulative!.values]).toEqual([3, 3, [0.3, 0.55, 0.74]]);
});
