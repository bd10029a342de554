import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {afterAll, expect, it} from "vitest";
import {newQuestion} from "../../loaders/cluster/ask.js";
import {deck} from "../../loaders/downloads/deck/deck.js";
import {csv} from "../../loaders/downloads/files/csv.js";
import {dataPackage} from "../../loaders/downloads/files/data-package.js";
import {summary} from "../../loaders/downloads/files/summary.js";
import {spreadsheet} from "../../loaders/downloads/office/spreadsheet.js";
import {workbook} from "../../loaders/downloads/workbook/workbook.js";
import {ReportErrors} from "../../loaders/messages/errors.js";
import {checkOutputs, scanOutputs} from "../../loaders/scan/scan.js";
import type {Figure} from "../../src/figures/figure.js";
import {personalKindIds} from "../../src/words/personal-kinds.js";
import {planted} from "../privacy/planted.js";
import {sampleInput} from "./sample-figures.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});
const folderOf = (files: Record<string, string | Uint8Array>): string => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-scan-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

/** One of each kind, with the words it stands beside. */
const samples = personalKindIds.map((kind) => planted.find((each) => each.kind === kind)!);

it.each(samples)("finds a $kind in html, json, csv, svg, js, xlsx and pptx", async ({kind, text: value}) => {
  const input = sampleInput();
  const figure = {...(input.figures.zh.figures.actions as Figure), notes: [`联系 ${value}`]};
  const withNote = {
    ...input,
    figures: {...input.figures, zh: {...input.figures.zh, figures: {...input.figures.zh.figures, actions: figure}}},
  };
  const folder = folderOf({
    "a.html": `<p>请回电 <b>${value}</b></p>`,
    "b.json": JSON.stringify([{note: `请回电${value}。`}]),
    "c.csv": csv({columns: [{id: "note", label: "备注", unit: "text"}], rows: [[`请回电 ${value}`]]}),
    "d.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${value}</text></svg>`,
    "search.js": `export const texts = ["请回电 ${value}"]`,
    "e.xlsx": spreadsheet([{name: "data", rows: [[{value: `请回电 ${value}`, kind: "text"}]], widths: [10]}], {
      title: "t",
      date: "2026-10-31",
    }),
    "f.pptx": deck(withNote, "zh"),
    "g.html": `<img src="data:image/svg+xml,${encodeURIComponent(`<svg><text>${value}</text></svg>`)}" alt="">`,
    "h.html": `<p>x</p><!-- ${value} -->`,
  });
  const leaks = await scanOutputs(folder);
  expect(new Set(leaks.filter((leak) => leak.kind === kind).map(({file}) => file))).toEqual(
    new Set(["a.html", "b.json", "c.csv", "d.svg", "e.xlsx", "f.pptx", "g.html", "h.html", "search.js"]),
  );
});

it("finds a planted name, but not inside another word", async () => {
  const folder = folderOf({
    "a.json": JSON.stringify({text: "客户李小明来电", other: "Annabella Samples called"}),
    "b.json": JSON.stringify({text: "Anna Sample called"}),
  });
  const leaks = await scanOutputs(folder, {names: ["李小明", "Anna Sample"]});
  expect(leaks.map(({file, kind}) => [file, kind])).toEqual([
    ["a.json", "person_name"],
    ["b.json", "person_name"],
  ]);
});

it("reads the texts of Parquet files through the reader it is given, and refuses to pass one unread", async () => {
  const folder = folderOf({"a.parquet": "PAR1"});
  await expect(scanOutputs(folder)).rejects.toThrow("a.parquet");
  expect(await scanOutputs(folder, {readParquet: async () => [{part: "note", text: "13912345678"}]})).toHaveLength(1);
});

