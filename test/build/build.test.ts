import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {reportState} from "../../loaders/states.js";
import {fingerprint, project, run} from "./command.js";
import {tinyReport} from "./tiny-report.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-build-"));
const out = join(folder, "dist");
const report = tinyReport();
let built: Record<string, string>;
let told: string;

beforeAll(async () => {
  const {code, text} = await run(["build", "--report", report, "--out", out, "--lang", "en"]);
  told = text;
  expect(text).not.toMatch(/Error/);
  expect(code).toBe(0);
  built = fingerprint(out);
});

afterAll(() => {
  for (const path of [folder, report]) rmSync(path, {recursive: true, force: true});
});

test("a build writes every page in both languages, the deck and the workbook", () => {
  const files = Object.keys(built);
  for (const page of ["overview", "satisfaction", "complaints", "churn", "data-quality", "method"])
    expect(files).toEqual(expect.arrayContaining([`zh/${page}.html`, `en/${page}.html`]));
  expect(files).toEqual(
    expect.arrayContaining([
      "downloads/report.zh.pptx",
      "downloads/report.en.xlsx",
      "downloads/summary.zh.html",
      "index.html",
    ]),
  );
});

test("it ends with five lines: the month, the rows, what is missing, what to look at, where the site is", () => {
  const lines = told.trimEnd().split("\n");
  expect(lines.slice(-5).map((line) => line.split(": ")[0])).toEqual(["Month", "Rows", "Missing", "Look at", "Site"]);
  expect(lines.at(-5)).toBe("Month: Apr 2026");
  expect(lines.at(-4)).toBe("Rows: 540 in 2 files = 540 kept + 0 rejected + 0 set aside");
  expect(lines.at(-1)).toBe(`Site: ${join(out, "index.html")}`);
  // A line a step, and none for a model.
  expect(lines.length).toBeLessThan(20);
  expect(told).not.toContain("stg_tickets");
});

const canCutNetwork = spawnSync("unshare", ["-n", "true"]).status === 0;
const cut = canCutNetwork ? "with the network cut" : "– not with the network cut, which needs unshare -n";

test(`the same inputs give the same bytes in another time zone, on another day, from an empty module cache, ${cut}`, async () => {
  rmSync(join(project, "node_modules/.cache/huisheng/modules"), {recursive: true, force: true});
  const other = join(folder, "other");
  const clock = new URL("./shifted-clock.mjs", import.meta.url).href;
  const {code, text} = await run(["build", "--report", report, "--out", other], {
    env: {TZ: "Pacific/Kiritimati", LANG: "zh_CN.UTF-8"},
    node: ["--import", clock],
    before: canCutNetwork ? ["unshare", "-n"] : [],
  });
  expect(text).not.toMatch(/Error/);
  expect(code).toBe(0);
  expect(fingerprint(other)).toEqual(built);
});

test("where nothing changed nothing is done, whatever the times of the files say; one cell makes a difference", async () => {
  utimesSync(join(report, "exports", "tickets.csv"), new Date(), new Date());
  const {code, text} = await run(["build", "--report", report, "--out", out, "--lang", "en"]);
  expect(code).toBe(0);
  expect(text).toContain("Nothing changed since the last build");
  expect(text.trimEnd().split("\n").slice(-5)).toEqual(told.trimEnd().split("\n").slice(-5));
  expect(fingerprint(out)).toEqual(built);
  const state = (month?: string) => reportState({report, month})(month);
  const before = state();
  const file = join(report, "exports", "customers.csv");
  const cells = readFileSync(file, "utf8");
  writeFileSync(file, cells.replace("North", "South"));
  expect(state()).not.toBe(before);
  writeFileSync(file, cells);
  expect(state()).toBe(before);
  expect(state("2026-03")).not.toBe(before);
});

test("a check of what was built says the same as one that counts anew, and counts anew what was changed", async () => {
  const check = async (from: string) => {
    const {code, text} = await run(["check", "--report", report, "--out", from, "--lang", "en"]);
    const [before, said] = [text.split("Files read")[0]!, text.slice(text.indexOf("Files read"))];
    return {code, said, isCounted: !before.includes("counted before")};
  };
  const taken = await check(out);
  expect(taken).toMatchObject({code: 0, isCounted: false});
  expect(await check(join(folder, "nothing"))).toEqual({...taken, isCounted: true});
  const file = join(report, "exports", "customers.csv");
  const cells = readFileSync(file, "utf8");
  writeFileSync(file, `${cells}K900,North,2025-06-01\n`);
  const changed = await check(out);
  writeFileSync(file, cells);
  expect(changed.isCounted).toBe(true);
  expect(changed.said).not.toBe(taken.said);
});

test("a folder that no build made is never replaced", async () => {
  const {code, text} = await run(["build", "--report", report, "--out", report, "--lang", "en"]);
  expect(code).toBe(1);
  expect(text).toContain("output_foreign");
  expect(existsSync(join(report, "report.yaml"))).toBe(true);
});
