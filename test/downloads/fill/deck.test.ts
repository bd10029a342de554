import {createRequire} from "node:module";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {beforeAll, describe, expect, it} from "vitest";
import {type Numbers, numbers} from "../../../loaders/downloads/files/numbers.js";
import {describeFill} from "../../../loaders/downloads/fill/command.js";
import {fillDeck} from "../../../loaders/downloads/fill/deck.js";
import {all, parse, schemaErrors, unzip} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

interface Slides {
  defineSlideMaster(master: object): void;
  addSlide(options?: object): {
    addText(text: string | object[], options: object): void;
    addTable(rows: object[], options: object): void;
    addChart(type: string, data: object[], options: object): void;
    addNotes(text: string): void;
  };
  write(options: {outputType: "uint8array"}): Promise<Uint8Array>;
}
const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as new () => Slides;

/** Fifteen slides of a company: sentences with tags, one of them cut into runs, a table, a box named like a figure. */
const theirs = async (): Promise<Uint8Array> => {
  const deck = new PptxGenJS();
  for (let at = 0; at < 12; at++) deck.addSlide().addText(`Our own slide ${at + 1}`, {x: 1, y: 1, w: 6, h: 1});
  const words = deck.addSlide();
  words.addText(
    [
      {text: "CSAT is {{meas", options: {bold: true}},
      {
        text: "ure_0.value}} this month, target {{measure_0.target}}; last month {{ measure_0.last_month }}.",
        options: {},
      },
    ],
    {x: 1, y: 1, w: 8, h: 1, altText: "our words"},
  );
  words.addText("Change: {{measure_1.change}}. {{finding.csat-trend}}. {{measure_9.valu}}", {x: 1, y: 3, w: 8, h: 1});
  deck.addSlide().addTable([[{text: "Dissatisfied"}, {text: "{{measure_2.value}}"}]], {x: 1, y: 1, w: 6});
  const chart = deck.addSlide();
  chart.addText("chart here", {x: 2, y: 2, w: 5, h: 3, objectName: "csat-by-channel"});
  chart.addText("list here", {x: 2, y: 2, w: 5, h: 3, objectName: "actions"});
  return deck.write({outputType: "uint8array"});
};

const later = (first: Numbers): Numbers => ({
  ...first,
  month: "2026-11",
  tags: {...first.tags, "measure_0.value": "91.7%", "measure_0.target": "91.7%", "measure_2.value": "12.0%"},
});
const slide = (bytes: Uint8Array, number: number): string => unzip(bytes)[`ppt/slides/slide${number}.xml`] ?? "";
const textOf = (bytes: Uint8Array, number: number): string =>
  all(parse(slide(bytes, number)), "a:p")
    .map((paragraph) =>
      all(paragraph, "a:t")
        .map((text) => text.textContent)
        .join(""),
    )
    .join("\n");

