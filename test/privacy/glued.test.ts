import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {writeRejects} from "../../loaders/records/rejects/write.js";
import {tinyReport} from "../build/tiny-report.js";

/** Cells that a mapping glues to something: what it puts before or between them may not hide a number in them. */
const passport = "E12345678";
const phone = "13900001234";
const name = "李小娜";
const rows = Array.from(
  {length: 60},
  (_, at) =>
    `T${at},K${at},complaint,${passport},7,${phone},139-0000-1234,${name},2026-04-0${1 + (at % 9)} 09:00,${at < 3 ? phone : "2026-04-11 15:00"}`,
);
const report = tinyReport({
  "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\nlanguages: [zh]\nreject_limit: 1\n",
  "mappings/desk.yaml": [
    "label: {zh: 工单系统, en: Desk}",
    "tables:",
    "  - entity: tickets",
    "    files: tickets.csv",
    "    columns:",
    "      ticket_id: {from: id, prefix: '2026'}",
    "      customer_id: customer",
    "      ticket_type: type",
    "      category: {from: about, prefix: M}",
    "      subcategory: {from: shelf, and: line, join: ''}",
    "      causes: {from: dial, split: '-'}",
    "      product: {from: [line, dial], prefix: A7}",
    "      created_at: opened",
    "      solved_at: {from: shelf, and: solved, join: ''}",
    "  - entity: customers",
    "    files: tickets.csv",
    "    columns:",
    "      customer_id: customer",
    "      joined_date: opened",
    "      customer_name: {from: who, prefix: 客户中心}",
    "      dim_line: {from: shelf, and: line, join: '0'}",
    "",
  ].join("\n"),
  "exports/customers.csv": null,
  "exports/tickets.csv": `id,customer,type,about,shelf,line,dial,who,opened,solved\n${rows.join("\n")}\n`,
});
const temp = mkdtempSync(join(tmpdir(), "huisheng-glued-"));
afterAll(() => {
  for (const each of [report, temp]) rmSync(each, {recursive: true, force: true});
});

test("what a mapping puts before or between cells, or cuts them at, hides no number in them", async () => {
  const masked = join(temp, "rejects");
  const read = await readReport(report, {
    temp: join(temp, "read"),
    progress: silentProgress,
    use: (database, found) => writeRejects(database, found, {masked, whole: join(temp, "whole")}),
  });
  expect(read.published.complaint_categories_by_month[0]?.category).toMatch(/^M\*{6}#[b-t]{10}$/);
  const listed = readdirSync(masked).map((file) => readFileSync(join(masked, file), "latin1"));
  expect(listed.join()).toContain("7***********");
  const all = JSON.stringify(read.published) + listed.join();
  for (const secret of [passport, phone, "0000|1234", name]) expect(all).not.toContain(secret);
});
