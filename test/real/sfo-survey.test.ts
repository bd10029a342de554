import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {
  column,
  figureOf,
  isAbsent,
  linesOf,
  metric,
  percent,
  printed,
  readReal,
  rowOf,
  rowsOf,
  suite,
} from "./real-report.js";

describe.skipIf(isAbsent("sfo-survey"))(suite("sfo-survey"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("sfo-survey");
  });

  test("one question through three years whose files differ: weighted, and beside it mean and top two boxes of each answer once", () => {
    const years = [2014, 2015, 2016].map((year) => ({
      mean: metric(report, "csat_score", {period: `${year}-05`}),
      top: metric(report, "csat", {period: `${year}-05`}),
    }));
    expect(
      years.map(({mean, top}) => [mean.n, printed(mean.value, 6), printed(mean.plain, 6), percent(top.plain)]),
    ).toEqual([
      [2677, "4.006966", "3.995891", "78.86%"],
      [2810, "4.044173", "4.048043", "80.00%"],
      [2919, "4.053325", "4.038027", "80.99%"],
    ]);
    expect(years.every(({mean}) => Number(mean.n_eff) < Number(mean.n))).toBe(true);
  });

  test("the weighted mean stands beside the plain one", () => {
    const waves = rowsOf(report, "item_scores", {item: "overall", dimension: "wave"});
    expect(column(waves, "member", "weighted_value")).toEqual({2014: 4.006966, 2015: 4.044173, 2016: 4.053325});
    expect(waves.every((row) => Number(row.n_eff) < Number(row.n))).toBe(true);
  });

  test("the page of satisfaction has the weighted means beside the plain ones, and each year's top two boxes", () => {
    const {title, table} = figureOf(report, "survey-weights");
    expect(title).toBe("With the survey's weights the mean is 4.05 (without: 4.04)");
    expect(table.rows.slice(1).map(([, wave, n, , mean, weighted]) => [wave, n, mean, weighted])).toEqual([
      ["2014", 2677, 3.995891, 4.006966],
      ["2015", 2810, 4.048043, 4.044173],
      ["2016", 2919, 4.038027, 4.053325],
    ]);
    const trend = figureOf(report, "csat-trend");
    expect(trend.title).toBe("Satisfied 81.4% (May 2015 80.5%), steady");
    expect(trend.notes[0]).toMatch(
      /^Weighted by the answers' own weights \(n_eff 2,\d{3}\).* it is 81\.0% in the month/,
    );
    expect(trend.table.columns.map(({label}) => label)).toContain("Unweighted");
  });

  test.each([
    ["UNITED", 608, 4.106908],
    ["AMERICAN", 249, 4.096386],
    ["ALASKA", 242, 3.987603],
    ["VIRGIN AMERICA", 241, 4.190871],
  ])("passengers of %s in 2016: %i, each counted once a mean of %d", (member, n, mean) => {
    const row = metric(report, "csat_score", {period: "2016-05", dimension: "product", member});
    expect([row.n, row.plain]).toEqual([n, mean]);
  });

  test("the page has the mean of each airline of 2016", () => {
    const line = linesOf(report, "score-by-segment");
    const airlines = ["UNITED", "AMERICAN", "ALASKA", "VIRGIN AMERICA"];
    expect(airlines.map((name) => [line(name).n, line(name).plain])).toEqual([
      [608, 4.106908],
      [249, 4.096386],
      [242, 3.987603],
      [241, 4.190871],
    ]);
  });

  test("every questionnaire is accounted for", () => {
    const files = rowsOf(report, "import_files");
    expect(files.map((row) => [row.rows_in, row.rows_kept])).toEqual([
      [2818, 2818],
      [2958, 2958],
      [3087, 3087],
    ]);
    expect(rowOf(report, "item_scores", {item: "wifi", dimension: "wave", member: "2016"}).scale_max).toBe(5);
  });
});
