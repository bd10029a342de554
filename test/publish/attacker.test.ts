import {appendFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {Published} from "../../src/marts/list.js";
import {tinyReport} from "../build/tiny-report.js";
import {readFolder} from "../real/real-report.js";
import {sampleReport} from "../sample-report.js";
import {attack} from "./attacker.js";

const {report} = sampleReport();

const withheld = (published: Published): number =>
  published.metric_by_segment.filter(({flag}) => flag === "suppressed").length;
const told = (published: Published): string[] =>
  attack(published).map(({table, row, column, why}) => `${table} ${row}: ${column} ${why}`);

describe("what the sample report withholds of few people", () => {
  test("follows from nothing that it publishes", () => {
    const {published} = report();
    expect(published.metric_by_segment.filter(({flag}) => flag === "suppressed").length).toBeGreaterThan(1000);
    expect(told(published)).toEqual([]);
  });

  test("does not follow under the stricter rule either", () => {
    const {published, strict} = report();
    expect(withheld(strict)).toBeGreaterThan(withheld(published));
    expect(told(strict)).toEqual([]);
  });

  test("the rule is the one that report.yaml names", async () => {
    const folder = tinyReport();
    const settings = join(folder, "report.yaml");
    const {published} = await readFolder(folder);
    appendFileSync(settings, "small_n: nchs\n");
    const {published: strict} = await readFolder(folder);
    rmSync(folder, {recursive: true});
    expect(withheld(strict)).toBeGreaterThan(withheld(published));
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

  test("a withheld cell of a cross put back is found, and by it the other of its line", () => {
    const {published} = report();
    const {satisfaction_crosses: cells, metric_by_segment} = published;
    const inLine = (row: (typeof cells)[number]) =>
      row.dimension === "tier" && row.other_dimension === "region" && row.other_member === "西南";
    const [back, left, ...more] = cells.filter((row) => inLine(row) && row.flag === "suppressed");
    expect([back, left, more.length]).toEqual([expect.anything(), expect.anything(), 0]);
    const of = (metric: string) =>
      metric_by_segment.find(
        (row) =>
          row.metric === metric && row.period === "window" && row.dimension === "region" && row.member === "西南",
      )!;
    const shown = cells.filter((row) => inLine(row) && row.flag !== "suppressed");
    const rest = (total: number, count: (row: (typeof cells)[number]) => number) =>
      total - shown.reduce((sum, row) => sum + Math.round(count(row)), 0);
    const n = rest(of("csat").n!, (row) => row.n!) - 1;
    const satisfied = rest(of("csat").positive!, (row) => row.csat! * row.n!);
    const dissatisfied = rest(of("bottom_box").positive!, (row) => row.dissatisfied! * row.n!);
    const restored = cells.map((row) =>
      row === back
        ? {...row, n, csat: (satisfied - 1) / n, dissatisfied: dissatisfied / n, flag: "hollow" as const}
        : row,
    );
    expect(told({...published, satisfaction_crosses: restored}).join("\n")).toContain(
      `satisfaction_crosses tier ${left!.member} region 西南`,
    );
  });

  test("so is one of those who buy seldom or often", () => {
    const {published} = report();
    const hidden = published.recency_frequency.filter(({flag}) => flag === "suppressed");
    expect(hidden.length).toBeGreaterThan(1);
    const [left] = hidden;
    const restored = published.recency_frequency.map((row) =>
      row.flag === "suppressed" && row !== left ? {...row, customers: 7, amount: 700, flag: "hollow" as const} : row,
    );
    expect(told({...published, recency_frequency: restored})).toContainEqual(
      expect.stringMatching(`^recency_frequency ${left!.recency} ${left!.frequency}: customers`),
    );
  });

  test("and a list that says of which group each who counts is tells the share of groups that are withheld", () => {
    const {published} = report();
    const regions = published.metric_by_segment.filter(
      ({metric, period, dimension, flag}) =>
        metric === "bottom_box" && period === "2026-10" && dimension === "region" && flag === "suppressed",
    );
    expect(regions.length).toBeGreaterThan(1);
    const [all, , none] = regions.map(({member}) => member);
    const silent = published.records_listed.filter(({metric, region}) => metric === "bottom_box" && region === "");
    expect(silent.length).toBeGreaterThan(0);
    const restored = published.records_listed.map((row) => (silent.includes(row) ? {...row, region: all!} : row));
    expect(told({...published, records_listed: restored}).join("\n")).toContain(`bottom_box 2026-10 region ${none}`);
  });
});
