import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {silentProgress} from "../../loaders/progress.js";
import {type ReadReport, readReport} from "../../loaders/read-report.js";
import type {MartRow} from "../../src/marts.js";
import {tinyReport} from "../build/tiny-report.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-actions-"));
afterAll(() => rmSync(temp, {recursive: true, force: true}));

const columns = "action_id cause department owner opened_date due_date done_date metric category region note".split(
  " ",
);
const mapping = [
  "label: {zh: 措施, en: Actions}",
  "tables:",
  "  - entity: actions",
  "    files: actions.csv",
  `    columns: {${columns.map((name) => `${name}: ${name}`).join(", ")}}`,
  "",
].join("\n");

/** The small company with these actions; its report month is April 2026. */
function withActions(actions: readonly Readonly<Record<string, string>>[]): Promise<ReadReport> {
  const lines = actions.map((action, index) =>
    columns.map((name) => (name === "action_id" ? `A${index}` : (action[name] ?? ""))).join(","),
  );
  const folder = tinyReport({
    "mappings/actions.yaml": mapping,
    "exports/actions.csv": `${[columns.join(","), ...lines].join("\n")}\n`,
  });
  return readReport(folder, {temp, progress: silentProgress});
}

const pick = (rows: readonly MartRow[], ...names: readonly string[]) =>
  rows.map((row) => names.map((name) => row[name]));

test("days late are counted to the last day of the month, on which what is due that day is in time", async () => {
  const {published} = await withActions([
    {opened_date: "2026-01-05", due_date: "2026-03-31"},
    {opened_date: "2026-01-05", due_date: "2026-04-29"},
    {opened_date: "2026-01-05", due_date: "2026-04-30"},
    {opened_date: "2026-01-05", due_date: "2026-05-10"},
    {opened_date: "2026-01-05", due_date: "2026-03-31", done_date: "2026-04-02"},
    {opened_date: "2026-01-05", due_date: "2026-03-31", done_date: "2026-03-31"},
  ]);
  expect(pick(published.action_effects!, "status", "days_late")).toEqual([
    ["overdue", 30],
    ["overdue", 1],
    ["open", 0],
    ["open", -10],
    ["done_late", 2],
    ["done", 0],
  ]);
});

test("what was done after the report month is open in it, and what was opened after it is not there", async () => {
  const {published} = await withActions([
    {opened_date: "2026-01-05", due_date: "2026-03-31", done_date: "2026-05-02"},
    {opened_date: "2026-05-01", due_date: "2026-06-30"},
  ]);
  expect(pick(published.action_effects!, "action_id", "status", "done_date", "days_late")).toEqual([
    ["A0", "overdue", null, 30],
  ]);
});
