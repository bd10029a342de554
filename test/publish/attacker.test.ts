import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import type {Published} from "../../src/marts/list.js";
import {project} from "../build/command.js";
import {sampleReport} from "../sample-report.js";
import {attack} from "./attacker.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-attacked-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const {report} = sampleReport();

const told = (published: Published): string[] =>
  attack(published).map(({table, row, column, why}) => `${table} ${row}: ${column} ${why}`);

describe("what the sample report withholds of few people", () => {
  test("follows from nothing that it publishes", () => {
    const {published} = report();
    expect(published.metric_by_segment.filter(({flag}) => flag === "suppressed").length).toBeGreaterThan(1000);
    expect(told(published)).toEqual([]);
  });

  test("does not follow under the stricter rule either", async () => {
    cpSync(join(project, "data"), join(folder, "report"), {recursive: true});
    const settings = join(folder, "report", "report.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("small_n: default", "small_n: nchs"));
    const {published} = await readReport(join(folder, "report"), {
      temp: join(folder, "temp"),
      progress: silentProgress,
    });
    const few = (from: Published) => from.metric_by_segment.filter(({flag}) => flag === "suppressed").length;
    expect(few(published)).toBeGreaterThan(few(report().published));
    expect(told(published)).toEqual([]);
  });

  test("a withheld row put back is found, and by it the other that it was withheld with", () => {
    const {published} = report();
    const alone = (row: Published["metric_by_segment"][number]) =>
      row.metric === "csat" && row.period === "2025-10" && row.dimension === "region" && row.flag === "suppressed";
    const hidden = published.metric_by_segment.filter(alone);
    expect(hidden.length).toBeGreaterThan(1);
    const [kept, ...others] = hidden;
    const restored = published.metric_by_segment.map((row) =>
      others.includes(row)
        ? {...row, n: 7, customers: 7, positive: 5, negative: 2, value: 5 / 7, flag: "" as const}
        : row,
    );
    expect(told({...published, metric_by_segment: restored}).join("\n")).toContain(
      `csat 2025-10 region ${kept!.member}`,
    );
  });
});
