import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {
  column,
  drawnOf,
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

describe.skipIf(isAbsent("cn-telecom-voice"))(suite("cn-telecom-voice"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("cn-telecom-voice");
  });

  test("scores kept as text count as numbers: means of the four questions", () => {
    const means = rowsOf(report, "item_scores", {dimension: "all"}).filter((row) => row.question !== "nps");
    expect(means.map((row) => [row.item, row.n, row.value])).toEqual([
      ["clarity", 5433, 8.632984],
      ["coverage", 5433, 8.339591],
      ["overall", 5433, 8.679919],
      ["stability", 5433, 8.428308],
    ]);
    expect(column(rowsOf(report, "score_distribution", {question: "csat"}), "score", "answers")).toEqual({
      1: 209,
      2: 42,
      3: 71,
      4: 55,
      5: 172,
      6: 182,
      7: 214,
      8: 567,
      9: 764,
      10: 3157,
    });
  });

  test("share of 9 and 10, and that share less the share of 1 to 6", () => {
    expect(percent(metric(report, "csat").value)).toBe("72.17%");
    expect(printed(metric(report, "nps").value, 4)).toBe("58.7153");
  });

  test("the page of satisfaction has the same: index, means of the questions and every score", () => {
    const [[, , , promoters, nps] = []] = figureOf(report, "nps-parts").table.rows;
    expect([percent(promoters), printed(nps, 4)]).toEqual(["72.17%", "58.7153"]);
    expect(figureOf(report, "items").table.rows.map(([, mean]) => mean)).toEqual([
      8.339591, 8.428308, 8.632984, 8.679919,
    ]);
    expect(figureOf(report, "csat-distribution").table.rows.map((row) => row[4])).toEqual([
      209, 42, 71, 55, 172, 182, 214, 567, 764, 3157,
    ]);
  });

  test("the page has the means by handset, network and problem, and what goes with the whole", () => {
    const line = linesOf(report, "score-by-segment");
    const of = (name: string) => [line(name).n, line(name).value];
    expect(of("All")).toEqual([5433, 8.679919]);
    expect(of("Handset · 苹果")).toEqual([2150, 8.147442]);
    expect(of("Handset · 华为")).toEqual([2141, 9.145726]);
    expect(of("Handset · 小米科技")).toEqual([498, 8.708835]);
    expect(of("Handset · 步步高")).toEqual([275, 9.003636]);
    expect(of("Network · 4G")).toEqual([3313, 8.722306]);
    expect(of("Network · 5G")).toEqual([2086, 8.642857]);
    expect(of("Network · 2G")).toEqual([34, 6.823529]);
    expect(line("Met a network problem · 遇到过").value).toBe(7.804545);
    expect(line("Met a network problem · 没遇到").value).toBe(9.652934);
    const {table} = figureOf(report, "drivers");
    const at = table.columns.findIndex(({id}) => id === "correlation");
    expect(table.rows.map((cells) => cells[at]).toSorted()).toEqual([0.885881, 0.895252, 0.908378]);
  });

  test.each([
    ["handset", "苹果", 2150, 8.147442],
    ["handset", "华为", 2141, 9.145726],
    ["handset", "小米科技", 498, 8.708835],
    ["handset", "步步高", 275, 9.003636],
    ["network", "4G", 3313, 8.722306],
    ["network", "5G", 2086, 8.642857],
    ["network", "2G", 34, 6.823529],
  ])("mean by %s: %s, of %i customers, %d", (dimension, member, n, mean) => {
    const row = metric(report, "csat_score", {dimension, member});
    expect([row.n, row.value]).toEqual([n, mean]);
  });

  test("who met a network problem is far less satisfied", () => {
    const rows = rowsOf(report, "metric_by_segment", {metric: "csat_score", dimension: "network_problem"});
    expect(column(rows, "member", "value")).toEqual({遇到过: 7.804545, 没遇到: 9.652934});
  });

  test("two spellings of VoLTE are one, and brand 0 is no brand", () => {
    const members = (dimension: string) =>
      rowsOf(report, "metric_by_segment", {metric: "csat_score", dimension}).map((row) => row.member);
    expect(members("voice")).toContain("VoLTE");
    expect(members("voice")).not.toContain("VOLTE");
    expect(members("handset")).not.toContain("0");
  });

  test("what goes with overall satisfaction", () => {
    expect(column(rowsOf(report, "item_correlations"), "item", "value")).toEqual({
      coverage: 0.895252,
      clarity: 0.908378,
      stability: 0.885881,
    });
  });

  test("a header used twice and 16,302 empty columns are said, not swallowed", () => {
    const file = rowOf(report, "import_files", {entity: "surveys"});
    expect(file.notes_en).toContain("其他，请注明 (2), 用户描述 (2)");
    expect(file.notes_en).toContain("16357 columns declared, 55 have a header");
  });

  test("values without an English name are counted where the English page says what is missing", () => {
    const {missing} = drawnOf(report).en!.boards.overview!;
    expect(missing.filter(({head}) => head === "No English name")).toHaveLength(1);
    expect(drawnOf(report).zh!.boards.overview!.missing.some(({head}) => head === "No English name")).toBe(false);
  });
});
