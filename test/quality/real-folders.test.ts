import {describe, expect, test} from "vitest";
import {isAbsent, readReal, rowOf, suite} from "../real/real-report.js";

describe.skipIf(isAbsent("comcast-complaints"))(suite("comcast-complaints"), () => {
  test("the 486 complaints whose day and month were swapped upstream are pointed out, and no other", async () => {
    const report = await readReal("comcast-complaints");
    expect(rowOf(report, "cross_checks", {check_id: "day_month_swapped"})).toMatchObject({base: 2224, hits: 486});
    expect(rowOf(report, "cross_checks", {check_id: "future_date"})).toMatchObject({hits: 0});
  });
});

describe.skipIf(isAbsent("cfpb-multi"))(suite("cfpb-multi"), () => {
  test("the six complaints sent to the company before they were received are listed with file and row", async () => {
    const report = await readReal("cfpb-multi");
    expect(rowOf(report, "cross_checks", {check_id: "replied_before_opened"})).toMatchObject({hits: 6});
    const listed = (report.published.cross_check_samples ?? []).filter(
      (row) => row.check_id === "replied_before_opened",
    );
    expect(listed.every((row) => row.file !== "" && Number(row.row) > 1)).toBe(true);
  });
});
