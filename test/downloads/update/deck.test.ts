import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import type {DownloadInput} from "../../../loaders/downloads/contents/input.js";
import {deck} from "../../../loaders/downloads/deck/deck.js";
import {spreadsheet} from "../../../loaders/downloads/office/spreadsheet.js";
import {updateDeck} from "../../../loaders/downloads/update/deck.js";
import {ReportError} from "../../../loaders/messages/errors.js";
import type {Figure} from "../../../src/figures/figure.js";
import {all, cellsOf, convert, parse, schemaErrors, texts, unzip, withoutLibreOffice} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

/** The month after: other numbers, other findings, one channel more, one figure gone. */
const nextMonth = (): DownloadInput => {
  const input = sampleInput();
  const figures = Object.fromEntries(
    Object.entries(input.figures.zh.figures).map(([id, figure]) => {
      if (!("form" in figure)) return [id, figure];
      const shift = (value: number | null | undefined) =>
        typeof value === "number" ? Number((value * 0.9).toPrecision(6)) : value;
      const series = figure.series.map((each) => ({
        ...each,
        points: each.points.map((point) => ({
          ...point,
          value: shift(point.value) ?? null,
          lo: shift(point.lo),
          hi: shift(point.hi),
        })),
      }));
      return [id, {...figure, title: `十一月：${figure.title}`, series} as Figure];
    }),
  ) as Record<string, Figure>;
  const channel = figures["csat-by-channel"] as Figure;
  figures["csat-by-channel"] = {
    ...channel,
    categories: [...channel.categories, "视频"],
    series: channel.series.map((each) => ({
      ...each,
      points: [...each.points, {value: 0.81, lo: 0.7, hi: 0.92, n: 25, flag: "hollow" as const}],
    })),
  };
  const actions = figures.actions as Figure;
  figures.actions = {
    ...actions,
    table: {
      columns: actions.table.columns,
      rows: actions.table.rows.slice(0, 5).map(([, ...row]) => ["换承运商", ...row]),
    },
  };
  delete figures["tickets-by-month"];
  return {
    ...input,
    report: {...input.report, month: "2026-11"},
    figures: {...input.figures, zh: {...input.figures.zh, figures}},
  };
};

const before = deck(sampleInput(), "zh");
const built = deck(nextMonth(), "zh");

type Files = Record<string, Uint8Array>;
const edit = (bytes: Uint8Array, change: (files: Files) => void): Uint8Array => {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
};
const rewrite = (files: Files, path: string, change: (xml: string) => string): void => {
  files[path] = strToU8(change(strFromU8(files[path] as Uint8Array)));
};
const slideWith = (files: Record<string, string>, name: string): string =>
  Object.keys(files).find(
    (path) => /^ppt\/slides\/slide\d+\.xml$/.test(path) && files[path]?.includes(`name="${name}"`),
  ) ?? "";
const chartPath = (files: Record<string, string>, name: string): string => {
  const slide = slideWith(files, name);
  return `ppt/charts/${/charts\/([^"]+\.xml)"/.exec(files[slide.replace("slides/", "slides/_rels/") + ".rels"] ?? "")?.[1]}`;
};
const values = (xml: string, series: number): string[] => {
  const one = all(parse(xml), "c:ser")[series];
  const holder = one && (all(one, "c:val")[0] ?? all(one, "c:xVal")[0]);
  return holder ? all(holder, "c:pt").map((point) => point.textContent ?? "") : [];
};
const main = (input: DownloadInput, id: string, series = 0): string[] =>
  (input.figures.zh.figures[id] as Figure).series[series]?.points.flatMap(({value}) =>
    value === null ? [] : [String(value)],
  ) ?? [];

