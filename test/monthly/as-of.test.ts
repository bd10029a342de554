import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {isMissing} from "../../src/figures/figure.js";
import type {Published, TableName} from "../../src/marts/list.js";
import {project} from "../build/command.js";
import {companyAsOf} from "../company/as-of.js";
import {moment} from "../company/calendar.js";
import {makeCompany} from "../company/company.js";
import {exportsOf} from "../company/generate.js";
import {type Sample, sampleOf} from "../sample-report.js";

// The sample report of June, told from all files up to October; and from files as the systems knew them in June.
const month = "2026-06";
const folder = mkdtempSync(join(tmpdir(), "huisheng-june-"));
let told: Sample;
let then: Pick<Sample, "published" | "drawn"> & {readonly rows: Readonly<Record<string, number>>};
afterAll(() => rmSync(folder, {recursive: true, force: true}));

beforeAll(async () => {
  const report = join(folder, "report");
  cpSync(join(project, "data"), report, {recursive: true, filter: (path) => !/[\\/](exports|history)$/.test(path)});
  for (const {name, bytes} of await exportsOf(companyAsOf(makeCompany(), moment("2026-07-01")))) {
    const path = join(report, "exports", name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, bytes);
  }
  // The rows that were made unreadable are as many as before, in files that are shorter.
  const settings = join(report, "report.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("reject_limit: 0.02", "reject_limit: 0.05"));
  told = await sampleOf(join(folder, "duck"), month);
  const read = await readReport(report, {month, temp: join(folder, "duck"), progress: silentProgress});
  then = {published: read.published, drawn: drawReport(read), rows: keptBy(read.imported.accounts)};
});

/** What tells of the files themselves: their bytes, and the cells that were read in them. */
const ofFiles: readonly TableName[] = ["import_files", "masked_by_kind", "rejects_listed"];

/** A table without the places of records in their files. */
const rowsOf = (published: Published, name: TableName) =>
  published[name].map((row) => ({...row, ...("row" in row ? {row: 0} : {})}));

/** Sentences, but for those that count the rows of the files. */
const saidBy = (passages: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(passages).map(([page, said]) => [page, said.filter((each) => !/搁置|set aside/.test(each))]);

const keptBy = (accounts: Sample["imported"]["accounts"]): Record<string, number> =>
  Object.fromEntries(accounts.map(({file, entity, rows_kept}) => [`${file} ${entity}`, rows_kept]));

test("a past month says what it would have said then, in every published table", () => {
  const names = (Object.keys(told.published) as TableName[]).filter((name) => !ofFiles.includes(name));
  expect(names.length).toBeGreaterThan(140);
  const differing = names.filter(
    (name) => JSON.stringify(rowsOf(told.published, name)) !== JSON.stringify(rowsOf(then.published, name)),
  );
  expect(differing).toEqual([]);
});

test("and in every sentence and title, in both languages", () => {
  for (const language of ["zh", "en"] as const) {
    const [now, before] = [told.drawn[language]!, then.drawn[language]!];
    expect(saidBy(now.passages)).toEqual(saidBy(before.passages));
    const titles = ({figures}: typeof now) =>
      Object.entries(figures).flatMap(([id, figure]) =>
        ["import-files", "masked-by-kind", "rejects-by-reason", "rejects-listed"].includes(id)
          ? []
          : [[id, isMissing(figure) ? figure.message : figure.title]],
      );
    expect(titles(now)).toEqual(titles(before));
  }
});

test("rows of later months are set aside in the account of their file, and no row is lost", () => {
  expect(keptBy(told.imported.accounts)).toEqual(then.rows);
  for (const {file, rows_in, rows_kept, rows_rejected, rows_set_aside} of told.imported.accounts)
    expect(`${file} ${rows_kept + rows_rejected + rows_set_aside}`).toBe(`${file} ${rows_in}`);
  const tickets = told.imported.accounts.find(({file, entity}) => entity === "tickets" && file.includes("2025-11"))!;
  expect(tickets.notes.map(({zh}) => zh).join()).toContain("行属于 2026-06 以后");
});

test("no date after the month stands in any table but deadlines, plans and slips of the pen", () => {
  const later = /\b20(26-(0[7-9]|1[0-2])|2[7-9]-\d\d)-\d\d/;
  const columns = (Object.keys(told.published) as TableName[]).flatMap((name) =>
    told.published[name].flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        typeof value === "string" && later.test(value.replaceAll(/\S+\.(csv|xlsx)\S*/g, ""))
          ? [`${name}.${column}`]
          : [],
      ),
    ),
  );
  expect([...new Set(columns)].sort()).toEqual([
    "action_effects.due_date",
    "at_risk_accounts.ends_date",
    "callback_list.due_date",
    "cross_check_samples.found",
    "customer_events.planned_date",
    "metric_months.known_until",
    "tier_overrides.until_date",
  ]);
});
