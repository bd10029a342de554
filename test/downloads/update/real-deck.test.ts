import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {XMLSerializer} from "@xmldom/xmldom";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type DeckUpdate, updateDeck} from "../../../loaders/downloads/update/deck.js";
import {describeUpdate} from "../../../loaders/downloads/update/file.js";
import {all, convert, parse, schemaErrors, withoutLibreOffice} from "../open-office.js";
import {realDeck, sampleInput} from "../real-deck.js";
import {
  addLegacyComment,
  addRelation,
  addSlide,
  addThread,
  animate,
  chartOf,
  edited as editedDeck,
  type Files,
  relationsPath,
  rewrite,
  slidePaths,
  slideWith,
  target,
  text,
} from "./edit-deck.js";

const star =
  '<p:sp><p:nvSpPr><p:cNvPr id="98" name="Star 97"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="100000" y="100000"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="star5"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>请关注</a:t></a:r></a:p></p:txBody></p:sp>';
const place = '<a:off x="1234567" y="1834567"/><a:ext cx="5555555" cy="3333333"/>';
const colour = '<a:srgbClr val="00C853"/>';
const paragraph = (words: string): string => `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${words}</a:t></a:r></a:p>`;

/** A month of work on the deck, in one go. */
const workOn = (files: Files): void => {
  const slide = (id: string): string => slideWith(files, `${id} chart`);
  const frame = (id: string): RegExp =>
    new RegExp(`<p:graphicFrame>(?:(?!</p:graphicFrame>).)*name="${id} chart".*?</p:graphicFrame>`, "s");
  rewrite(files, slide("csat-trend"), (xml) =>
    xml.replace(/<p:xfrm>.*?<\/p:xfrm>/, `<p:xfrm>${place}</p:xfrm>`).replace("</p:spTree>", `${star}</p:spTree>`),
  );
  addThread(files, slide("csat-trend"));
  rewrite(files, target(files, slide("csat-trend"), "notesSlides"), (xml) =>
    xml.replace("<a:lstStyle/><a:p>", `<a:lstStyle/>${paragraph("开场先讲背景")}<a:p>`),
  );
  rewrite(files, slide("dissatisfied-trend"), (xml) =>
    xml.replace(/(name="dissatisfied-trend title".*?<a:t>)[^<]*/s, "$1我改的标题"),
  );
  rewrite(files, chartOf(files, "nps-trend"), (xml) =>
    xml.replaceAll(/<a:schemeClr val="accent1">.*?<\/a:schemeClr>/g, colour),
  );
  animate(files, slide("nps-trend"), "nps-trend chart");
  rewrite(files, chartOf(files, "nps-parts"), (xml) => {
    const second = xml.match(/<c:ser>.*?<\/c:ser>/gs)?.[1] ?? "";
    return xml.replace(second, "");
  });
  addLegacyComment(files, slide("nps-parts"));
  rewrite(files, slide("items"), (xml) => xml.replace("<p:sld ", '<p:sld show="0" '));
  rewrite(files, slide("response-rate-trend"), (xml) =>
    xml.replace(/(name="response-rate-trend chart" descr=")[^"]*/, "$1我写的替代文字"),
  );
  rewrite(files, chartOf(files, "answer-rate-trend"), (xml) =>
    xml.replace(/<c:max val="[^"]*"\/><c:min val="[^"]*"\/>/, '<c:max val="1"/><c:min val="0.123"/>'),
  );
  addRelation(files, slide("answer-rate-trend"), {
    id: "rIdLink",
    type: "hyperlink",
    to: "https://example.com/",
    external: true,
  });
  rewrite(files, slide("answer-rate-trend"), (xml) =>
    xml.replace(
      /(name="answer-rate-trend subtitle".*?<a:rPr[^>]*>)(.*?)(<\/a:rPr>)/s,
      '$1$2<a:hlinkClick r:id="rIdLink"/>$3',
    ),
  );
  const point = `<c:dPt><c:idx val="2"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="AA00FF"/></a:solidFill></c:spPr></c:dPt>`;
  rewrite(files, chartOf(files, "complaint-categories"), (xml) =>
    xml.replace(/(<c:ser>.*?<c:invertIfNegative val="0"\/>)/s, `$1${point}`),
  );
  rewrite(files, slide("complaint-responsibility"), (xml) =>
    xml.replace(
      frame("complaint-responsibility"),
      (whole) =>
        `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="97" name="Group 96"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${whole.replace(/<p:ph [^>]*\/>/, "")}</p:grpSp>`,
    ),
  );
  rewrite(files, chartOf(files, "competitor-trend"), (xml) =>
    xml
      .replaceAll("c:lineChart>", "c:barChart>")
      .replace(/<c:barChart><c:grouping val="\w+"\/>/, '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>')
      .replaceAll(
        /<c:marker>.*?<\/c:marker>|<c:marker val="1"\/>|<c:smooth val="\d"\/>|<c:dPt>.*?<\/c:dPt>|<c:dLblPos val="\w+"\/>/gs,
        "",
      ),
  );
  rewrite(files, slideWith(files, "resolution-times table"), (xml) =>
    xml.replace(
      /<a:tcPr([^>]*)>.*?<\/a:tcPr>/s,
      '<a:tcPr$1><a:solidFill><a:srgbClr val="FFEE00"/></a:solidFill></a:tcPr>',
    ),
  );
  rewrite(files, slideWith(files, "quality table"), (xml) => xml.replace(/(<a:tbl>.*?<a:t>)[^<]*/s, "$1我改的单元格"));
  const twice = slide("complaint-rate-trend");
  const [chart, copy] = [target(files, twice, "charts"), "ppt/charts/chart900.xml"];
  files[copy] = files[chart] as Uint8Array;
  files[relationsPath(copy)] = files[relationsPath(chart)] as Uint8Array;
  rewrite(files, "[Content_Types].xml", (xml) =>
    xml.replace(
      "</Types>",
      `<Override PartName="/${copy}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>`,
    ),
  );
  addSlide(files, {
    number: 900,
    content: text(files, twice),
    relations: text(files, relationsPath(twice))
      .replace(/charts\/chart\d+\.xml/, "charts/chart900.xml")
      .replace(/<Relationship [^>]*notesSlide"[^>]*\/>/, ""),
  });
  addSlide(files, {
    number: 901,
    content: text(files, slidePaths(files)[1] ?? "")
      .replaceAll(/name="[^"]*"/g, 'name="mine"')
      .replaceAll(/<a:t>[^<]+<\/a:t>/g, "<a:t>我加的一页</a:t>"),
    relations: text(files, relationsPath(slidePaths(files)[1] ?? "")).replace(
      /<Relationship [^>]*notesSlide"[^>]*\/>/,
      "",
    ),
  });
  rewrite(files, "ppt/presentation.xml", (xml) => {
    const slides = xml.match(/<p:sldId [^>]*\/>/g) ?? [];
    const [cover = "", overview = "", ...others] = slides;
    const dropped = others.at(-6) ?? "";
    const number = /id="(\d+)"/.exec(dropped)?.[1];
    return xml
      .replace(slides.join(""), [cover, ...others.filter((each) => each !== dropped), overview].join(""))
      .replace(`<p14:sldId id="${number}"/>`, "");
  });
};

/** A slide without what the update may replace: texts, rows and text alternatives of our own shapes. */
const frameOf = (xml: string): string => {
  const tree = parse(xml);
  for (const group of all(tree, "p:grpSp").filter((each) => / picture"/.test(String(each))))
    group.parentNode?.removeChild(group);
  for (const shape of [...all(tree, "p:sp"), ...all(tree, "p:graphicFrame"), ...all(tree, "p:pic")]) {
    const [properties] = all(shape, "p:cNvPr");
    if (!/^[a-z0-9-]+ [a-z]+$/.test(properties?.getAttribute("name") ?? "")) continue;
    properties?.removeAttribute("descr");
    for (const part of [...all(shape, "a:p"), ...all(shape, "a:tr")]) part.parentNode?.removeChild(part);
    for (const blip of all(shape, "a:blip")) blip.removeAttribute("r:embed");
  }
  return new XMLSerializer().serializeToString(tree);
};

/** Numbers and words that a chart shows, and which point bears the name of its series, series by series. */
const shown = (xml: string): string[] =>
  all(parse(xml), "c:ser")
    .map((series) => {
      const numbers = ["c:tx", "c:cat", "c:val", "c:xVal", "c:yVal", "c:plus", "c:minus"].map((name) =>
        all(series, name).map((holder) => all(holder, "c:v").map((value) => value.textContent)),
      );
      const named = all(series, "c:dLbl").filter((each) => all(each, "c:showSerName")[0]?.getAttribute("val") === "1");
      return JSON.stringify([numbers, named.map((each) => all(each, "c:idx")[0]?.getAttribute("val"))]);
    })
    .sort();
const idOf = (xml: string): string | undefined => /name="([a-z0-9-]+) chart"/.exec(xml)?.[1];

describe("the deck of a real report, worked on for a month and brought up to date", () => {
  let [september, october]: [Uint8Array, Uint8Array] = [new Uint8Array(), new Uint8Array()];
  let [input, output, fresh]: [Files, Files, Files] = [{}, {}, {}];
  let [edited, update]: [Uint8Array, DeckUpdate] = [new Uint8Array(), {} as DeckUpdate];
  let inputBytes: Buffer;
  const temp = mkdtempSync(join(tmpdir(), "huisheng-deck-"));
  afterAll(() => rmSync(temp, {recursive: true, force: true}));
  beforeAll(async () => {
    september = realDeck(await sampleInput(temp, "2026-09"), "zh");
    october = realDeck(await sampleInput(temp, "2026-10"), "zh");
    edited = editedDeck(september, workOn);
    inputBytes = Buffer.from(edited);
    update = updateDeck(edited, october);
    [input, output, fresh] = [unzipSync(edited), unzipSync(update.bytes), unzipSync(october)];
  });

  it("has at least twenty slides, and none is lost, added or out of order", () => {
    expect(slidePaths(input).length).toBeGreaterThanOrEqual(20);
    expect(slidePaths(output)).toEqual(slidePaths(input));
  });

  it("leaves every part that holds none of our data as it was: comments, threads, layouts, theme, order", () => {
    const ours =
      /^docProps\/custom\.xml$|^ppt\/(charts|embeddings|slides|notesSlides|media)\/|\.rels$|^\[Content_Types\]/;
    const others = Object.keys(input).filter((path) => !ours.test(path));
    expect(others).toEqual(
      expect.arrayContaining(["ppt/comments/comment1.xml", "ppt/comments/modernComment_104_0.xml"]),
    );
    for (const path of others) expect(text(output, path).endsWith(text(input, path)), path).toBe(true);
  });

  it("keeps on every slide all that a person may have set: places, sizes, shapes, groups, links, animations", () => {
    for (const path of slidePaths(input)) expect(frameOf(text(output, path)), path).toBe(frameOf(text(input, path)));
    const has = (id: string, ...pieces: string[]): void => {
      for (const piece of pieces) expect(text(output, slideWith(output, `${id} chart`)), id).toContain(piece);
    };
    has("csat-trend", place, "请关注");
    has("nps-trend", "clickEffect", "<p:fade/>");
    has("items", 'show="0"');
    has("answer-rate-trend", '<a:hlinkClick r:id="rIdLink"/>');
    expect(text(output, target(output, slideWith(output, "csat-trend chart"), "notesSlides"))).toContain(
      "开场先讲背景",
    );
    expect(text(output, slideWith(output, "resolution-times table"))).toContain("FFEE00");
  });

  it("keeps every relation of every part, and points at nothing that is not there", () => {
    for (const path of Object.keys(input).filter((each) => each.endsWith(".rels"))) {
      const ids = (files: Files): string[] =>
        all(parse(text(files, path)), "Relationship").map((each) => each.getAttribute("Id") ?? "");
      expect(ids(output), path).toEqual(expect.arrayContaining(ids(input)));
    }
    for (const path of Object.keys(output).filter((each) => each.endsWith(".rels"))) {
      const from = path.replace("_rels/", "").replace(/\.rels$/, "");
      for (const relation of all(parse(text(output, path)), "Relationship")) {
        if (relation.getAttribute("TargetMode") === "External") continue;
        const to = new URL(relation.getAttribute("Target") ?? "", `file:///${from}`).pathname.slice(1);
        expect(output[to], `${path} → ${to}`).toBeDefined();
      }
    }
  });

  it("shows this month's numbers in every chart whose figure is in this month's report", () => {
    const changed = new Set(["nps-parts", "competitor-trend"]);
    let compared = 0;
    for (const path of slidePaths(output)) {
      const id = idOf(text(output, path));
      if (!id || changed.has(id) || !slideWith(fresh, `${id} chart`)) continue;
      const [now, wanted] = [text(output, target(output, path, "charts")), text(fresh, chartOf(fresh, id))];
      expect(shown(now), id).toEqual(shown(wanted));
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(20);
  });

  it("keeps a changed type, colours, own axis ends and a deleted series, with the numbers of this month", () => {
    expect(text(output, chartOf(output, "nps-trend"))).toContain("00C853");
    expect(text(output, chartOf(output, "answer-rate-trend"))).toContain('<c:min val="0.123"/>');
    const values = (files: Files, id: string): string[][] =>
      all(parse(text(files, chartOf(files, id))), "c:val").map((each) =>
        all(each, "c:v").map((value) => value.textContent ?? ""),
      );
    const [first, , third] = values(fresh, "nps-parts");
    expect(values(output, "nps-parts")).toEqual([first, third]);
    expect(text(output, chartOf(output, "competitor-trend"))).not.toContain("lineChart");
    expect(values(output, "competitor-trend")).toEqual(values(fresh, "competitor-trend"));
  });

  it("lets a coloured bar follow its category to the place it has this month", () => {
    const at = (files: Files): string => {
      const [series] = all(parse(text(files, chartOf(files, "complaint-categories"))), "c:ser");
      const point = series && all(series, "c:dPt").find((each) => String(each).includes("AA00FF"));
      const index = point && all(point, "c:idx")[0]?.getAttribute("val");
      const [names] = series ? all(series, "c:cat") : [];
      return (names && all(names, "c:pt").find((each) => each.getAttribute("idx") === index)?.textContent) ?? "";
    };
    expect(at(input)).not.toBe("");
    expect(at(output)).toBe(at(input));
  });

  it("brings both up to date where a slide stands in the deck twice", () => {
    const title = /name="complaint-rate-trend title".*?<a:t>([^<]*)/s;
    const wanted = title.exec(text(fresh, slideWith(fresh, "complaint-rate-trend chart")))?.[1];
    for (const path of [slideWith(output, "complaint-rate-trend chart"), "ppt/slides/slide900.xml"])
      expect(title.exec(text(output, path))?.[1], path).toBe(wanted);
  });

  it("says what was left as a person made it, and what could not be matched", () => {
    const said = update.kept.map(({name, reason}) => `${name}: ${reason}`);
    expect(said.sort()).toEqual([
      "answer-rate-trend chart: axis_changed_by_person",
      "dissatisfied-trend title: text_changed_by_person",
      "nps-parts chart: series_removed_by_person",
      "quality table: table_changed_by_person",
      "response-rate-trend chart: alt_changed_by_person",
    ]);
    const lines = describeUpdate(update).map(({zh}) => zh);
    for (const name of [...update.unmatched, ...update.absent]) expect(lines.join("\n")).toContain(name);
    expect(update.absent.length).toBeGreaterThan(0);
  });

  it("touches nothing of what it read, and comes to the same when run again", () => {
    expect(inputBytes.equals(Buffer.from(edited))).toBe(true);
    const again = updateDeck(update.bytes, october);
    expect(again.kept).toEqual(update.kept);
    const files = unzipSync(again.bytes);
    for (const path of slidePaths(output)) expect(text(files, path), path).toBe(text(output, path));
  });

  it("opens without a complaint", async () => {
    const own = new Set(await schemaErrors(edited, "pptx"));
    expect((await schemaErrors(update.bytes, "pptx")).filter((error) => !own.has(error))).toEqual([]);
  }, 240_000);

  it.skipIf(withoutLibreOffice !== "")(
    "still takes the numbers after LibreOffice saved it",
    () => {
      const saved = convert(edited, {from: "pptx", to: "pptx"});
      const after = unzipSync(updateDeck(saved, october).bytes);
      expect(slidePaths(after)).toHaveLength(slidePaths(input).length);
      const main = (files: Files, id: string): string[] =>
        all(parse(text(files, chartOf(files, id))), "c:val").flatMap((each) =>
          all(each, "c:v").map((value) => String(Number(value.textContent))),
        );
      for (const id of ["csat-trend", "complaint-categories", "complaint-rate-trend"])
        expect(main(after, id), id).toEqual(main(fresh, id));
      const whole = Object.keys(after)
        .map((path) => text(after, path))
        .join("\n");
      for (const piece of ["请关注", "我加的一页", "我改的标题", "旧式批注"]) expect(whole).toContain(piece);
    },
    900_000,
  );
});
