import {unzipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {hasNativeChart} from "../../../loaders/downloads/chart/chart.js";
import {deck} from "../../../loaders/downloads/deck/deck.js";
import type {Figure} from "../../../src/figures/figure.js";
import {all, cellsOf, convert, parse, schemaErrors, texts, unzip, withoutLibreOffice} from "../open-office.js";
import {hostile, sampleInput} from "../sample-figures.js";

const input = sampleInput();
const decks = {zh: deck(input, "zh"), en: deck(input, "en")};
const parts = {zh: unzip(decks.zh), en: unzip(decks.en)};
const named = (files: Record<string, string>, pattern: RegExp): [string, string][] =>
  Object.entries(files).filter(([path]) => pattern.test(path));
const charts = /^ppt\/charts\/chart\d+\.xml$/;
const slides = /^ppt\/slides\/slide\d+\.xml$/;

/** The figure's chart part and the workbook embedded in it. */
const chartOf = (language: "zh" | "en", figure: string): {xml: string; book: Uint8Array} => {
  const files = parts[language];
  const [path] = named(files, slides).find(([, xml]) => xml.includes(`name="${figure} chart"`)) ?? [""];
  const target = /charts\/(chart\d+\.xml)"/.exec(files[path.replace("slides/", "slides/_rels/") + ".rels"] ?? "")?.[1];
  const book = /embeddings\/(workbook\d+\.xlsx)"/.exec(files[`ppt/charts/_rels/${target}.rels`] ?? "")?.[1];
  return {
    xml: files[`ppt/charts/${target}`] ?? "",
    book: unzipSync(decks[language])[`ppt/embeddings/${book}`] ?? new Uint8Array(),
  };
};

const addresses = (formula: string): string[] => {
  const [, from = "", first, to = from, last = first] = /\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula) ?? [];
  const number = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const letters = (index: number): string =>
    (index > 26 ? letters(Math.floor((index - 1) / 26)) : "") + String.fromCharCode(65 + ((index - 1) % 26));
  const list: string[] = [];
  for (let row = Number(first); row <= Number(last); row++)
    for (let column = number(from); column <= number(to); column++) list.push(letters(column) + row);
  return list;
};

