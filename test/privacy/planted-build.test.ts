import {mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {personalKindIds} from "../../src/words/personal-kinds.js";
import {project, run} from "../build/command.js";
import {type PlantedReport, plantReport} from "./planting.js";
import {publishedRows, secretsIn} from "./secrets.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-planted-"));
const [report, out] = [join(folder, "report"), join(folder, "site")];
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("personal data of twenty kinds, written into everything that is read, stands nowhere in what is built", async () => {
  const made: PlantedReport = await plantReport(join(project, "data"), report, {every: 20, languages: ["zh"]});
  expect(made.columns.size).toBeGreaterThan(200);
  const {code, text} = await run(["build", "--report", report, "--out", out], {env: {LANG: "en_US.UTF-8"}});
  expect(text).toContain("Site:");
  expect(code).toBe(0);
  // The search finds what there is: files as they came hold them all, for the owner alone.
  expect((await secretsIn(`${out}.rejects`)).length).toBeGreaterThan(100);
  const {mode} = statSync(`${out}.rejects`);
  expect(mode & 0o077).toBe(0);
  expect(await secretsIn(out)).toEqual([]);
  expect(await secretsIn(`${out}.kept`)).toEqual([]);
  const masked = await publishedRows(join(out, "downloads", "masked_by_kind.parquet"));
  expect([...new Set(masked.map(({kind}) => kind))].sort()).toEqual([...personalKindIds].sort());
  expect(readdirSync(folder).sort()).toEqual(["report", "site", "site.kept", "site.rejects"]);
  console.log(`${made.values} values in ${made.columns.size} columns, none in what is built`);
});
