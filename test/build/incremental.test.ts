import {appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {afterAll, expect, test} from "vitest";
import {build} from "../../loaders/build.js";
import type {Step} from "../../loaders/messages/progress.js";
import {settingsFor} from "../../loaders/settings.js";
import {countedState} from "../../loaders/states.js";
import {fingerprint} from "./command.js";
import {tinyReport} from "./tiny-report.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-incremental-"));
const report = tinyReport({
  "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nlanguages: [zh]\nmonth: 2026-04\n",
  "mappings/log.yaml":
    "label: {zh: 日志, en: Log}\ntables:\n  - {entity: events, files: events.csv, columns: {event_date: day, label_zh: what}}\n",
  "exports/events.csv": "day,what\n2026-02-03,新热线\n",
  "exports/more.csv": "id,customer,type,about,opened,solved,rating\nM1,K1,complaint,late,2026-03-03 09:00,,2\n",
  "mappings/more.yaml":
    "label: {zh: 补送, en: More}\ntables:\n  - {entity: tickets, files: 'more*.csv', optional: true, columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: about, created_at: opened, solved_at: solved}}\n",
  "rules/targets.yaml": "targets:\n  - {metric: csat, target: 0.8, direction: up}\n",
  "rules/callbacks.yaml": "callbacks:\n  - {within_working_days: 3}\n",
});
afterAll(() => {
  for (const path of [folder, report]) rmSync(path, {recursive: true, force: true});
});

const at = (name: string): string => join(report, name);
const change = (name: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(at(name), "utf8");
  expect(text).toMatch(from);
  writeFileSync(at(name), text.replace(from, to));
};

/** What an analyst does to a report folder between two builds: what is only drawn, and what is counted. */
const drawn: Readonly<Record<string, () => void>> = {
  "a target": () => change("rules/targets.yaml", "0.8", "0.55"),
  "the company's name": () => change("report.yaml", "小样", "龙猫"),
  "a note": () =>
    writeFileSync(at("notes.yaml"), "notes:\n  - {date: 2026-05-02, author: 李, figure: csat-trend, text: 麒麟}\n"),
  "a page": () => {
    mkdirSync(at("pages/zh"), {recursive: true});
    writeFileSync(at("pages/zh/ours.md"), "# 自己的页\n\n水獭\n");
  },
};
const counted: Readonly<Record<string, () => void>> = {
  "a cell": () => change("exports/tickets.csv", /,5$/m, ",1"),
  "a file more": () =>
    writeFileSync(
      at("exports/more-late.csv"),
      "id,customer,type,about,opened,solved,rating\nM2,K2,complaint,鼹鼠,2026-04-04 09:00,2026-04-05 09:00,3\n",
    ),
  "a file less": () => rmSync(at("exports/more.csv")),
  "the name of a source": () => change("mappings/desk.yaml", "工单系统", "客服台账"),
  "a rule": () => change("rules/callbacks.yaml", "3", "5"),
  "an event": () => appendFileSync(at("exports/events.csv"), "2026-03-20,换系统\n"),
};

/** All of them, in an order drawn by a fixed seed. */
function shuffled(names: readonly string[]): string[] {
  const random = xoroshiro128plus(17);
  const rest = [...names];
  return names.map(() => rest.splice(uniformInt(random, 0, rest.length - 1), 1)[0]!);
}

/** Builds, and says whether it was counted again. */
async function make(out: string, full: boolean): Promise<boolean> {
  let isCounted = true;
  const line = (step: Step) => {
    if (step === "counted") isCounted = false;
  };
  await build({report, out: join(folder, out), month: undefined, full, progress: {line}});
  return isCounted;
}

test("whatever was edited, a build that takes what it can from the last one gives the bytes of a full build", async () => {
  await make("kept", true);
  const seen = new Set([JSON.stringify(fingerprint(join(folder, "kept")))]);
  const memory = () => readdirSync(join(folder, "kept.kept"));
  for (const edits of [drawn, counted]) {
    const names = shuffled(Object.keys(edits));
    const before = memory();
    for (const name of names) edits[name]!();
    expect([names, await make("kept", false)]).toEqual([names, edits === counted]);
    await make("full", true);
    const built = fingerprint(join(folder, "kept"));
    expect([names, built]).toEqual([names, fingerprint(join(folder, "full"))]);
    seen.add(JSON.stringify(built));
    // Some of it was taken, some made.
    const taken = memory().filter((name) => before.includes(name));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(before.length);
  }
  expect(seen.size).toBe(3);
});

test("each edit of what only drawing reads leaves the count as it is, each other makes it anew", () => {
  const state = () => countedState(settingsFor(report), {month: undefined});
  const before = state();
  appendFileSync(at("notes.yaml"), "  - {date: 2026-05-03, author: 李, figure: csat-trend, text: 又一条}\n");
  change("rules/targets.yaml", "0.55", "0.6");
  change("report.yaml", "Tiny", "Small");
  expect(state()).toBe(before);
  const edits = [
    () => change("rules/callbacks.yaml", "5", "4"),
    () => change("mappings/desk.yaml", "客服台账", "工单"),
    () => change("exports/events.csv", "换系统", "换平台"),
    () => appendFileSync(at("report.yaml"), "window_months: 6\n"),
    () => {
      mkdirSync(at("reference"), {recursive: true});
      writeFileSync(at("reference/categories.csv"), "code,label_zh,label_en\nlate,迟,late\n");
    },
  ];
  const states = edits.map((edit) => {
    edit();
    return state();
  });
  expect(new Set([before, ...states]).size).toBe(edits.length + 1);
});
