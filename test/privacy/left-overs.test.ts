import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, expect, test} from "vitest";
import {run} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";

const phone = "1390000";
const customers = Array.from(
  {length: 400},
  (_, row) => `K${row},${row % 2 ? "North" : "South"},2025-06-01,${phone}${String(row).padStart(4, "0")}`,
);
const report = tinyReport({
  "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\nlanguages: [zh]\nreject_limit: 1\n",
  "mappings/people.yaml": [
    "label: {zh: 客户, en: People}",
    "tables:",
    "  - entity: customers",
    "    files: people.csv",
    "    columns: {customer_id: id, region: region, joined_date: joined, phone: phone}",
    "",
  ].join("\n"),
  "exports/people.csv": `id,region,joined,phone\n${customers.join("\n")}\nK9,North,2025-06-01,${phone}9999,too,many\n`,
});
const folder = mkdtempSync(join(tmpdir(), "huisheng-left-"));
const temp = join(folder, "temp");
const out = join(folder, "made", "site");
const env = {TMPDIR: temp, TEMP: temp, TMP: temp};
const args = ["build", "--full", "--report", report, "--out", out]; // what was built already would not be built again
for (const each of [temp, join(folder, "made")]) mkdirSync(each);
afterAll(() => {
  for (const each of [folder, report]) rmSync(each, {recursive: true, force: true});
});

/** What lay where at every so many calls that change files. */
interface Moment {
  readonly calls: number;
  /** Files that hold a customer's phone. */
  readonly held: readonly string[];
}

const log = join(folder, "moments.jsonl");
const watched = async (more: {every: number; dieAt?: number}): Promise<{code: number | null; moments: Moment[]}> => {
  rmSync(log, {force: true});
  const watch = {folders: [temp, join(folder, "made"), report], text: phone, log, ...more};
  const {code} = await run(args, {
    env: {...env, HUISHENG_WATCH: JSON.stringify(watch)},
    node: ["--import", pathToFileURL(join(import.meta.dirname, "watched.mjs")).href],
  });
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return {code, moments: lines.map((line) => JSON.parse(line) as Moment)};
};

/** Those outside the report folder, but for what a finished build keeps for the analyst alone. */
const outside = (held: readonly string[]): string[] =>
  held.filter((path) => !path.startsWith(report) && !path.includes("site.rejects"));
const isRaw = (path: string): boolean => path.includes(".huisheng-raw-");

test("a build leaves no customer's phone outside the report folder, at whichever moment it is killed, and the next one clears up", async () => {
  const {code, moments} = await watched({every: 10});
  expect(code).toBe(0);
  expect(moments.length).toBeGreaterThan(20);
  // Records do lie about while they are read: the watch sees them where they may be.
  const raw = moments.filter(({held}) => held.some(isRaw));
  expect(raw.length).toBeGreaterThan(0);
  expect(moments.flatMap(({held}) => outside(held))).toEqual([]);
  expect(hiddenIn(report)).toEqual([]);

  const killed = await watched({every: 10, dieAt: raw[Math.floor(raw.length / 2)]!.calls + 1});
  expect(killed.code).toBe(null);
  expect(hiddenIn(report)).toHaveLength(1);
  expect((await watched({every: 10})).code).toBe(0);
  expect(hiddenIn(report)).toEqual([]);
  expect(readdirSync(join(folder, "made")).sort()).toEqual(["site", "site.kept", "site.rejects"]);
});

const hiddenIn = (path: string): string[] => readdirSync(path).filter((name) => name.startsWith(".huisheng-raw-"));
