import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {faultsOf, isFar} from "../layout/faults.js";
import {type Slide, slidesOf} from "../layout/slide-texts.js";
import {unzip} from "../open-office.js";
import {realDeck, sampleInput} from "../real-deck.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-room-"));
const decks: Partial<Record<"zh" | "en", {parts: Record<string, string>; slides: Slide[]}>> = {};
beforeAll(async () => {
  const input = await sampleInput(temp, "2026-10");
  for (const language of ["zh", "en"] as const) {
    const parts = unzip(realDeck(input, language));
    decks[language] = {parts, slides: slidesOf(parts)};
  }
});
afterAll(() => rmSync(temp, {recursive: true, force: true}));

describe.each(["zh", "en"] as const)("the slides of the sample report (%s)", (language) => {
  it("have no text that is cut, broken, on another, under a line or outside its place", () => {
    expect(faultsOf(decks[language]!.slides)).toEqual([]);
  });

  it("are measured: labels of most charts, texts of all slides", () => {
    const {slides} = decks[language]!;
    const charts = slides.flatMap(({shapes}) => shapes.filter(({name}) => name.endsWith(" chart")));
    const labels = charts.flatMap(({chart}) => chart?.labels ?? []);
    expect(charts.filter(({chart}) => chart).length).toBeGreaterThan(charts.length / 2);
    expect(labels.length).toBeGreaterThan(charts.length * 5);
    for (const {number, shapes} of slides)
      expect(
        shapes.some(({needs}) => needs > 0),
        `${number}`,
      ).toBe(true);
  });

  it("open with at most twelve that are read from the back of the room", () => {
    const {slides} = decks[language]!;
    const last = slides.findIndex((slide) => !isFar(slide));
    expect(last).toBeGreaterThan(4);
    expect(last).toBeLessThanOrEqual(12);
  });
});

it("finds what is planted: a title too long, labels moved onto each other, a line through a name, a wide word", () => {
  const {parts} = decks.en!;
  const charts = Object.keys(parts).filter((path) => /ppt\/charts\/chart\d+\.xml$/.test(path));
  const chartWith = (pattern: RegExp): string => charts.find((path) => pattern.test(parts[path]!))!;
  /** The faults of the slides that show a part, once it is changed. */
  const found = (path: string, change: (xml: string) => string): string => {
    const name = path.split("/").at(-1)!;
    const others = Object.entries(parts).filter(([part, xml]) => {
      const [slide] = /slide\d+\.xml$/.exec(part) ?? [];
      if (!slide || !part.startsWith("ppt/slides/") || part === path) return true;
      return parts[`ppt/slides/_rels/${slide}.rels`]?.includes(`/${name}"`) && xml !== "";
    });
    return faultsOf(slidesOf({...Object.fromEntries(others), [path]: change(parts[path]!)})).join("\n");
  };
  const slide = "ppt/slides/slide3.xml";
  expect(found(slide, (xml) => xml.replace(/<a:t>/, `<a:t>${"very long title ".repeat(20)}`))).toContain(
    "pt of text in",
  );
  expect(found(slide, (xml) => xml.replace(/<a:t>/, `<a:t>${"w".repeat(99)}`))).toContain("a word broken");
  const shifted = /<c:lineChart>[\s\S]*<c:manualLayout><c:x val="0"\/><c:y val="/;
  const lines = charts.filter((path) => shifted.test(parts[path]!));
  const moved = (xml: string) => xml.replaceAll(/(<c:manualLayout><c:x val="0"\/><c:y val=")[^"]+/g, "$10");
  const dots = chartWith(/<c:dLblPos val="l"\/>/);
  const high = (xml: string) => xml.replaceAll(/ sz="\d+"/g, ' sz="9000"');
  expect(found(dots, high)).toContain("on each other");
  expect(found(dots, high)).toContain("outside");
  expect(lines.map((path) => found(path, moved)).join("\n")).toContain("on each other");
  const scatter = chartWith(/<c:scatterChart>[\s\S]*<c:dLblPos val="b"\/>/);
  expect(found(scatter, (xml) => xml.replaceAll(/<c:dLblPos val="[tbr]"\/>/g, '<c:dLblPos val="l"/>'))).toContain(
    "under a line",
  );
});
