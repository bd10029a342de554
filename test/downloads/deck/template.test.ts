import {createRequire} from "node:module";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {beforeAll, describe, expect, it} from "vitest";
import {deck} from "../../../loaders/downloads/deck/deck.js";
import {ReportError} from "../../../loaders/messages/errors.js";
import type {Bilingual} from "../../../src/words/language.js";
import {all, convert, parse, schemaErrors, unzip, withoutLibreOffice} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

interface Slides {
  layout: string;
  theme: {headFontFace: string; bodyFontFace: string};
  defineSlideMaster(master: object): void;
  addSlide(options: {masterName: string}): {addText(text: string, options: object): void; addNotes(text: string): void};
  write(options: {outputType: "uint8array"}): Promise<Uint8Array>;
}
// Typed as the few calls used: its own types declare a class that its ES module does not export so.
const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as new () => Slides;

/** A company's template, made by another program: own colours and fonts, a logo block, a sample slide. */
const companyTemplate = async (): Promise<Uint8Array> => {
  const slides = new PptxGenJS();
  slides.layout = "LAYOUT_16x9";
  slides.theme = {headFontFace: "Georgia", bodyFontFace: "Verdana"};
  const box = (name: string, type: string, place: object) => ({
    placeholder: {options: {name, type, ...place}, text: ""},
  });
  slides.defineSlideMaster({
    title: "Finding",
    background: {color: "FFF8E7"},
    objects: [
      {rect: {x: 9, y: 5, w: 0.8, h: 0.4, fill: {color: "AA0000"}}},
      box("Title", "title", {x: 0.3, y: 0.2, w: 9.2, h: 0.7}),
      box("Chart", "chart", {x: 0.3, y: 1.2, w: 6, h: 4}),
      box("Takeaways", "body", {x: 6.5, y: 1.2, w: 3, h: 3.5}),
    ],
  });
  slides.addSlide({masterName: "Finding"}).addText("旧的示例页", {x: 1, y: 1});
  const files = unzipSync(await slides.write({outputType: "uint8array"}));
  // The other program names all its placeholders alike; a designer names them.
  const layout = "ppt/slideLayouts/slideLayout2.xml";
  const named: Readonly<Record<string, string>> = {title: "Title", chart: "Chart", body: "Takeaways"};
  files[layout] = strToU8(
    strFromU8(files[layout] as Uint8Array).replace(
      /name="Text \d+"(?=(?:(?!<\/p:sp>)[\s\S])*?<p:ph\s[^>]*?type="(\w+)")/g,
      (_, type: string) => `name="${named[type]}"`,
    ),
  );
  return zipSync(files);
};

describe("a deck in a company's template", () => {
  const messages: Bilingual[] = [];
  let template: Uint8Array;
  let bytes: Uint8Array;
  let files: Record<string, string>;
  beforeAll(async () => {
    template = await companyTemplate();
    bytes = deck({...sampleInput(), template: "company.pptx", onMessage: (message) => messages.push(message)}, "zh", {
      template,
    });
    files = unzip(bytes);
  });
  const finding = (): [string, string] =>
    Object.entries(files).find(
      ([path, xml]) => path.startsWith("ppt/slides/slide") && xml.includes('name="csat-trend chart"'),
    ) ?? ["", ""];

  it("keeps the template's master, layouts, colours and fonts", () => {
    const before = unzip(template);
    for (const path of Object.keys(before).filter((each) =>
      /^ppt\/(theme\/theme1|slideLayouts\/slideLayout\d+|slideMasters\/slideMaster\d+)\.xml$/.test(each),
    )) {
      expect(files[path], path).toBe(before[path]);
    }
    expect(files["ppt/theme/theme1.xml"]).toContain("Georgia");
  });

  it("puts title, chart and key points where the layout has placeholders of those names", () => {
    const [path, xml] = finding();
    const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(
      files[path.replace("slides/", "slides/_rels/") + ".rels"] ?? "",
    )?.[1];
    expect(files[`ppt/slideLayouts/${layout}`]).toContain('name="Finding"');
    const frame = all(parse(xml), "p:graphicFrame")[0];
    expect(frame && all(frame, "a:off")[0]?.getAttribute("x")).toBe(String(0.3 * 914_400));
    expect(
      frame &&
        all(frame, "a:ext")
          .find((each) => each.hasAttribute("cx"))
          ?.getAttribute("cx"),
    ).toBe(String(6 * 914_400));
    const points = all(parse(xml), "p:sp").find(
      (shape) => all(shape, "p:cNvPr")[0]?.getAttribute("name") === "csat-trend takeaways",
    );
    expect(points && all(points, "p:ph")[0]?.getAttribute("type")).toBe("body");
  });

  it("names the placeholders that the template lacks, in both languages", () => {
    const said = messages.map(({zh, en}) => zh + en).join("\n");
    expect(said).toContain("company.pptx");
    expect(said).toContain("Subtitle");
    expect(said).toContain("Source");
    expect(said).toContain("占位符");
  });

  it("leaves no slide of the template, and adds no fault that the template did not have", async () => {
    expect(Object.values(files).join("")).not.toContain("旧的示例页");
    const own = new Set((await schemaErrors(template, "pptx")).filter((error) => error.startsWith("/ppt/")));
    const added = (await schemaErrors(bytes, "pptx")).filter((error) => !own.has(error));
    expect(added).toEqual([]);
  });

  it.skipIf(withoutLibreOffice !== "")("opens in LibreOffice with all its slides", () => {
    const pages = new TextDecoder("latin1")
      .decode(convert(bytes, {from: "pptx", to: "pdf"}))
      .match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(
      Object.keys(unzip(bytes)).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length,
    );
  });
});

