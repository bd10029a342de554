import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {column, figureOf, isAbsent, linesOf, readReal, rowOf, rowsOf, share, suite} from "./real-report.js";

describe.skipIf(isAbsent("comcast-complaints"))(suite("comcast-complaints"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("comcast-complaints");
  });
  const segment = (dimension: string) => rowsOf(report, "complaints_by_segment", {period: "window", dimension});

  test("complaints by status; open and pending are not done", () => {
    const status = rowsOf(report, "tickets_by_segment", {period: "window", dimension: "status"});
    expect(column(status, "member", "tickets")).toEqual({closed: 734, open: 363, solved: 973, pending: 154});
    const all = segment("all")[0]!;
    expect(Number(all.complaints) - Number(all.done)).toBe(517);
  });

  test("complaints and the resolved share by channel", () => {
    expect(segment("channel").map((row) => [row.member, row.complaints, share(row.done, row.complaints)])).toEqual([
      ["Customer Care Call", 1119, "77.21%"],
      ["Internet", 1105, "76.29%"],
    ]);
  });

  test("complaints by state, two spellings of one state counted as one", () => {
    const states = column(segment("region"), "member", "complaints");
    expect(states).toMatchObject({
      Georgia: 288,
      Florida: 240,
      California: 220,
      Illinois: 164,
      Tennessee: 143,
      Pennsylvania: 130,
    });
    expect(Object.keys(states)).toHaveLength(42);
    const georgia = rowOf(report, "complaints_by_segment", {period: "window", dimension: "region", member: "Georgia"});
    expect(share(Number(georgia.complaints) - Number(georgia.done), georgia.complaints)).toBe("27.78%");
  });

  test("two-digit years are read as the mapping says: complaints by month, and the worst day", () => {
    expect(column(rowsOf(report, "complaints_by_month"), "month", "complaints")).toEqual({
      "2015-01": 55,
      "2015-02": 59,
      "2015-03": 45,
      "2015-04": 375,
      "2015-05": 317,
      "2015-06": 1046,
      "2015-07": 49,
      "2015-08": 67,
      "2015-09": 55,
      "2015-10": 53,
      "2015-11": 38,
      "2015-12": 65,
    });
    const days = rowsOf(report, "tickets_by_day").toSorted((a, b) => Number(b.complaints) - Number(a.complaints));
    expect([days[0]!.day, days[0]!.complaints]).toEqual(["2015-06-24", 218]);
  });

  test("the page of complaints has the months, the open ones and the share solved", () => {
    const months = figureOf(report, "complaint-rate-trend").table.rows.map(([month, complaints]) => [
      month,
      complaints,
    ]);
    expect(months).toContainEqual(["2015-06", 1046]);
    expect(months).toHaveLength(12);
    expect(figureOf(report, "service-promises").title).toBe("Resolution rate 76.8%");
  });

  test("the page of service has them by status, channel and state", () => {
    const line = linesOf(report, "ticket-segments");
    const of = (dimension: string, members: readonly string[]) => members.map((name) => line(dimension, name).tickets);
    expect(of("Status", ["Closed", "Not started", "Solved", "Waiting"])).toEqual([734, 363, 973, 154]);
    expect(of("Channel", ["Customer Care Call", "Internet"])).toEqual([1119, 1105]);
    expect(of("Region", ["Georgia", "Florida", "California", "Illinois", "Tennessee", "Pennsylvania"])).toEqual([
      288, 240, 220, 164, 143, 130,
    ]);
    const resolved = (channel: string) => share(line("Channel", channel).done, line("Channel", channel).tickets);
    expect([resolved("Customer Care Call"), resolved("Internet")]).toEqual(["77.21%", "76.29%"]);
  });

  test("days and months swapped before the file was written are pointed out", () => {
    const check = rowOf(report, "cross_checks", {check_id: "day_month_swapped"});
    expect([check.base, check.hits]).toEqual([2224, 486]);
  });
});
