import {appendFileSync, cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {candidate, keepEdition} from "../../loaders/publishing.js";
import {readReport} from "../../loaders/read-report.js";
import {rowsOf} from "../real/real-report.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-frozen-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const read = (month: string): Promise<ReadReport> =>
  readReport(folder, {month, temp: join(folder, "duck"), progress: silentProgress});

/** September is published; then an order of September comes late, and October is read. */
let october: ReadReport;
beforeAll(async () => {
  cpSync(fileURLToPath(new URL("by-score/", import.meta.url)), folder, {recursive: true});
  const september = await read("2026-09");
  const found = candidate(september, {drawn: drawReport(september)});
  keepEdition(found, {folder, accept: undefined, now: new Date("2026-10-05")});
  appendFileSync(join(folder, "exports", "orders.csv"), "L1,K09,2026-09-20,10\n");
  october = await read("2026-10");
});

test("each edition keeps its tiers: moves are from what was published, and what is counted otherwise today is told", () => {
  const moved = rowsOf(october, "frozen_tier_moves")
    .filter((row) => row.frozen_tier !== row.now_tier || row.frozen_tier !== row.recounted_tier)
    .map(({edition, frozen_tier, recounted_tier, now_tier, customers}) =>
      [edition, frozen_tier, recounted_tier, now_tier, customers].join(" "),
    )
    .sort();
  // K09's late order makes two orders of 1,210 yuan: silver already then. K20's large order left the window.
  expect(moved).toEqual(["2026-09 bronze silver silver 1", "2026-09 gold gold silver 1"]);
});

test("the page says so, and its rows and columns add up", () => {
  const {zh, en} = drawReport(october);
  expect(zh!.passages.value!.join("\n")).toContain("自2026年9月发布以来，等级升 1 户、降 1 户");
  expect(en!.figures["tier-since-edition"]).toMatchObject({
    title: "1 rose and 1 fell since the tiers published for Sep 2026",
    worked: ["Rises (cells below the diagonal): 1 = 1", "Falls (cells above the diagonal): 1 = 1"],
    notes: expect.arrayContaining([
      "0 joined and 0 are none now; counted again today, 1 customer would have had another tier then.",
    ]),
    table: {
      rows: [
        ["Gold", 7, 1, 0, 0, 8, 0],
        ["Silver", 0, 6, 0, 0, 6, 0],
        ["Bronze", 0, 1, 5, 0, 6, 1],
        ["New", 0, 0, 0, null, null, null],
        ["Closing", 7, 8, 5, null, 20, 1],
      ],
    },
  });
});
