import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {
  column,
  figureOf,
  isAbsent,
  metric,
  percent,
  printed,
  readFolder,
  readReal,
  rowOf,
  rowsOf,
  suite,
} from "./real-report.js";

describe.skipIf(isAbsent("airline-satisfaction"))(suite("airline-satisfaction"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("airline-satisfaction");
  });

  test("satisfied of all passengers", () => {
    const csat = metric(report, "csat");
    expect([csat.n, csat.positive, percent(csat.value)]).toEqual([103904, 45025, "43.33%"]);
  });

  test.each([
    ["class", {Business: "69.43%", Eco: "18.61%", "Eco Plus": "24.61%"}],
    ["loyalty", {"Loyal Customer": "47.73%", "disloyal Customer": "23.67%"}],
    ["travel", {"Business travel": "58.26%", "Personal Travel": "10.17%"}],
  ])("satisfied by %s", (dimension, expected) => {
    const rows = rowsOf(report, "metric_by_segment", {metric: "csat", dimension});
    expect(Object.fromEntries(rows.map((row) => [row.member, percent(row.value)]))).toEqual(expected);
  });

  test.each([
    ["Business travel / Business", 47508, "72.02%"],
    ["Business travel / Eco", 20257, "29.62%"],
    ["Business travel / Eco Plus", 3890, "39.33%"],
    ["Personal Travel / Business", 2157, "12.24%"],
    ["Personal Travel / Eco", 26488, "10.20%"],
    ["Personal Travel / Eco Plus", 3604, "8.71%"],
  ])("satisfied of %s (%i): %s", (member, n, expected) => {
    const row = metric(report, "csat", {dimension: "travel_class", member});
    expect([row.n, percent(row.value)]).toEqual([n, expected]);
  });

  test("0 means not applicable: it is no score", () => {
    const wifi = rowOf(report, "item_scores", {item: "wifi", dimension: "all"});
    expect([wifi.n, printed(wifi.value, 6)]).toEqual([103904 - 3103, "2.813712"]);
    // Had the zeros counted as scores:
    expect(printed((Number(wifi.n) * Number(wifi.value)) / 103904, 6)).toBe("2.729683");
  });

  test("what goes with being satisfied, not-applicable answers left out", () => {
    // From a second calculation in numpy.
    expect(column(rowsOf(report, "item_correlations"), "item", "value")).toMatchObject({
      online_boarding: 0.565148,
      entertainment: 0.397953,
      seat_comfort: 0.34945,
      gate_location: 0.000708,
    });
  });

  test("the page of satisfaction has the same: the satisfied by group, the means of the items and what goes with them", () => {
    const groups = new Map(figureOf(report, "csat-by-segment").table.rows.map((cells) => [cells[0], cells]));
    const of = (group: string) => [groups.get(group)?.[6], percent(groups.get(group)?.[1])];
    expect(["Business", "Eco", "Eco Plus"].map((name) => of(`Class · ${name}`)[1])).toEqual([
      "69.43%",
      "18.61%",
      "24.61%",
    ]);
    expect(["Loyal Customer", "disloyal Customer"].map((name) => of(`Customer type · ${name}`)[1])).toEqual([
      "47.73%",
      "23.67%",
    ]);
    expect(["Business travel", "Personal Travel"].map((name) => of(`Type of travel · ${name}`)[1])).toEqual([
      "58.26%",
      "10.17%",
    ]);
    const crossed = [
      ["Business travel / Business", 47508, "72.02%"],
      ["Business travel / Eco", 20257, "29.62%"],
      ["Business travel / Eco Plus", 3890, "39.33%"],
      ["Personal Travel / Business", 2157, "12.24%"],
      ["Personal Travel / Eco", 26488, "10.20%"],
      ["Personal Travel / Eco Plus", 3604, "8.71%"],
    ] as const;
    for (const [member, n, satisfied] of crossed)
      expect([member, ...of(`Type of travel / class · ${member}`)]).toEqual([member, n, satisfied]);
    expect(figureOf(report, "csat-distribution").table.rows.map((cells) => [percent(cells[1]), cells[4]])).toEqual([
      ["56.67%", 103904 - 45025],
      ["43.33%", 45025],
    ]);
    const wifi = figureOf(report, "items").table.rows.find(([item]) => item === "Inflight wifi service")!;
    expect([wifi[4], printed(wifi[1], 6)]).toEqual([100801, "2.813712"]);
    // No rating: a number of minutes, which stands behind the ratings with its own scale.
    const delay = figureOf(report, "items").table.rows.find(([item]) => item === "Arrival delay (minutes) (0–1584)")!;
    expect([delay[4], printed(delay[1], 6)]).toEqual([103904 - 310, "15.178678"]);
    const {table, notes} = figureOf(report, "drivers");
    const correlation = table.columns.findIndex(({id}) => id === "correlation");
    expect(Object.fromEntries(table.rows.map((cells) => [cells[0], cells[correlation]]))).toMatchObject({
      "Online boarding": 0.565148,
      "Inflight entertainment": 0.397953,
      "Seat comfort": 0.34945,
    });
    expect(notes.join(" ")).toMatch(/Left out: .*Gate location.*, Departure\/Arrival time convenient/);
  });

  test("the same where a mapping forgets what 0 means", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-zeros-"));
    try {
      cpSync(fileURLToPath(new URL("airline-satisfaction", import.meta.url)), folder, {recursive: true});
      const shared = fileURLToPath(new URL("../../../shared/data/airline-satisfaction", import.meta.url));
      const rewrite = (file: string, change: (text: string) => string) =>
        writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
      rewrite("report.yaml", (text) => text.replace("../../../../shared/data/airline-satisfaction", shared));
      const kept =
        /overall:|from: satisfaction|values:|other:|question: csat|scale: \[0, 1\]|online_boarding|entertainment|seat_comfort|gate_location/;
      rewrite("mappings/survey.yaml", (text) => {
        const [head, items] = text.split("    items:\n");
        const lines = items!.split("\n").filter((line) => kept.test(line));
        const survey = `${head!.slice(0, head!.indexOf("  - entity: customers"))}${head!.slice(head!.indexOf("  - entity: surveys"))}`;
        return `${survey}    items:\n${lines.join("\n")}\n`
          .replaceAll("na: [0], ", "")
          .replaceAll("scale: [1, 5]", "scale: [0, 5]");
      });
      const report = await readFolder(folder);
      expect(column(rowsOf(report, "item_correlations"), "item", "value")).toEqual({
        online_boarding: 0.503557,
        entertainment: 0.398059,
        seat_comfort: 0.349459,
        gate_location: 0.000682,
      });
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