it("does not take hashes, large numbers, fractions, versions and file names for personal data", async () => {
  const input = sampleInput();
  const hash = "13912345678901234567890123456789012345678901234567890123456789ab";
  const folder = folderOf({
    "a.json": JSON.stringify({
      sha256: hash,
      money: 13912345678,
      share: 0.13912345678,
      pin: "d3@7.9.2",
      picture: "logo@2x.png",
      time: "2026-10-31T13:91:23Z",
    }),
    "b.csv": csv({columns: [{id: "money", label: "收入", unit: "money"}], rows: [[13912345678], [120.5]]}),
    "c.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M13912345678,6222021234567890128L1,2"/></svg>',
    "d.html": `<p>${hash}</p><p>0.13912345678</p><p>v1-13912345678-x</p>`,
    "e.pptx": deck(input, "zh"),
    "f.xlsx": workbook(input, "en"),
    "g.html": summary(input, "zh", {pictures: new Map()}),
    "datapackage.json": dataPackage(input, [{file: "a.csv", bytes: 1, hash}]),
  });
  expect(await scanOutputs(folder)).toEqual([]);
});

it("does not take the ends and steps of a deck's axes for a telephone number", async () => {
  const deckOf = (text: string) =>
    zipSync({
      "docProps/custom.xml": strToU8(`<Properties><property><vt:lpwstr>${text}</vt:lpwstr></property></Properties>`),
    });
  const axes = "{&quot;series&quot;:[],&quot;axes&quot;:&quot;0 158730 50000; 0.5 3.5 1&quot;}";
  expect(await scanOutputs(folderOf({"report.en.pptx": deckOf(axes)}))).toEqual([]);
  expect(await scanOutputs(folderOf({"report.en.pptx": deckOf("call 158730 50000")}))).not.toEqual([]);
});

it("does not take ids of questions to a cluster for personal data, whatever digits chance gives them", async () => {
  const queries = Array.from({length: 50_000}, newQuestion);
  expect(await scanOutputs(folderOf({"manifest.json": JSON.stringify({queries})}))).toEqual([]);
});

it("ends the build with file and pattern, in both languages, and without the value", async () => {
  const folder = folderOf({
    "notes.csv": csv({columns: [{id: "a", label: "a", unit: "text"}], rows: [["13912345678"]]}),
  });
  const error = await checkOutputs(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReportErrors);
  const message = (error as ReportErrors).print("zh") + (error as ReportErrors).print("en");
  expect(message).toContain("notes.csv");
  expect(message).toContain("手机号");
  expect(message).toContain("mobile number");
  expect(message).not.toContain("13912345678");
});

it("refuses a column by its heading, whatever its values are like otherwise", async () => {
  const folder = folderOf({
    "a.csv": "微信号,n\nlina_2026,12\n",
    "b.json": JSON.stringify([{id_card: "990101-00"}, {id_card: "***"}]),
    "c.csv": "电话,微信\n120,300\n",
    "d.csv": "联系人\n李小\n",
  });
  const leaks = await scanOutputs(folder);
  expect(leaks.map(({file, kind}) => [file, kind])).toEqual([
    ["a.csv", "wechat"],
    ["b.json", "id_card"],
    ["d.csv", "person_name"],
  ]);
});

it("names the line of the report folder that is to change", async () => {
  const report = folderOf({
    "report.yaml": "company: {zh: 示例, en: Example}\nnote: {zh: 请拨 13912345678, en: none}\n",
  });
  mkdirSync(join(report, "mappings"));
  writeFileSync(
    join(report, "mappings/desk.yaml"),
    "label: {zh: 台, en: Desk}\ntables:\n  - {columns: {\n    agent: 客服}}\n",
  );
  const folder = folderOf({
    "a.html": "<p>请拨 13912345678</p>",
    "b.csv": "agent,n\n13900001234 客服,1\n",
  });
  const error = await checkOutputs(folder, {report}).catch((thrown: unknown) => thrown);
  const message = (error as ReportErrors).print("zh");
  expect(message).toContain("a.html：含有个人信息（手机号）：139*****678。\n处理：它写在 report.yaml 第 2 行");
  expect(message).toContain(
    "b.csv (agent)：含有个人信息（手机号）：139*****234。\n处理：这一列由 mappings/desk.yaml:4 读入",
  );
});
