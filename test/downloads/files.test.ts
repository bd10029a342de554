import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {csv} from "../../loaders/downloads/files/csv.js";
import {summary} from "../../loaders/downloads/files/summary.js";
import {spreadsheet} from "../../loaders/downloads/office/spreadsheet.js";
import {drawBook} from "../../loaders/downloads/pictures.js";
import {downloadTasks} from "../../loaders/downloads/tasks.js";
import {workbook} from "../../loaders/downloads/workbook/workbook.js";
import {type Download, type DownloadInput, writeDownloads} from "../../loaders/downloads/write.js";
import {openThreads} from "../../loaders/program/threads.js";
import type {Figure} from "../../src/figures/figure.js";
import {all, cellsOf, convert, parse, schemaErrors, unzip, withoutCalc} from "./open-office.js";
import {hostile, sampleInput} from "./sample-figures.js";

const input = sampleInput();

describe("the workbook", () => {
  const bytes = workbook(input, "zh");
  const files = unzip(bytes);
  const names = all(parse(files["xl/workbook.xml"] ?? ""), "sheet").map((sheet) => sheet.getAttribute("name"));
  const sheetNamed = (name: string): string => files[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`] ?? "";
  // The contents say which tab has which figure.
  const contents = cellsOf(bytes, `xl/worksheets/sheet${names.indexOf("目录") + 1}.xml`);
  const tabOf = (id: string): string => {
    const row = [...contents].find(([cell, value]) => cell.startsWith("E") && value === id)?.[0].slice(1);
    return String(contents.get(`B${row}`) ?? "");
  };
  const sheetOf = (id: string): string => sheetNamed(tabOf(id));

  it("is valid against the Open XML schemas", async () => {
    expect(await schemaErrors(bytes, "xlsx")).toEqual([]);
  });

  it("has the headline numbers first, one sheet per figure under a name in the reader's language, then definitions", () => {
    const figures = Object.keys(input.figures.zh.figures)
      .filter((id) => id !== "gone")
      .map(tabOf);
    expect(names).toEqual(["本月数字", "目录", "还不知道什么", ...figures, "方法", "数据质量", "图表数据"]);
    expect(figures[0]).toBe("满意度 1 满意率");
    expect(new Set(names).size).toBe(names.length);
    expect([...cellsOf(bytes, `xl/worksheets/sheet${names.indexOf("方法") + 1}.xml`).values()]).toContain(
      "4–5 分的答卷数 ÷ 全部有效答卷数",
    );
  });

  it("gives each measure as numbers with interval, change, target and verdict, and a link to its sheet", () => {
    const cells = cellsOf(bytes);
    expect(["A", "B", "C", "E", "F", "H", "I"].map((column) => cells.get(`${column}5`))).toEqual([
      "接通率",
      0.9,
      0.87,
      0.89,
      1,
      0.88,
      2,
    ]);
    expect(cells.get("L5")).toBe(0.9);
    expect(cells.get("M5")).toBe("达标未定");
    expect(sheetNamed("本月数字")).toContain(`<hyperlink ref="O5" location="'${tabOf("csat-trend")}'!A1"/>`);
    expect(sheetNamed("目录")).toContain(`<hyperlink ref="B2" location="'${tabOf("csat-trend")}'!A1"/>`);
    const style = /r="B5" s="(\d+)"/.exec(sheetNamed("本月数字"))?.[1];
    const formats = all(parse(files["xl/styles.xml"] ?? ""), "cellXfs").flatMap((list) => all(list, "xf"));
    const format = formats[Number(style)]?.getAttribute("numFmtId");
    expect(files["xl/styles.xml"]).toContain(`numFmtId="${format}" formatCode="0.0%"`);
  });

  it("keeps what the charts are drawn from on a sheet that is not shown", () => {
    expect(files["xl/workbook.xml"]).toMatch(/name="图表数据" sheetId="\d+" state="hidden"/);
    const charts = Object.entries(files).filter(([path]) => /^xl\/charts\/chart/.test(path));
    for (const [path, xml] of charts) {
      expect(xml, path).toContain("<c:f>'图表数据'!");
      expect(xml, path).toContain('<c:plotVisOnly val="0"/>');
    }
  });

  it("keeps numbers as numbers and days as days, and no formula at all", () => {
    const cells = all(parse(sheetOf("actions")), "c");
    const typed = (reference: string) => cells.find((cell) => cell.getAttribute("r") === reference);
    expect(typed("D10")?.hasAttribute("t")).toBe(false);
    expect(Number(typed("D10")?.textContent)).toBe(1);
    expect(Number(typed("C10")?.textContent)).toBe(Date.UTC(2026, 10, 10) / 86_400_000 + 25_569);
    expect(Object.values(files).some((xml) => /<f[ >]/.test(xml))).toBe(false);
  });

  it("keeps a text that looks like a formula or a code as that text, also when its cell is edited", () => {
    const xml = sheetOf("actions");
    const [formula] = all(parse(xml), "c").filter((cell) => cell.textContent === hostile[0]);
    const style = all(parse(files["xl/styles.xml"] ?? ""), "cellXfs")[0];
    const [formats] = style ? [all(style, "xf")] : [];
    expect(formats?.[Number(formula?.getAttribute("s"))]?.getAttribute("quotePrefix")).toBe("1");
    expect(xml).toContain("_x005F_x0041_ + 1");
  });

  it("has a filter, a header that stays and a native chart on the sheet of a figure", () => {
    expect(sheetOf("csat-trend")).toContain('<autoFilter ref="A9:');
    expect(sheetOf("csat-trend")).toContain('state="frozen"');
    const drawings = Object.keys(files).filter((path) => /^xl\/charts\/chart/.test(path));
    expect(drawings).toHaveLength(10);
  });

  it("prints table and chart of a figure, with the header again on each page, and not the cells behind the chart", () => {
    const defined = new Map(
      all(parse(files["xl/workbook.xml"] ?? ""), "definedName").map((each) => [
        `${names[Number(each.getAttribute("localSheetId"))]} ${each.getAttribute("name")}`,
        each.textContent,
      ]),
    );
    expect(defined.get(`${tabOf("csat-by-channel")} _xlnm.Print_Titles`)).toBe(`'${tabOf("csat-by-channel")}'!$9:$9`);
    const area = /!\$A\$1:\$([A-Z]+)\$(\d+)$/.exec(defined.get(`${tabOf("csat-by-channel")} _xlnm.Print_Area`) ?? "");
    const corner = all(
      parse(files[`xl/drawings/drawing${names.indexOf(tabOf("csat-by-channel")) + 1}.xml`] ?? ""),
      "xdr:to",
    )[0];
    const column = Number(corner && all(corner, "xdr:col")[0]?.textContent);
    expect(area?.[1]).toBe(String.fromCharCode(64 + column));
    expect(Number(area?.[2])).toBeGreaterThanOrEqual(Number(corner && all(corner, "xdr:row")[0]?.textContent));
  });

  it("says above the rows of a figure how it is reckoned and what the analyst says, and leads back to the contents", () => {
    const sheet = names.indexOf(tabOf("csat-trend")) + 1;
    const cells = cellsOf(bytes, `xl/worksheets/sheet${sheet}.xml`);
    expect(cells.get("A5")).toBe("备注（客服，2026-11-03）：夜班缺人");
    expect(cells.get("A6")).toBe("算例：满意率（2026年10月）：98 ÷ 122 = 80.3%");
    expect(cells.get("A7")).toBe("指标：满意率 = 4–5 分的答卷数 ÷ 全部有效答卷数");
    expect(files[`xl/worksheets/sheet${sheet}.xml`]).toContain(`<hyperlink ref="A8" location="'目录'!A1"/>`);
  });

  it("gives a row as much height as its wrapped text needs: not every office finds it on opening", () => {
    const rows = ["Short.", "A finding that goes on and on. ".repeat(8)].map((value) => [
      {value, kind: "wrap"} as const,
    ]);
    const book = spreadsheet([{name: "A", rows, widths: [40]}], {title: "t", date: "2026-10-31"});
    const heights = all(parse(unzip(book)["xl/worksheets/sheet1.xml"] ?? ""), "row").map((row) =>
      row.getAttribute("ht"),
    );
    expect(heights[0]).toBeNull();
    expect(Number(heights[1])).toBeGreaterThanOrEqual(75);
  });

  it("has a style for every unit and for changes: Excel repairs a cell without one", () => {
    const kinds = ["p", "points", "change", "change_fine", "id", "ratio", "bold"] as const;
    const own = unzip(
      spreadsheet([{name: "data", rows: [kinds.map((kind) => ({value: 0.0001, kind}))], widths: [10]}], {
        title: "t",
        date: "2026-10-31",
      }),
    );
    const styles = all(parse(own["xl/worksheets/sheet1.xml"] ?? ""), "c").map((cell) => Number(cell.getAttribute("s")));
    const [list] = all(parse(own["xl/styles.xml"] ?? ""), "cellXfs");
    const formats = all(parse(own["xl/styles.xml"] ?? ""), "numFmt");
    const codes = styles.map((style) => {
      const id = list && all(list, "xf")[style]?.getAttribute("numFmtId");
      return formats.find((format) => format.getAttribute("numFmtId") === id)?.getAttribute("formatCode") ?? "";
    });
    expect(codes).toEqual([
      '[<0.001]"<0.001";0.000',
      "+0.0;-0.0;0.0",
      "+#,##0;-#,##0;0",
      "+0.00;-0.00;0.00",
      "0",
      "0.00",
      "",
    ]);
  });

  it("keeps to Excel's limit of 32,767 signs in a cell", () => {
    const long = spreadsheet([{name: "data", rows: [[{value: "长".repeat(40_000), kind: "text"}]], widths: [10]}], {
      title: "t",
      date: "2026-10-31",
    });
    const [text] = [...cellsOf(long).values()];
    expect(String(text)).toHaveLength(32_767);
    expect(String(text).endsWith("…")).toBe(true);
  });

  it.skipIf(withoutCalc !== "")("gives the same rows to LibreOffice", () => {
    const first = spreadsheet(
      [
        {
          name: "data",
          rows: [
            [
              {value: 0.5, kind: "share"},
              {value: hostile[0] ?? "", kind: "text"},
              {value: "2026-10-31", kind: "date"},
            ],
          ],
          widths: [10],
        },
      ],
      {title: "t", date: "2026-10-31"},
    );
    const text = new TextDecoder().decode(convert(first, {from: "xlsx", to: "csv"}));
    expect(text.trim().replace("50.0%", "50%")).toBe(`50%,${hostile[0]},2026-10-31`);
  });
});

describe("a CSV file", () => {
  const column = (label: string) => ({id: label, label, unit: "text" as const});

  it("begins with the mark that lets Excel read Chinese by double-click", () => {
    expect(csv({columns: [column("渠道")], rows: [["电话"]]})).toBe("\ufeff渠道\r\n电话\r\n");
  });

  it("makes texts inert that a spreadsheet would run, and leaves negative numbers alone", () => {
    const rows = ["=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", " =1", "＝1", "plain"].map((text) => [text, -5]);
    const lines = csv({columns: [column("a"), {id: "b", label: "b", unit: "count"}], rows})
      .split("\r\n")
      .slice(1, -1);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^"?'/);
    expect(lines.every((line) => line.endsWith(",-5"))).toBe(true);
    expect(lines.at(-1)).toBe("plain,-5");
  });

  it("quotes commas, quotes and line ends, and writes nothing for what is withheld", () => {
    expect(csv({columns: [column("a"), column("b")], rows: [['a,"b"\nc', null]]})).toBe(
      '\ufeffa,b\r\n"a,""b""\nc",\r\n',
    );
  });
});

describe("the summary in one file", () => {
  const html = summary(input, "en", {
    pictures: new Map([["csat-trend", '<svg xmlns="http://www.w3.org/2000/svg"><text>100% "a"</text></svg>']]),
  });

  it("runs no script, asks for nothing outside and stays under 500 KB", () => {
    const big = summary(input, "en", {
      pictures: new Map(
        Object.keys(input.figures.en.figures).map((id) => [
          id,
          `<svg xmlns="http://www.w3.org/2000/svg"><path d="${"M1 1".repeat(30_000)}"/></svg>`,
        ]),
      ),
    });
    for (const page of [html, big]) {
      expect(page).not.toMatch(/<script|<link|src="http|href="http|\son\w+="/i);
      expect(new TextEncoder().encode(page).length).toBeLessThan(500_000);
    }
  });

  it("says in words what each picture shows, and shows rows where there is no picture", () => {
    const trend = input.figures.en.figures["csat-trend"] as Figure;
    expect(html).toContain(trend.title);
    expect(html).toContain(trend.alt);
    expect(html).toContain("<td>Logistics</td>");
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("the folder of downloads", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-downloads-"));
  const marts = mkdtempSync(join(tmpdir(), "huisheng-marts-"));
  let written: Download[];
  const threads = openThreads(downloadTasks, {count: 0});
  let one: DownloadInput;
  beforeAll(async () => {
    writeFileSync(join(marts, "csat_by_month.parquet"), "PAR1");
    const small = {
      ...input,
      sections: [
        {
          id: "satisfaction",
          title: {zh: "满意度", en: "Satisfaction"},
          figures: ["csat-by-channel", "actions", "../evil", "gone"],
        },
      ],
    };
    const evil = {...(input.figures.en.figures.actions as Figure), id: "../evil"};
    const figures = {
      ...small.figures,
      en: {...small.figures.en, figures: {...small.figures.en.figures, "../evil": evil}},
    };
    one = {...small, figures, languages: ["en"], martsParquet: Promise.resolve(marts)};
    written = await writeDownloads(one, folder, {threads, book: drawBook(one, {threads})});
  });
  afterAll(() => {
    for (const path of [folder, marts]) rmSync(path, {recursive: true, force: true});
  });

  it("holds every file that it lists, with its size", () => {
    expect(written.map(({file}) => file).sort()).toEqual(readdirSync(folder).sort());
    for (const {file, bytes} of written) expect(readFileSync(join(folder, file)).length).toBe(bytes);
  });

  it("has deck, workbook, summary, CSV, SVG, PNG and Parquet, and no file for what is missing or ill-named", () => {
    expect(written.map(({file}) => file).sort()).toEqual([
      "actions.en.csv",
      "csat-by-channel.en.csv",
      "csat-by-channel.en.png",
      "csat-by-channel.en.svg",
      "csat_by_month.parquet",
      "datapackage.json",
      "numbers.en.json",
      "report.en.pptx",
      "report.en.xlsx",
      "summary.en.html",
    ]);
  });

  it("has only what was asked for, and what others need to know of it", async () => {
    const asked = {...one, wanted: ["workbook", "tables"]} satisfies DownloadInput;
    const own = mkdtempSync(join(tmpdir(), "huisheng-downloads-"));
    try {
      const files = await writeDownloads(asked, own, {threads, book: drawBook(asked, {threads})});
      expect(files.map(({file}) => file).sort()).toEqual([
        "actions.en.csv",
        "csat-by-channel.en.csv",
        "csat_by_month.parquet",
        "datapackage.json",
        "numbers.en.json",
        "report.en.xlsx",
      ]);
    } finally {
      rmSync(own, {recursive: true, force: true});
    }
  });

  it("describes its tables in datapackage.json, with the columns that the files have", () => {
    const {resources} = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as {
      resources: {path: string; hash: string; schema?: {fields: {name: string}[]}}[];
    };
    const table = resources.find(({path}) => path === "csat-by-channel.en.csv");
    const header = readFileSync(join(folder, "csat-by-channel.en.csv"), "utf8").slice(1).split("\r\n")[0];
    expect(table?.schema?.fields.map(({name}) => name).join(",")).toBe(header);
    expect(resources.every(({hash}) => /^sha256:[0-9a-f]{64}$/.test(hash))).toBe(true);
  });
});
