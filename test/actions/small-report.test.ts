import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {renderSvg} from "../../loaders/draw/render.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {readReport} from "../../loaders/read-report.js";
import type {Figure} from "../../src/figures/figure.js";
import type {MartRow} from "../../src/marts/shape/table.js";
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
function withActions(
  actions: readonly Readonly<Record<string, string>>[],
  files: Readonly<Record<string, string>> = {},
): Promise<ReadReport> {
  const lines = actions.map((action, index) =>
    columns.map((name) => (name === "action_id" ? `A${index}` : (action[name] ?? ""))).join(","),
  );
  const folder = tinyReport({
    "mappings/actions.yaml": mapping,
    "exports/actions.csv": `${[columns.join(","), ...lines].join("\n")}\n`,
    ...files,
  });
  return readReport(folder, {temp, progress: silentProgress});
}

const months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"];

/** Complaints a month by category: until January 2026, and from February. */
function complaints(counts: Readonly<Record<string, readonly [before: number, after: number]>>): string {
  const lines = months.flatMap((month, place) =>
    Object.entries(counts).flatMap(([category, [before, after]]) =>
      Array.from({length: place < 4 ? before : after}, (_, index) => {
        const day = `${month}-${String((index % 27) + 1).padStart(2, "0")}`;
        return `T${month}${category}${index},K${index % 60},complaint,${category},${day} 09:00,${day} 10:00,4`;
      }),
    ),
  );
  return `id,customer,type,about,opened,solved,rating\n${lines.join("\n")}\n`;
}

/** Sixty customers under contract; the last `lost` of them end one after another, two each month. */
function contracts(lost = 0): Readonly<Record<string, string>> {
  const lines = Array.from({length: 60}, (_, index) => {
    const place = 60 - index;
    const month = months[Math.floor((place - 1) / 2)];
    return `C${index},K${index},2025-06-01,${place <= lost ? `${month}-15` : ""}`;
  });
  return {
    "mappings/contracts.yaml":
      "label: {zh: 合同, en: Contracts}\ntables:\n  - entity: contracts\n    files: contracts.csv\n    columns: {contract_id: id, customer_id: customer, start_date: start, end_date: end}\n",
    "exports/contracts.csv": `id,customer,start,end\n${lines.join("\n")}\n`,
  };
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

test("of a month that is not whole the last day is the last that its records saw: what falls due later is not late", async () => {
  const days = complaints({late: [20, 20], noise: [20, 20]});
  const until = (day: string) => days.replaceAll(new RegExp(`^.*,2026-04-(${day}) .*\n`, "gm"), "");
  const actions = [
    {opened_date: "2026-01-05", due_date: "2026-03-31"},
    {opened_date: "2026-01-05", due_date: "2026-04-14"},
  ];
  const stand = async (tickets: string) => {
    const {published} = await withActions(actions, {"exports/tickets.csv": tickets});
    return pick(published.action_effects!, "status", "days_late");
  };
  expect(await stand(until("1[1-9]|2."))).toEqual([
    ["overdue", 10],
    ["open", -4],
  ]);
  expect(await stand(days)).toEqual([
    ["overdue", 30],
    ["overdue", 16],
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

const late = {opened_date: "2025-12-01", done_date: "2026-01-15", metric: "complaints", category: "late"};
const threeCategories = {
  ...contracts(),
  "exports/tickets.csv": complaints({late: [20, 20], noise: [20, 5], smell: [20, 20]}),
};

test("a category with an action of its own in the same months is no measure of a general change", async () => {
  const noise = {opened_date: "2026-02-10", metric: "first_time_fix", category: "noise"};
  const {published} = await withActions([late, noise], threeCategories);
  const [effect] = published.action_effects!;
  expect([effect!.before_n, effect!.after_n, effect!.months_before, effect!.months_after]).toEqual([60, 60, 3, 3]);
  // Beside smell alone; with noise, which an action brought down, it would look worse than the rest: 1.6.
  expect(effect!.against_others).toBe(1);
});

test("an action of other months, or of another region, leaves its category in the comparison", async () => {
  const {published} = await withActions(
    [
      late,
      {opened_date: "2025-01-05", done_date: "2025-02-10", metric: "complaints", category: "noise"},
      {...late, region: "North"},
      {opened_date: "2026-02-10", metric: "complaints", category: "smell", region: "South"},
    ],
    threeCategories,
  );
  const effects = published.action_effects!;
  // The first: all but smell, which the South acts on. The third, of the North: noise (2 of its 5) and smell.
  expect(effects[0]!.against_others).toBe(4);
  expect(effects[2]!.against_others).toBeCloseTo(5 / 3, 5);
});

test("where an action is on all complaints, no category is left to compare with", async () => {
  const {published} = await withActions([late, {opened_date: "2026-02-10", metric: "complaints"}], threeCategories);
  expect(published.action_effects![0]).toMatchObject({before_n: 60, after_n: 60, against_others: null});
});

test("an action on churn is judged over months whose losses are final", async () => {
  const action = {opened_date: "2025-12-01", done_date: "2026-01-15", metric: "churn_rate"};
  const {published} = await withActions([action], {
    ...contracts(14),
    "exports/tickets.csv": complaints({late: [20, 20]}),
  });
  // April is within the grace: nobody can be known as lost in it yet.
  expect(published.action_effects![0]).toMatchObject({months_before: 3, months_after: 2, before_n: 6, after_n: 4});
});

test("an action without a date of opening is rejected; one closed before it was opened is listed as not dated", async () => {
  const {published} = await withActions([
    {opened_date: "2026-04-01", note: "one"},
    {done_date: "2026-03-31", note: "two"},
    {opened_date: "2026-03-31", done_date: "2026-03-01", note: "three"},
  ]);
  expect(pick(published.action_ages!, "action_id", "is_done", "days")).toEqual([
    ["A0", false, 29],
    ["A2", true, null],
  ]);
  expect(published.action_ageing![0]).toMatchObject({actions: 2, done: 1, open: 1, not_dated: 1, oldest_open_days: 29});
});

test("with many actions the share closed is drawn over the days, in both languages", async () => {
  const read = await withActions(
    Array.from({length: 40}, (_, index) => ({
      owner: index % 2 ? "Li" : "Wu",
      opened_date: "2026-01-01",
      done_date: index < 30 ? `2026-0${1 + (index % 3)}-${String((index % 27) + 2).padStart(2, "0")}` : "",
    })),
  );
  for (const language of ["zh", "en"] as const) {
    const figure = drawReport(read)[language]!.figures["action-ageing"] as Figure;
    expect(figure.form).toBe("steps");
    expect(figure.table.columns.map(({id}) => id)).toContain("within_30_lo");
    expect(await renderSvg(figure, {language})).toContain("<svg");
  }
});
