import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {column, figureOf, isAbsent, percent, printed, readReal, rowOf, rowsOf, share, suite} from "./real-report.js";

describe.skipIf(isAbsent("cn-supermarket-gbk"))(suite("cn-supermarket-gbk"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("cn-supermarket-gbk");
  });

  const window = (dimension: string) => rowsOf(report, "orders_by_segment", {period: "window", dimension});

  test("a GBK file is read as such, and says so", () => {
    const file = rowOf(report, "import_files", {entity: "orders"});
    expect([file.encoding, file.rows_in, file.rows_kept, file.rows_rejected]).toEqual(["gb18030", 42716, 42716, 0]);
  });

  test("sales, customers and months", () => {
    const all = window("all")[0]!;
    expect([all.customers, printed(all.amount, 1)]).toEqual([2612, "455768.7"]);
    const months = rowsOf(report, "orders_by_segment", {dimension: "all"}).filter((row) => row.period !== "window");
    expect(column(months, "period", "amount")).toEqual({
      "2015-01": 117368.68,
      "2015-02": 140412.24,
      "2015-03": 94492.66,
      "2015-04": 103495.12,
    });
  });

  test("promotions and categories", () => {
    expect(window("promotion").map((row) => [row.member, row.order_lines, row.amount])).toEqual([
      ["no", 36223, 346936.98],
      ["yes", 6493, 108831.72],
    ]);
    const top = window("category")
      .toSorted((a, b) => Number(b.amount) - Number(a.amount))
      .slice(0, 3);
    expect(top.map((row) => [row.member, row.amount])).toEqual([
      ["日配", 82196],
      ["蔬果", 81485.63],
      ["休闲", 74406.2],
    ]);
  });

  test("lines without an order number give no count of orders", () => {
    expect(window("all")[0]!.orders).toBeNull();
  });
});

describe.skipIf(isAbsent("superstore"))(suite("superstore"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("superstore");
  });

  const window = (dimension: string) => rowsOf(report, "orders_by_segment", {period: "window", dimension});

  test("a workbook of the old kind: sales, profit, orders, customers", () => {
    const all = window("all")[0]!;
    expect([all.order_lines, all.orders, all.customers]).toEqual([9994, 5009, 793]);
    expect([printed(all.amount, 2), printed(all.margin, 2)]).toEqual(["2297200.86", "286397.02"]);
  });

  test("the page of returns says the same", () => {
    const {title, table} = figureOf(report, "returned-orders");
    expect(title).toBe("296 of 5,009 orders came back (5.9%), most in West: 11.7%");
    expect(table.rows.map(([region, , , came]) => [region, percent(came)])).toEqual([
      ["West", "11.73%"],
      ["East", "3.14%"],
      ["Central", "3.32%"],
      ["South", "2.92%"],
      ["Together", "5.91%"],
    ]);
  });

  test("returns are counted by order, not by line", () => {
    const all = window("all")[0]!;
    expect([all.returned_orders, share(all.returned_orders, all.orders)]).toEqual([296, "5.91%"]);
    expect([all.returned_lines, printed(all.returned_amount, 2)]).toEqual([800, "180504.28"]);
    expect(window("region").map((row) => [row.member, share(row.returned_orders, row.orders)])).toEqual([
      ["Central", "3.32%"],
      ["East", "3.14%"],
      ["South", "2.92%"],
      ["West", "11.73%"],
    ]);
  });
});
