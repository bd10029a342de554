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

describe.skipIf(isAbsent("telco-ibm-tables"))(suite("telco-ibm-tables"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("telco-ibm-tables");
  });

  test("five tables join into 7,043 customers, none lost", () => {
    expect(
      rowsOf(report, "import_files").map((row) => [row.rows_in, Number(row.rows_kept) + Number(row.rows_set_aside)]),
    ).toEqual(Array(8).fill([7043, 7043]));
    expect(rowOf(report, "churn_by_segment", {dimension: "all"}).customers).toBe(7043);
  });

  test.each([
    ["Competitor", 841, "45.00%"],
    ["Attitude", 314, "16.80%"],
    ["Dissatisfaction", 303, "16.21%"],
    ["Price", 211, "11.29%"],
    ["Other", 200, "10.70%"],
  ])("%s is the cause of %i losses, %s", (code, named_by, expected) => {
    const row = rowOf(report, "churn_reasons", {period: "window", kind: "category", code});
    expect([row.named_by, percent(row.value)]).toEqual([named_by, expected]);
  });

  test("the reasons most often given", () => {
    const reasons = column(rowsOf(report, "churn_reasons", {period: "window", kind: "reason"}), "code", "named_by");
    expect(reasons).toMatchObject({
      "Competitor had better devices": 313,
      "Competitor made better offer": 311,
      "Attitude of support person": 220,
      "Don't know": 130,
    });
  });

  test("the page of churn says the same", () => {
    const causes = figureOf(report, "churn-causes");
    expect(causes.title).toBe("1,869 of 1,869 lost said why: most often competitor (841), then attitude (314)");
    expect(causes.table.rows.map(([cause, customers, share]) => [cause, customers, percent(share)])).toEqual([
      ["Competitor", 841, "45.00%"],
      ["Attitude", 314, "16.80%"],
      ["Dissatisfaction", 303, "16.21%"],
      ["Price", 211, "11.29%"],
      ["Other", 200, "10.70%"],
    ]);
  });

  test("customers by status, and how satisfied each is", () => {
    const status = rowsOf(report, "churn_by_segment", {dimension: "customer_status"});
    expect(column(status, "member", "customers")).toEqual({Churned: 1869, Stayed: 4720, Joined: 454});
    expect(printed(metric(report, "csat_score").value, 6)).toBe("3.244924");
    const means = rowsOf(report, "metric_by_segment", {metric: "csat_score", dimension: "customer_status"});
    expect(column(means, "member", "value")).toEqual({Churned: 1.736223, Joined: 3.973568, Stayed: 3.772246});
  });

  test("the page of satisfaction has the means, of all, by status and by contract", () => {
    const line = linesOf(report, "score-by-segment");
    expect(printed(line("All").value, 6)).toBe("3.244924");
    const of = (name: string) => line(name).value;
    expect(["Churned", "Joined", "Stayed"].map((status) => of(`Customer status · ${status}`))).toEqual([
      1.736223, 3.973568, 3.772246,
    ]);
    expect(["Month-to-Month", "One Year", "Two Year"].map((kind) => of(`Contract · ${kind}`))).toEqual([
      2.871745, 3.57871, 3.685608,
    ]);
  });

  test("who scores 1 or 2 has left, who scores 4 or 5 has not", () => {
    const rows = rowsOf(report, "churn_by_segment", {dimension: "satisfaction"});
    expect(rows.map((row) => [row.member, percent(row.share)])).toEqual([
      ["1", "100.00%"],
      ["2", "100.00%"],
      ["3", "16.10%"],
      ["4", "0.00%"],
      ["5", "0.00%"],
    ]);
  });

  test("satisfaction by contract", () => {
    const means = rowsOf(report, "metric_by_segment", {metric: "csat_score", dimension: "contract_type"});
    expect(column(means, "member", "value")).toEqual({
      "Month-to-Month": 2.871745,
      "One Year": 3.57871,
      "Two Year": 3.685608,
    });
  });

  test("total revenue, a formula in the sheet, adds up", () => {
    expect(rowOf(report, "value_by_segment", {dimension: "all"}).total_amount).toBe(21371131.69);
  });
});
