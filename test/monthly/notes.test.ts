import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {deckPlan} from "../../loaders/downloads/deck/plan.js";
import {downloadInput} from "../../loaders/downloads/report.js";
import {readNotes} from "../../loaders/report/notes.js";
import {figureHtml} from "../../loaders/site/html/figure.js";
import {drawnReport} from "../../src/report.js";
import {cells, viewOf} from "../view.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-notes-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** The notes of a folder that holds this file and no other. */
function notesOf(file: "notes.yaml" | "notes.csv", text: string) {
  for (const each of ["notes.yaml", "notes.csv"]) rmSync(join(folder, each), {force: true});
  writeFileSync(join(folder, file), text);
  return readNotes(folder);
}

const yaml = `notes:
  - {date: 2026-11-03, author: 王芳, figure: backlog, text: {zh: 月底清了一批旧单, en: Old tickets were closed at the end}}
  - {date: 2026-11-02, author: 王芳, month: 2026-09, text: 九月换了热线系统}
  - {date: 2026-11-04, author: 王芳, segment: {dimension: category, member: leak}, text: 管道批次问题}
`;

test("one file of YAML or CSV says the same", () => {
  const fromYaml = notesOf("notes.yaml", yaml);
  const csv = `\ufeffdate,author,figure,month,dimension,member,text_zh,text_en\r\n2026-11-03,王芳,backlog,,,,月底清了一批旧单,Old tickets were closed at the end\r\n2026-11-02,王芳,,2026-09,,,九月换了热线系统,\r\n2026-11-04,王芳,,,category,leak,管道批次问题,\r\n`;
  expect(notesOf("notes.csv", csv)).toEqual(fromYaml);
  expect(fromYaml.map(({month}) => month)).toEqual(["2026-09", "2026-10", "2026-10"]);
});

test("what is wrong is told with its line and the nearest name", () => {
  expect(() => notesOf("notes.yaml", yaml.replace("backlog", "backlogg"))).toThrow(
    /notes\.yaml line 2.*Did you mean "backlog"/,
  );
  expect(() => notesOf("notes.yaml", "notes:\n  - {date: 2026-11-03, author: 王芳, text: 无主}\n")).toThrow(
    /figure, month or segment/,
  );
  expect(() => notesOf("notes.csv", "date,who\n2026-11-03,x\n")).toThrow(/unknown columns: who/);
  notesOf("notes.yaml", yaml);
  writeFileSync(join(folder, "notes.csv"), "date\n");
  expect(() => readNotes(folder)).toThrow(/two files/);
});

test("a note stands beside its figure, month or group, in page, deck and sheet, and moves no number", () => {
  const rows = {
    ticket_backlog: cells("month created closed backlog", ["2026-09", 9, 8, 20], ["2026-10", 8, 9, 19]),
    complaint_categories_by_month: cells("month category complaints", ["2026-10", "leak", 9], ["2026-10", "noise", 7]),
  };
  const view = {months: ["2026-09", "2026-10"], entities: new Set(["tickets"])};
  const notes = notesOf("notes.yaml", yaml).map((note) => ({...note, text: note.text.zh}));
  const plain = drawnReport(viewOf("zh", {...rows, view}));
  const noted = drawnReport(viewOf("zh", {...rows, view: {...view, notes}}));
  const remarks = (id: string) => (noted.figures[id] as {remarks?: readonly string[]}).remarks;
  expect(remarks("backlog")).toEqual([
    "备注（王芳，2026-11-02）：九月换了热线系统",
    "备注（王芳，2026-11-03）：月底清了一批旧单",
  ]);
  expect(remarks("complaint-categories")).toEqual(["备注（王芳，2026-11-04）：管道批次问题"]);
  for (const [id, figure] of Object.entries(noted.figures)) {
    const {remarks: _, ...rest} = figure as {remarks?: unknown};
    expect(rest).toEqual(plain.figures[id]);
  }
  expect(noted.passages["monthly-remarks"]).toHaveLength(2);
  expect(figureHtml(noted.figures.backlog!, {language: "zh", level: 2})).toContain(
    '<p class="remark">备注（王芳，2026-11-03）：月底清了一批旧单</p>',
  );
  const settings = {company: {zh: "甲", en: "A"}, languages: ["zh"], time_zone: "Asia/Shanghai"};
  const input = downloadInput(
    {folder: {settings, path: ""}, period: {month: "2026-10"}, imported: {accounts: []}} as unknown as Parameters<
      typeof downloadInput
    >[0],
    {drawn: {zh: noted}},
  );
  const slide = deckPlan(input, "zh").find(({figure}) => figure?.id === "complaint-categories");
  expect(JSON.stringify(slide)).toContain("备注（王芳，2026-11-04）：管道批次问题");
});

test("a report of an earlier month knows nothing of later notes", () => {
  const notes = notesOf("notes.yaml", yaml).map((note) => ({...note, text: note.text.en}));
  const rows = {ticket_backlog: cells("month created closed backlog", ["2026-07", 9, 8, 20], ["2026-08", 8, 9, 19])};
  const drawn = drawnReport(
    viewOf("en", {
      ...rows,
      view: {notes, month: "2026-08", months: ["2026-07", "2026-08"], entities: new Set(["tickets"])},
    }),
  );
  expect(JSON.stringify(drawn)).not.toContain("王芳");
});
