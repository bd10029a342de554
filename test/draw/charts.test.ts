import {describe, expect, it} from "vitest";
import {cutFonts} from "../../loaders/draw/fonts.js";
import {drawPng} from "../../loaders/draw/png.js";
import {renderSvg} from "../../loaders/draw/render.js";
import type {Figure} from "../../src/figures/figure.js";
import {launchBrowser} from "../browser.js";
import {fixtureFigures} from "../site/fixtures/figures.js";
import {chineseCharts} from "./chinese-charts.js";
import {svgTexts, textFaults} from "./svg-texts.js";

const widths = [760, 343];
const drawn = (figures: readonly Figure[], titled = false) =>
  Promise.all(
    figures.flatMap((figure) =>
      widths.map(async (width) => ({
        name: `${figure.id} (${figure.form}, ${width})`,
        svg: await renderSvg(figure, {language: "zh", width, titled}),
      })),
    ),
  );

describe("a chart", () => {
  it("in Chinese never has a text cut off or over another: fifty of them, wide and narrow, with and without title", async () => {
    const charts = [...(await drawn(chineseCharts())), ...(await drawn(chineseCharts(), true))];
    expect(charts.filter(({svg}) => svgTexts(svg).boxes.length < 3).map(({name}) => name)).toEqual([]);
    expect(charts.flatMap(({name, svg}) => textFaults(svg).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  it("of every form has no text cut off or over another in either language", async () => {
    for (const language of ["zh", "en"] as const) {
      for (const figure of fixtureFigures(language)) {
        for (const width of widths)
          expect(textFaults(await renderSvg(figure, {language, width})), `${figure.id} ${language} ${width}`).toEqual(
            [],
          );
      }
    }
  });

  it("has room for the bold names of groups that the title counts", async () => {
    const bars = fixtureFigures("en").find(({form, series}) => form === "dots" && series.length === 1)!;
    const name = "Device offline after update";
    const figure = {...bars, categories: bars.categories.map((each, at) => (at === 0 ? name : each)), focus: [name]};
    for (const width of widths)
      expect(textFaults(await renderSvg(figure, {language: "en", width})), `${width}`).toEqual([]);
  });

  it("of parts says n<10 where none of a row may be shown", async () => {
    const stacked = fixtureFigures("en").find(({form}) => form === "stacked")!;
    const withheld = {value: null, n: null, flag: "suppressed"} as const;
    const series = stacked.series.map((each) => ({
      ...each,
      points: each.points.map((point, at) => (at === 0 ? withheld : point)),
    }));
    const texts = async (figure: Figure) => svgTexts(await renderSvg(figure, {language: "en"})).boxes;
    expect((await texts(stacked)).filter(({text}) => text === "n<10")).toEqual([]);
    expect((await texts({...stacked, series})).filter(({text}) => text === "n<10")).toHaveLength(1);
  });

  it("fits in a real browser as it does by the table of widths", async () => {
    const charts = await drawn([...chineseCharts(), ...fixtureFigures("zh"), ...fixtureFigures("en")]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(charts.map(({svg}) => svg).join(""));
      const faults = await page.evaluate(`[...document.querySelectorAll("svg")].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")].map((text) => ({text: text.textContent, box: text.getBoundingClientRect()}));
        const out = texts.filter(({box}) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2).map(({text}) => text + " is cut off");
        const over = texts.flatMap((one, index) => texts.slice(index + 1).filter((other) => one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 && Math.abs(one.box.top + one.box.height / 2 - other.box.top - other.box.height / 2) < 9).map((other) => one.text + " overlaps " + other.text));
        return [...out, ...over];
      })`);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it("is the same text in every run", async () => {
    for (const figure of fixtureFigures("zh")) expect(await renderSvg(figure)).toBe(await renderSvg(figure));
  });

  it("says value, interval and base on every mark, and never a withheld value", async () => {
    const figure = fixtureFigures("en").find(({id}) => id === "csat-by-tier");
    const svg = figure ? await renderSvg(figure) : "";
    expect(svg).toContain('data-tip="Five stars: 91.4% (95% interval 89.3–93.5%), n=812"');
    expect(svg).toContain("Three stars &lt;A&amp;B&gt; &quot;trial&quot;: 82.3%");
    expect(svg).toContain(">n&lt;10<");
    expect(svg).not.toContain("Unclassed:");
  });

  it("cuts its line at a break and dashes it towards a provisional month", async () => {
    const figure = fixtureFigures("en").find(({id}) => id === "csat-trend");
    const svg = figure ? await renderSvg(figure) : "";
    const paths = [...svg.matchAll(/<path d="(M[^"]*)"[^>]*stroke-width="2\.\d"[^>]*>/g)];
    const solid = paths.filter(([whole]) => !whole.includes("stroke-dasharray"));
    // Five months, a gap, one month alone, the break, then sixteen months.
    expect(solid.map(([, path = ""]) => path.split(/[ML]/).length - 1)).toEqual([5, 16]);
    expect(paths.filter(([whole]) => whole.includes("stroke-dasharray"))).toHaveLength(1);
  });

  it("of a table is no picture", async () => {
    const figure = fixtureFigures("zh").find(({form}) => form === "table");
    expect(figure && (await renderSvg(figure))).toBe("");
  });

  it("becomes a PNG twice its size", async () => {
    const figure = fixtureFigures("zh")[0];
    const svg = figure ? await renderSvg(figure, {titled: true}) : "";
    const [fonts = []] = await cutFonts([svg]);
    const png = drawPng(svg, {fonts});
    expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1520);
  });
});
