import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {run, start} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";

const kills = 6;
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
mkdirSync(temp);
afterAll(() => {
  for (const each of [folder, report]) rmSync(each, {recursive: true, force: true});
});

/** Files that hold a customer's phone, but those that a finished build keeps for the analyst alone. */
const phonesUnder = (root: string): string[] =>
  readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((name) => !name.includes("site.rejects") && statSync(join(root, name)).isFile())
    .filter((name) => readFileSync(join(root, name)).includes(phone));

test(`a build killed at ${kills} moments leaves no customer's phone outside the report folder, and the next one clears up`, async () => {
  const began = performance.now();
  const {code, text} = await run(args, {env});
  const lasts = performance.now() - began;
  expect(text).not.toMatch(/Error/);
  expect(code).toBe(0);
  expect(phonesUnder(folder)).toEqual([]);
  expect(hiddenIn(report)).toEqual([]);
  let interrupted = 0;
  for (let kill = 0; kill < kills; kill++) {
    const child = start(args, {env});
    const ended = new Promise((done) => child.on("close", done));
    await new Promise((done) => setTimeout(done, (0.7 * lasts * (kill + 0.5)) / kills)); // records are at hand till then
    if (hiddenIn(report).length > 0) interrupted++;
    child.kill("SIGKILL");
    await ended;
    expect(phonesUnder(folder), `killed after ${kill} of ${kills}`).toEqual([]);
  }
  expect(interrupted).toBeGreaterThan(0);
  expect((await run(args, {env})).code).toBe(0);
  expect(hiddenIn(report)).toEqual([]);
  expect(readdirSync(join(folder, "made")).sort()).toEqual(["site", "site.rejects"]);
  expect(existsSync(temp) ? phonesUnder(temp) : []).toEqual([]);
});

const hiddenIn = (path: string): string[] => readdirSync(path).filter((name) => name.startsWith(".huisheng-raw-"));