it("shares a plain content placeholder between chart and key points, below the title", async () => {
  const template = deck({...sampleInput(), sections: []}, "en");
  const files = unzipSync(template);
  for (const path of Object.keys(files).filter((each) => each.startsWith("ppt/slideLayouts/slideLayout"))) {
    const xml = strFromU8(files[path] as Uint8Array);
    const kept = xml.replace(
      /<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="(?:chart|tbl|body|sldNum)"(?:(?!<\/p:sp>).)*<\/p:sp>/gs,
      "",
    );
    const content =
      '<p:sp><p:nvSpPr><p:cNvPr id="50" name="Content Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="914400" y="1371600"/><a:ext cx="9144000" cy="4572000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>';
    files[path] = strToU8(kept.replace("</p:spTree>", `${path.endsWith("1.xml") ? "" : content}</p:spTree>`));
  }
  const bytes = deck(sampleInput(), "en", {template: zipSync(files)});
  expect(await schemaErrors(bytes, "pptx")).toEqual([]);
  const slide = Object.values(unzip(bytes)).find((xml) => xml.includes('name="csat-trend chart"')) ?? "";
  const place = (name: string): number[] => {
    const shape = [...all(parse(slide), "p:sp"), ...all(parse(slide), "p:graphicFrame")].find(
      (each) => all(each, "p:cNvPr")[0]?.getAttribute("name") === name,
    );
    const [offset, extent] = [
      shape && all(shape, "a:off")[0],
      shape && all(shape, "a:ext").find((each) => each.hasAttribute("cx")),
    ];
    return [
      offset?.getAttribute("x"),
      offset?.getAttribute("y"),
      extent?.getAttribute("cx"),
      extent?.getAttribute("cy"),
    ].map(Number);
  };
  const [chart, points, subtitle] = [
    place("csat-trend chart"),
    place("csat-trend takeaways"),
    place("csat-trend subtitle"),
  ];
  expect((chart[0] ?? 0) + (chart[2] ?? 0)).toBeLessThan(points[0] ?? 0);
  expect((points[0] ?? 0) + (points[2] ?? 0)).toBeLessThanOrEqual(914_400 + 9_144_000 + 1);
  expect((subtitle[1] ?? 0) + (subtitle[3] ?? 0)).toBeLessThanOrEqual((chart[1] ?? 0) + 1);
});

it("says in both languages what to do with a template that cannot be opened", () => {
  const broken = () =>
    deck({...sampleInput(), template: "company.pptx"}, "zh", {template: new TextEncoder().encode("no zip")});
  expect(broken).toThrow(ReportError);
  try {
    broken();
  } catch (error) {
    expect((error as ReportError).print("zh")).toContain("company.pptx");
  }
});
