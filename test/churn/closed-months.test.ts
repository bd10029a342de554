import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {TableName} from "../../src/marts/list.js";
import type {MartRow} from "../../src/marts/shape/table.js";
import {type Sample, sampleOf} from "../sample-report.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-closed-"));
const [early, late] = ["2026-06", "2026-10"];
const reports = new Map<string, Sample>();

beforeAll(async () => {
  for (const month of [early!, late!]) reports.set(month, await sampleOf(temp, month));
});
afterAll(() => rmSync(temp, {recursive: true, force: true}));

const rows = <Name extends TableName>(month: string, table: Name) => reports.get(month)!.published[table];

describe("the report of June and that of October, from the same records", () => {
  test("tell the same churn of every month that was closed in June", () => {
    const closed = rows(early!, "churn_by_month").filter(({is_provisional}) => is_provisional === false);
    expect(closed.length).toBeGreaterThan(15);
    for (const before of closed) {
      const after = rows(late!, "churn_by_month").find(({month}) => month === before.month)!;
      for (const name of ["lost", "eliminated", "involuntary", "moved", "customer_months", "value"] as const)
        expect([before.month, name, after[name]]).toEqual([before.month, name, before[name]]);
    }
  });

  test("June knows nothing of what came later", () => {
    const dated: readonly (readonly [table: TableName, column: string])[] = [
      ["churn_by_month", "month"],
      ["churn_waves", "last_month"],
      ["rival_mentions", "month"],
      ["winback_candidates", "left_date"],
      ["rival_mentions_listed", "occurred_date"],
    ];
    for (const [table, name] of dated)
      for (const row of rows(early!, table) as readonly MartRow[])
        expect(String(row[name]) < "2026-07", `${table} ${row[name]}`).toBe(true);
    const lost = (month: string) =>
      rows(month, "churn_causes")
        .filter(({period}) => period === "all")
        .reduce((sum, {customers}) => sum + Number(customers), 0);
    expect(lost(early!)).toBeLessThan(lost(late!));
  });
});