describe("a deck edited in place", () => {
  const names = unzip(before);
  const trend = slideWith(names, "csat-trend chart");
  const channel = slideWith(names, "csat-by-channel chart");
  const bars = slideWith(names, "complaints-by-cause chart");
  const move = '<p:xfrm><a:off x="1234567" y="2345678"/><a:ext cx="5555555" cy="3333333"/></p:xfrm>';
  const extraShape =
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Rectangle 98"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:prstGeom prst="star5"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>请关注</a:t></a:r></a:p></p:txBody></p:sp>';
  const timing =
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>';
  const edited = edit(before, (files) => {
    rewrite(files, trend, (xml) =>
      xml
        .replace(/<p:xfrm>.*?<\/p:xfrm>/, move)
        .replace("</p:spTree>", `${extraShape}</p:spTree>`)
        .replace("</p:sld>", `${timing}</p:sld>`),
    );
    rewrite(files, chartPath(names, "csat-trend chart"), (xml) =>
      xml.replace(/<a:schemeClr val="accent1"><\/a:schemeClr>/g, '<a:srgbClr val="00FF00"/>'),
    );
    rewrite(files, channel, (xml) =>
      xml.replace(/(<a:t>)[^<]*(<\/a:t>)(?=.*?name="csat-by-channel subtitle")/, "$1我改的标题$2"),
    );
    rewrite(files, bars, (xml) => xml.replace(/<a:rPr ([^>]*)>(?=<\/a:rPr><a:t>投诉最多)/, '<a:rPr $1 i="1">'));
    rewrite(files, "ppt/presentation.xml", (xml) =>
      xml.replace(/(<p:sldIdLst>)(<p:sldId [^>]*\/>)(<p:sldId [^>]*\/>)(<p:sldId [^>]*\/>)/, "$1$2$4$3"),
    );
    const notes = `ppt/notesSlides/${/notesSlides\/([^"]+)"/.exec(names[trend.replace("slides/", "slides/_rels/") + ".rels"] ?? "")?.[1]}`;
    rewrite(files, notes, (xml) =>
      xml.replace(/(<a:lstStyle\/>)(<a:p>)/, '$1<a:p><a:r><a:rPr lang="zh-CN"/><a:t>开场先讲背景</a:t></a:r></a:p>$2'),
    );
    files["ppt/slides/slide90.xml"] = strToU8(
      strFromU8(files[slideWith(names, "overview-text text")] as Uint8Array)
        .replaceAll("overview-text", "my-own")
        .replace(/<a:t>[^<]+<\/a:t>/g, "<a:t>我加的一页</a:t>"),
    );
    files["ppt/slides/_rels/slide90.xml.rels"] = strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" Target="../slideLayouts/slideLayout3.xml"/></Relationships>',
    );
    rewrite(files, "[Content_Types].xml", (xml) =>
      xml.replace(
        "</Types>",
        '<Override PartName="/ppt/slides/slide90.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>',
      ),
    );
    rewrite(files, "ppt/_rels/presentation.xml.rels", (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide90.xml"/></Relationships>',
      ),
    );
    rewrite(files, "ppt/presentation.xml", (xml) =>
      xml
        .replace("</p:sldIdLst>", '<p:sldId id="900" r:id="rId900"/></p:sldIdLst>')
        .replace(/<p:extLst>.*<\/p:extLst>/, ""),
    );
    const book = spreadsheet(
      [
        {name: "data", rows: [[{value: "类别", kind: "text"}]], widths: [10]},
        {name: "我的计算", rows: [[{value: 42, kind: "count"}]], widths: [10]},
      ],
      {title: "t", date: "2026-10-31"},
    );
    const embedded = /embeddings\/([^"]+)"/.exec(
      names[chartPath(names, "complaints-by-cause chart").replace("charts/", "charts/_rels/") + ".rels"] ?? "",
    )?.[1];
    files[`ppt/embeddings/${embedded}`] = book;
  });
  const update = updateDeck(edited, built);
  const after = unzip(update.bytes);

  it("opens without a complaint", async () => {
    expect(await schemaErrors(update.bytes, "pptx")).toEqual([]);
  });

  it("has the new numbers in every chart, its workbook and its label texts", () => {
    for (const id of [
      "csat-trend",
      "nps-two-years",
      "gap-to-rival",
      "complaints-by-cause",
      "answers-by-tier",
      "csat-by-channel",
    ]) {
      expect(values(after[chartPath(after, `${id} chart`)] ?? "", id === "nps-two-years" ? 2 : 0), id).toEqual(
        main(nextMonth(), id),
      );
    }
    const path = chartPath(after, "csat-trend chart");
    const book = /embeddings\/([^"]+)"/.exec(after[path.replace("charts/", "charts/_rels/") + ".rels"] ?? "")?.[1];
    expect([...cellsOf(unzipSync(update.bytes)[`ppt/embeddings/${book}`] as Uint8Array).values()]).toContain(
      Number(main(nextMonth(), "csat-trend")[0]),
    );
    const dots = after[chartPath(after, "csat-by-channel chart")] ?? "";
    expect(texts(dots)).toContain("视频");
    expect(texts(dots).some((text) => text.includes("81.0%"))).toBe(true);
  });

  it("keeps place, size, colours, order, added slides and shapes, notes and animations", () => {
    const slide = after[slideWith(after, "csat-trend chart")] ?? "";
    expect(slide).toContain('<a:off x="1234567" y="2345678"/><a:ext cx="5555555" cy="3333333"/>');
    expect(slide).toContain("请关注");
    expect(slide).toContain("tmRoot");
    expect(after[chartPath(after, "csat-trend chart")]).toContain("00FF00");
    expect(
      all(parse(after["ppt/presentation.xml"] ?? ""), "p:sldId")
        .map((each) => each.getAttribute("id"))
        .slice(0, 4),
    ).toEqual(["256", "258", "257", "259"]);
    expect(Object.values(after).some((xml) => xml.includes("我加的一页"))).toBe(true);
    const notes =
      Object.entries(after).find(
        ([path, xml]) => path.includes("notesSlides/notes") && xml.includes("开场先讲背景"),
      )?.[1] ?? "";
    expect(notes).toContain("十一月：满意率连续三个月下降");
    expect(after[slideWith(after, "complaints-by-cause chart")]).toMatch(
      /i="1"[^>]*>(<\/a:rPr>)?<a:t>十一月：投诉最多|i="1"\/><a:t>十一月：投诉最多/,
    );
  });

  it("keeps a person's own sheet in an embedded workbook, and reads the new numbers from a sheet beside it", () => {
    const path = chartPath(after, "complaints-by-cause chart");
    const book = /embeddings\/([^"]+)"/.exec(after[path.replace("charts/", "charts/_rels/") + ".rels"] ?? "")?.[1];
    const sheets = unzip(unzipSync(update.bytes)[`ppt/embeddings/${book}`] as Uint8Array)["xl/workbook.xml"];
    expect(sheets).toContain("我的计算");
    expect(sheets).toContain("data 2026-11");
    expect(after[path]).toContain("'data 2026-11'!$B$2");
  });

  it("keeps the text that a person changed and says so", () => {
    expect(after[slideWith(after, "csat-by-channel chart")]).toContain("我改的标题");
    expect(update.kept).toEqual([{slide: 13, name: "csat-by-channel title", reason: "text_changed_by_person"}]);
  });

  it("lists what it could not match: figures gone from the report, and slides not in the deck", () => {
    expect(update.unmatched).toContain("tickets-by-month chart");
    expect(after[chartPath(after, "tickets-by-month chart")]).toContain("1890");
    expect(update.absent).toEqual([]);
    const without = edit(before, (files) => {
      rewrite(files, "ppt/presentation.xml", (xml) => xml.replace(/<p:sldId id="267"[^>]*\/>/, ""));
    });
    expect(updateDeck(without, built).absent).toEqual(["nps-two-years"]);
  });

  it("comes to the same when run twice", () => {
    const again = updateDeck(update.bytes, built);
    expect(unzip(again.bytes)[slideWith(after, "csat-trend chart")]).toBe(after[slideWith(after, "csat-trend chart")]);
    expect(again.kept).toEqual(update.kept);
  });
});

it("refuses a deck that it did not write, and says what to do", () => {
  const foreign = edit(before, (files) => {
    delete files["docProps/custom.xml"];
  });
  expect(() => updateDeck(foreign, built)).toThrow(ReportError);
  expect(() => updateDeck(strToU8("no zip"), built)).toThrow(ReportError);
});

describe.skipIf(withoutLibreOffice !== "")("a deck saved by LibreOffice", () => {
  const saved = withoutLibreOffice ? before : convert(before, {from: "pptx", to: "pptx"});
  const update = updateDeck(saved, built);
  const after = unzip(update.bytes);

  it("has the new numbers and findings, although placeholders lost their names", () => {
    for (const id of ["csat-trend", "csat-by-channel", "complaints-by-cause", "answers-by-tier"]) {
      expect(values(after[chartPath(after, `${id} chart`)] ?? "", 0), id).toEqual(main(nextMonth(), id));
      const title = (nextMonth().figures.zh.figures[id] as Figure).title;
      expect(texts(after[slideWith(after, `${id} chart`)] ?? "").join("\n"), id).toContain(title);
    }
    expect(update.kept.filter(({reason}) => reason === "text_changed_by_person")).toEqual([]);
  });

  it("gets back the workbooks that LibreOffice dropped", () => {
    expect(Object.keys(unzip(saved)).filter((path) => path.includes("embeddings/"))).toEqual([]);
    expect(Object.keys(after).filter((path) => path.includes("embeddings/")).length).toBeGreaterThan(7);
  });

  it("opens in LibreOffice again with all its slides", () => {
    const pages = new TextDecoder("latin1")
      .decode(convert(update.bytes, {from: "pptx", to: "pdf"}))
      .match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(
      Object.keys(unzip(update.bytes)).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length,
    );
  });
});
