import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import type {MartRow} from "../../src/marts/shape/table.js";

const pairs = fileURLToPath(new URL("../../../shared/oracle/data/competitor_pairs.csv", import.meta.url));
const isAbsent = !existsSync(pairs);
const temp = mkdtempSync(join(tmpdir(), "huisheng-designs-"));
afterAll(() => rmSync(temp, {recursive: true, force: true}));

/** The gap of one small report: 226 rated us, 162 a rival, 128 both. */
async function gapBy(design: string): Promise<MartRow> {
  const folder = join(temp, design);
  const files = {
    "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\n",
    "rules/competitors.yaml": `design: ${design}\n`,
    "mappings/study.yaml": [
      "label: {zh: 品牌调查, en: Brand study}",
      "tables:",
      "  - entity: surveys",
      "    files: pairs.csv",
      "    columns: {response_id: respondent, customer_id: respondent}",
      "    items:",
      "      us: {from: us, item: quality, question: rating, scale: [0, 10]}",
      "      comp: {from: comp, item: quality, brand: rival_a, question: rating, scale: [0, 10]}",
      "",
    ].join("\n"),
    "exports/pairs.csv": readFileSync(pairs, "utf8"),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  const {published} = await readReport(folder, {temp, progress: silentProgress});
  return published.brand_gaps!.find(({period}) => period === "window")!;
}

const rounded = (row: MartRow): number[] =>
  [row.gap, row.lo, row.hi].map((value) => Math.round(Number(value) * 1e4) / 1e4);

describe.skipIf(isAbsent)(
  isAbsent ? "designs – skipped: ../shared/oracle is not here" : "the declared design decides the interval",
  () => {
    test("partly overlapping raters: all answers, the shared raters' covariance taken in (as survey::svyglm in R)", async () => {
      const row = await gapBy("overlapping");
      expect(rounded(row)).toEqual([0.259, -0.0051, 0.5231]);
      expect([row.own_n, row.rival_n, row.shared_n, row.verdict]).toEqual([226, 162, 128, "parity"]);
    });

    test("the same raters: paired t", async () => {
      const row = await gapBy("same_raters");
      expect(rounded(row)).toEqual([0.3359, 0.0372, 0.6347]);
      expect(row.verdict).toBe("ahead");
    });

    test("separate samples: wider than the paired interval on the same people", async () => {
      const separate = await gapBy("separate");
      expect(rounded(separate)[0]).toBe(0.259);
      expect(Number(separate.hi) - Number(separate.lo)).toBeGreaterThan(0.6);
      expect(Number(separate.paired_hi) - Number(separate.paired_lo)).toBeLessThan(
        Number(separate.unpaired_hi) - Number(separate.unpaired_lo),
      );
    });
  },
);
