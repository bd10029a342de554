import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, test} from "vitest";
import {ReportErrors} from "../../loaders/messages/errors.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {column, isAbsent, percent, readFolder, readReal, rowOf, rowsOf, suite} from "./real-report.js";

describe.skipIf(isAbsent("airline-tweets"))(suite("airline-tweets"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("airline-tweets");
  });

  test.each([
    ["American", 2759, "71.04%", "Customer Service Issue", 768, "39.18%"],
    ["Delta", 2222, "42.98%", "Late Flight", 269, "28.17%"],
    ["Southwest", 2420, "49.01%", "Customer Service Issue", 391, "32.97%"],
    ["US Airways", 2913, "77.69%", "Customer Service Issue", 811, "35.84%"],
    ["United", 3822, "68.89%", "Customer Service Issue", 681, "25.86%"],
    ["Virgin America", 504, "35.91%", "Customer Service Issue", 60, "33.15%"],
  ])("%s: of %i tweets %s are negative, most often for %s", (brand, n, negative, cause, named_by, expected) => {
    const scores = rowOf(report, "brand_scores", {brand});
    expect([scores.n, percent(scores.dissatisfied)]).toEqual([n, negative]);
    const causes = rowsOf(report, "complaint_causes", {brand}).toSorted(
      (a, b) => Number(b.named_by) - Number(a.named_by),
    );
    expect([causes[0]!.code, causes[0]!.named_by, percent(causes[0]!.value)]).toEqual([cause, named_by, expected]);
  });

  test("causes of all negative tweets", () => {
    const causes = rowsOf(report, "complaint_causes", {brand: "all"});
    expect(causes[0]!.complaints).toBe(9178);
    expect(column(causes, "code", "named_by")).toMatchObject({
      "Customer Service Issue": 2910,
      "Late Flight": 1665,
      "Can't Tell": 1190,
      "Cancelled Flight": 847,
      "Lost Luggage": 724,
    });
    expect(percent(causes.find((row) => row.code === "Customer Service Issue")!.value)).toBe("31.71%");
  });

  test("numbers that a spreadsheet ruined are no keys: the build stops and says which", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-ids-"));
    try {
      cpSync(fileURLToPath(new URL("airline-tweets", import.meta.url)), folder, {recursive: true});
      const shared = fileURLToPath(new URL("../../../shared/data/airline-tweets", import.meta.url));
      const replace = (file: string, from: string, to: string) => {
        const path = join(folder, file);
        const text = readFileSync(path, "utf8");
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
        writeFileSync(path, text.replace(from, to));
      };
      replace("report.yaml", "../../../../shared/data/airline-tweets", shared);
      replace(
        "mappings/tweets.yaml",
        "columns:\n      answered_at",
        "columns:\n      response_id: tweet_id\n      answered_at",
      );
      const error = await readFolder(folder).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ReportErrors);
      expect((error as ReportErrors).print("en")).toMatch(
        /14640 of 14640 rows.*tweet_id|14640 of 14640 rows.*response_id/s,
      );
      expect((error as ReportErrors).print("en")).toContain("5.70306E+17");
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