describe("a company's own deck", () => {
  const first = numbers(sampleInput(), "en");
  let own: Uint8Array;
  let filled: ReturnType<typeof fillDeck>;
  beforeAll(async () => {
    const files = unzipSync(await theirs());
    const path = "ppt/slides/slide13.xml";
    files[path] = strToU8(strFromU8(files[path]!).replace('name="Text 0"', 'name="Text 0" descr="our words"'));
    own = zipSync(files);
    filled = fillDeck(own, first);
  });

  it("gets its numbers where its tags stand, also in tables and where a tag is cut into runs", () => {
    expect(textOf(filled.bytes, 13)).toContain("CSAT is 90.0% this month, target 90.0%; last month 89.0%.");
    expect(textOf(filled.bytes, 13)).toContain(
      "Change: +1.0 points (could be chance). Satisfaction fell for the third",
    );
    expect(textOf(filled.bytes, 14)).toBe("Dissatisfied\n70.0%");
    const [bold] = all(parse(slide(filled.bytes, 13)), "a:r");
    expect(bold?.textContent).toBe("CSAT is 90.0%");
    expect(all(bold!, "a:rPr")[0]?.getAttribute("b")).toBe("1");
  });

  it("keeps everything else byte for byte", () => {
    const [before, after] = [unzipSync(own), unzipSync(filled.bytes)];
    const same = Object.keys(before).filter((path) => /(slideMaster|slideLayout|theme)\d+\.xml$|media\/./.test(path));
    for (const path of same) expect(after[path], path).toEqual(before[path]);
    expect(textOf(filled.bytes, 3)).toBe("Our own slide 3");
  });

  it("lists what no number has, with the nearest name, and leaves it", () => {
    expect(filled.unknown).toEqual([{slide: 13, tag: "measure_9.valu", near: ["measure_0.value"]}]);
    expect(textOf(filled.bytes, 13)).toContain("{{measure_9.valu}}");
    expect(describeFill(filled)[1]?.en).toContain("did you mean {{measure_0.value}}?");
  });

  it("fills a shape that is named like a figure with its chart or rows", () => {
    expect([...filled.figures].sort()).toEqual(["actions", "csat-by-channel"]);
    const frames = all(parse(slide(filled.bytes, 15)), "p:graphicFrame");
    expect(frames.map((frame) => all(frame, "c:chart").length + all(frame, "a:tbl").length)).toEqual([1, 1]);
    expect(Object.keys(unzip(filled.bytes)).filter((path) => /charts\/chart\d*\.xml$/.test(path))).toHaveLength(1);
  });

  it("fills groups, notes and masters too, puts a chart of theirs and a picture anew, and keeps the rest byte for byte", async () => {
    const [deck, {title}] = [new PptxGenJS(), first.figures["csat-trend"]!];
    deck.defineSlideMaster({title: "M", objects: [{text: {text: "{{company}}", options: {x: 0, y: 5, w: 3, h: 1}}}]});
    const words = deck.addSlide({masterName: "M"});
    words.addText("{{finding.csat-trend}}", {x: 1, y: 1, w: 6, h: 1});
    words.addNotes("Say: {{measure_0.value}}");
    const charts = deck.addSlide();
    const bars = [{name: "{{measure_0.name}}", labels: ["a"], values: [1]}];
    charts.addChart("bar", bars, {x: 0, y: 1, w: 4, h: 3, objectName: "csat-by-channel"});
    charts.addChart("bar", bars, {x: 5, y: 1, w: 4, h: 3, objectName: "our own"});
    charts.addText("", {x: 0, y: 4, w: 2, h: 1, objectName: "csat-by-chanel"});
    const files = unzipSync(await deck.write({outputType: "uint8array"}));
    const path = "ppt/slides/slide1.xml";
    files[path] = strToU8(
      strFromU8(files[path]!)
        .replace(
          "<p:sp>",
          '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="90" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp>',
        )
        .replace("</p:sp>", "</p:sp></p:grpSp>"),
    );
    const done = fillDeck(zipSync(files), first);
    expect(done.figures).toEqual(["csat-by-channel"]);
    expect(textOf(done.bytes, 1)).toContain(title);
    const {company = ""} = first.tags;
    const all = unzip(done.bytes);
    expect(all["ppt/notesSlides/notesSlide1.xml"]).toContain("Say: 90.0%");
    expect(
      Object.entries(all).filter(([at, xml]) => /slideLayouts\/slideL/.test(at) && xml.includes(company)),
    ).toHaveLength(1);
    expect(done.unnamed).toEqual([{slide: 2, name: "csat-by-chanel", near: ["csat-by-channel"]}]);
    expect(done.outside).toContainEqual({slide: 2, tag: "measure_0.name"});
    const {"csat-by-channel": _, ...figures} = first.figures;
    const without = fillDeck(done.bytes, {...first, figures});
    expect(without.unnamed).toContainEqual({slide: 2, name: "csat-by-channel", near: []});
  });

  it("keeps the colours, type and titles of a chart of theirs, month after month", async () => {
    const deck = new PptxGenJS();
    const bars = [
      {name: "Draft", labels: ["a"], values: [1]},
      {name: "No more of these", labels: ["a"], values: [2]},
    ];
    const look = {x: 1, y: 1, w: 6, h: 4, chartColors: ["C8553D", "111111"], showTitle: true, title: "Our title"};
    deck
      .addSlide()
      .addChart("bar", bars, {...look, objectName: "csat-by-channel", valAxisMaxVal: 0.1, valAxisMinVal: 0});
    const their = await deck.write({outputType: "uint8array"});
    const once = fillDeck(their, first);
    const figure = first.figures["csat-by-channel"]!;
    const better = figure.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({...point, value: 0.5, lo: 0.4, hi: 0.6})),
    }));
    const twice = fillDeck(once.bytes, {
      ...later(first),
      figures: {...first.figures, "csat-by-channel": {...figure, series: better}},
    });
    for (const [done, value] of [
      [once, String(figure.series[0]?.points[0]?.value)],
      [twice, "0.5"],
    ] as const) {
      expect(done.figures).toEqual(["csat-by-channel"]);
      const chart = parse(
        Object.entries(unzip(done.bytes)).find(([path]) => /charts\/chart\d+\.xml$/.test(path))?.[1] ?? "",
      );
      expect(all(chart, "c:ser")).toHaveLength(figure.series.length);
      const [series] = all(chart, "c:ser");
      expect(all(series!, "c:cat")[0]?.textContent).toContain(figure.categories[0]);
      expect(all(all(series!, "c:val")[0]!, "c:v")[0]?.textContent).toBe(value);
      expect(all(series!, "a:srgbClr")[0]?.getAttribute("val")).toBe("C8553D");
      expect(all(chart, "c:barChart")).toHaveLength(1);
      expect(all(chart, "c:title")[0]?.textContent?.trim()).toBe("Our title");
      expect(all(series!, "c:errBars")).toHaveLength(1);
      // An end of the axis that would cut the bars off goes; intervals have room.
      expect(Number(all(chart, "c:max")[0]?.getAttribute("val"))).toBeGreaterThan(0.5);
    }
    const before = new Set(await schemaErrors(their, "pptx"));
    expect((await schemaErrors(twice.bytes, "pptx")).filter((error) => !before.has(error))).toEqual([]);
  });

  it("sets points into a chart of points of theirs in its look, and leaves alone a chart that cannot show the figure", async () => {
    const deck = new PptxGenJS();
    const place = {x: 1, y: 1, w: 6, h: 4, chartColors: ["C8553D", "111111"]};
    const points = [
      {name: "X", values: [1, 2]},
      {name: "Draft", values: [3, 4]},
    ];
    for (const objectName of ["stores-funnel", "brands-map"])
      deck.addSlide().addChart("scatter", points, {...place, objectName});
    const bars = [{name: "Draft", labels: ["a"], values: [1]}];
    deck.addSlide().addChart("bar", bars, {...place, objectName: "stores-funnel"});
    deck.addSlide().addChart("scatter", points, {...place, objectName: "csat-by-channel"});
    const their = await deck.write({outputType: "uint8array"});
    const once = fillDeck(their, first);
    const twice = fillDeck(once.bytes, later(first));
    const charts = (bytes: Uint8Array) =>
      Object.entries(unzip(bytes))
        .filter(([path]) => /charts\/chart\d+\.xml$/.test(path))
        .sort(([one], [other]) => one.localeCompare(other, "en", {numeric: true}))
        .map(([, xml]) => xml);
    for (const done of [once, twice]) {
      expect(done.figures).toEqual(["stores-funnel", "brands-map"]);
      for (const [at, id] of ["stores-funnel", "brands-map"].entries()) {
        const figure = first.figures[id]!;
        const chart = parse(charts(done.bytes)[at]!);
        const series = all(chart, "c:ser");
        expect(series).toHaveLength(figure.series.length);
        const numbers = (part: string) =>
          all(all(series[0]!, part)[0]!, "c:v").map((value) => Number(value.textContent));
        const shown = figure.series[0]!.points.flatMap((point, row) => {
          const x = figure.across ? figure.across.points[row]?.value : point.n;
          return x == null || point.value === null || point.flag === "suppressed" ? [] : [{x, y: point.value}];
        });
        expect(numbers("c:xVal")).toEqual(shown.map(({x}) => x));
        expect(numbers("c:yVal")).toEqual(shown.map(({y}) => y));
        expect(all(series[0]!, "a:srgbClr")[0]?.getAttribute("val")).toBe("C8553D");
      }
      expect(charts(done.bytes).slice(2)).toEqual(charts(their).slice(2));
      expect(describeFill(done).map(({en}) => en)).toContainEqual(
        expect.stringMatching(
          /^slide 3, stores-funnel: a chart of this kind cannot show the figure and is left as it is/,
        ),
      );
      expect(done.kept.map(({slide: number}) => number)).toEqual([3, 4]);
    }
    const before = new Set(await schemaErrors(their, "pptx"));
    expect((await schemaErrors(twice.bytes, "pptx")).filter((error) => !before.has(error))).toEqual([]);
  });

  it("lists as many rows as their place has room for and says how many are left out, also a month later", async () => {
    const deck = new PptxGenJS();
    deck.addSlide().addText("list here", {x: 1, y: 1, w: 6, h: 3, objectName: "actions"});
    const their = await deck.write({outputType: "uint8array"});
    const [actions, {rows}] = [first.figures.actions!, first.figures.actions!.table];
    const withRows = (count: number): Numbers => ({
      ...first,
      figures: {
        actions: {
          ...actions,
          table: {...actions.table, rows: Array.from({length: count}, (_, at) => rows[at % rows.length]!)},
        },
      },
    });
    const few = fillDeck(their, withRows(1));
    expect(few.cut.map((cut) => cut.rows)).not.toContain(40);
    const many = fillDeck(few.bytes, withRows(40));
    const listed = all(parse(slide(many.bytes, 1)), "a:tr").length;
    expect(listed).toBeGreaterThan(3);
    expect(many.cut).toEqual([expect.objectContaining({slide: 1, name: "actions", rows: 40 - (listed - 2)})]);
    expect(textOf(many.bytes, 1)).toContain(`${40 - (listed - 2)} more rows`);
    const height = all(parse(slide(many.bytes, 1)), "a:tr").reduce(
      (sum, row) => sum + Number(row.getAttribute("h")),
      0,
    );
    expect(height / 914_400).toBeLessThanOrEqual(3);
    expect(describeFill(many).at(-1)?.en).toMatch(/^slide 1, actions: no room for \d+ rows/);
  });

  it("fills a number again that a month did not have", () => {
    const {"measure_2.value": gone, ...tags} = first.tags;
    const without = fillDeck(filled.bytes, {...first, tags});
    expect(without.unknown.map(({tag}) => tag)).toContain("measure_2.value");
    expect(textOf(without.bytes, 14)).toBe(`Dissatisfied\n${gone}`);
    expect(textOf(fillDeck(without.bytes, later(first)).bytes, 14)).toBe("Dissatisfied\n12.0%");
  });

  it("is filled again a month later, though two numbers were equal and a sentence was rewritten", () => {
    const files = unzipSync(filled.bytes);
    const path = "ppt/slides/slide13.xml";
    files[path] = strToU8(strFromU8(files[path]!).replace(" this month, target ", " now, and the aim was "));
    const again = fillDeck(zipSync(files), later(first));
    expect(textOf(again.bytes, 13)).toContain("CSAT is 91.7% now, and the aim was 91.7%; last month 89.0%.");
    expect(textOf(again.bytes, 14)).toBe("Dissatisfied\n12.0%");
    expect(again.lost).toEqual([]);
    expect([...again.figures].sort()).toEqual(["actions", "csat-by-channel"]);
    expect(slide(again.bytes, 13)).toContain("our words [huisheng {{measure_0.value}}");
    // And a third time, with other numbers for what was equal.
    const third = fillDeck(again.bytes, first);
    expect(textOf(third.bytes, 13)).toContain("CSAT is 90.0% now, and the aim was 90.0%; last month 89.0%.");
  });

  it("says so where a person deleted a number", () => {
    const files = unzipSync(filled.bytes);
    const path = "ppt/slides/slide14.xml";
    files[path] = strToU8(strFromU8(files[path]!).replace(">70.0%<", ">too high<"));
    const again = fillDeck(zipSync(files), later(first));
    expect(textOf(again.bytes, 14)).toBe("Dissatisfied\ntoo high");
    expect(again.lost).toEqual([{slide: 14, tag: "measure_2.value", text: "70.0%"}]);
  });

  it("opens without repair", async () => {
    const before = new Set(await schemaErrors(own, "pptx"));
    expect((await schemaErrors(filled.bytes, "pptx")).filter((error) => !before.has(error))).toEqual([]);
  });
});