describe.each(["zh", "en"] as const)("the %s deck", (language) => {
  it("is valid part by part against the Open XML schemas", async () => {
    expect(await schemaErrors(decks[language], "pptx")).toEqual([]);
  });

  it("has no axis id without its axis, and no axis without a chart that uses it", () => {
    for (const [path, xml] of named(parts[language], charts)) {
      const chart = parse(xml);
      const axes = [...all(chart, "c:catAx"), ...all(chart, "c:dateAx"), ...all(chart, "c:valAx")].map((axis) =>
        all(axis, "c:axId")[0]?.getAttribute("val"),
      );
      const used = all(chart, "c:axId")
        .filter((id) => !id.parentNode?.nodeName.endsWith("Ax"))
        .map((id) => id.getAttribute("val"));
      expect(new Set(used), path).toEqual(new Set(axes));
      expect(axes, path).toHaveLength(2);
    }
  });

  it("names a Chinese font beside every Latin one, in charts and slides alike", () => {
    for (const [path, xml] of named(parts[language], /^ppt\/.*\.xml$/)) {
      for (const latin of all(parse(xml), "a:latin")) {
        const beside = Array.from(latin.parentNode?.childNodes ?? []).map((node) => node.nodeName);
        expect(beside, path).toContain("a:ea");
      }
    }
    expect(parts[language]["ppt/theme/theme1.xml"]).toContain('<a:ea typeface="微软雅黑"/>');
  });

  it("takes every colour of slides and charts from the theme", () => {
    for (const [path, xml] of [...named(parts[language], charts), ...named(parts[language], slides)]) {
      expect(xml, path).not.toContain("srgbClr");
    }
  });

  it("keeps in each chart the values that its embedded workbook has", () => {
    const figures = Object.values(input.figures[language].figures).filter(
      (figure): figure is Figure => "form" in figure && hasNativeChart(figure),
    );
    expect(figures.length).toBeGreaterThan(7);
    for (const figure of figures) {
      const {xml, book} = chartOf(language, figure.id);
      const cells = cellsOf(book);
      const references = [...all(parse(xml), "c:numRef"), ...all(parse(xml), "c:strRef")];
      expect(references.length, figure.id).toBeGreaterThan(1);
      for (const reference of references) {
        const places = addresses(all(reference, "c:f")[0]?.textContent ?? "");
        const cached = new Map(
          all(reference, "c:pt").map((point) => [Number(point.getAttribute("idx")), point.textContent ?? ""]),
        );
        for (const [index, place] of places.entries())
          expect(String(cells.get(place) ?? ""), `${figure.id} ${place}`).toBe(cached.get(index) ?? "");
      }
    }
  });

  it("shows in each chart all the values of the page's table", () => {
    for (const figure of Object.values(input.figures[language].figures)) {
      if (!("form" in figure) || !hasNativeChart(figure)) continue;
      const {xml} = chartOf(language, figure.id);
      const drawn = new Set(all(parse(xml), "c:v").map((value) => value.textContent));
      for (const {points} of figure.series)
        for (const {value} of points) if (value !== null) expect(drawn, figure.id).toContain(String(value));
    }
  });

  it("draws error bars wherever there are intervals, or a band over many months", () => {
    for (const figure of Object.values(input.figures[language].figures)) {
      if (!("form" in figure) || !["dots", "bars", "columns", "lines"].includes(figure.form)) continue;
      const has = figure.series.some(({points}) => points.some(({lo}) => typeof lo === "number"));
      const {xml} = chartOf(language, figure.id);
      expect(/<c:errBars>|<c:areaChart>/.test(xml), figure.id).toBe(has);
    }
  });

  it("has a text alternative on each chart, table and picture, a number on each slide, and sections", () => {
    const frames = named(parts[language], slides).flatMap(([, xml]) => [
      ...all(parse(xml), "p:graphicFrame"),
      ...all(parse(xml), "p:pic"),
    ]);
    for (const frame of frames) expect(all(frame, "p:cNvPr")[0]?.getAttribute("descr")).not.toBe("");
    const numbered = named(parts[language], slides).filter(([, xml]) => xml.includes('type="slidenum"'));
    expect(numbered).toHaveLength(named(parts[language], slides).length - 1);
    const sections = all(parse(parts[language]["ppt/presentation.xml"] ?? ""), "p14:section").map((section) =>
      section.getAttribute("name"),
    );
    expect(sections).toEqual(
      language === "zh"
        ? [
            "客户服务月报",
            "附录",
            ...["一页概览", "满意度", "投诉与服务", "指标定义", "来源文件"].map((name) => `附录 · ${name}`),
          ]
        : [
            "Customer service report",
            "Appendix",
            ...["In one screen", "Satisfaction", "Complaints and service", "Definitions", "Source files"].map(
              (name) => `Appendix · ${name}`,
            ),
          ],
    );
  });

  it("says in the notes the definition, a worked example, what the analyst says, n, method and source fingerprint", () => {
    const notes = named(parts[language], /notesSlides\/notesSlide\d+\.xml$/).map(([, xml]) => texts(xml).join("\n"));
    const trend = notes.find((text) =>
      text.startsWith(
        input.figures[language].figures["csat-trend"] && "title" in input.figures[language].figures["csat-trend"]
          ? input.figures[language].figures["csat-trend"].title
          : "?",
      ),
    );
    expect(trend).toContain(input.definitions[0]?.formula[language]);
    expect(trend).toContain("98 ÷ 122 = 80.3%");
    expect(trend).toContain("2026-11-03");
    expect(trend).toContain("n = 4,213");
    expect(trend).toContain("SHA-256 abababababab");
  });

  it.skipIf(withoutLibreOffice !== "")("opens in LibreOffice with all its slides", () => {
    const pages = new TextDecoder("latin1")
      .decode(convert(decks[language], {from: "pptx", to: "pdf"}))
      .match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(named(parts[language], slides).length);
  });
});

it("is equal byte for byte for equal input, in any time zone", () => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Shanghai";
  const again = deck(sampleInput(), "zh");
  process.env.TZ = before;
  expect(Buffer.compare(Buffer.from(again), Buffer.from(decks.zh))).toBe(0);
});

it("keeps a text with formulas, tags, emoji and right-to-left letters as the text it is", () => {
  const {book} = chartOf("en", "complaints-by-cause");
  const cells = [...cellsOf(book).values()];
  const shown = named(parts.en, slides)
    .flatMap(([, xml]) => texts(xml))
    .join("\n");
  for (const text of hostile) {
    const clean = text.replaceAll("\u0000", "").replaceAll("\u0007", "");
    expect(shown).toContain(clean);
    if (text !== hostile[0]) expect(cells).toContain(clean);
  }
});

it("leaves a withheld value out of every part, embedded workbooks and notes included", () => {
  const secret = 0.7654321;
  const figures = structuredClone(input.figures.en.figures) as Record<string, Figure>;
  for (const id of [
    "csat-trend",
    "csat-by-channel",
    "complaints-by-cause",
    "answers-by-tier",
    "stay-by-tier",
    "stores-funnel",
    "brands-map",
    "tickets-by-month",
  ]) {
    const figure = figures[id] as Figure;
    const series = figure.series.map((each) => ({
      ...each,
      points: each.points.map((point, at) =>
        at === 1 ? {value: secret, lo: secret, hi: secret, n: 7654321, flag: "suppressed" as const} : point,
      ),
    }));
    figures[id] = {...figure, series, table: {columns: figure.table.columns, rows: []}};
  }
  const bytes = deck({...input, figures: {...input.figures, en: {...input.figures.en, figures}}}, "en");
  const search = (content: Uint8Array, where: string): void => {
    for (const [path, part] of Object.entries(unzipSync(content))) {
      if (path.endsWith(".xlsx")) search(part, `${where}/${path}`);
      expect(new TextDecoder().decode(part).includes("7654321"), `${where}/${path}`).toBe(false);
    }
  };
  search(bytes, "deck");
});
