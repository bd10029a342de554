import {describe, expect, it} from "vitest";
import {renderSvg} from "../../loaders/draw/render.js";
import type {Figure, Point} from "../../src/figures/figure.js";
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
  const {reference: _, marks: __, ...plain} = trend;
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
