import {fileURLToPath} from "node:url";
import {beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {ReportError} from "../../loaders/messages/errors.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {assertScored, tiersSchema} from "../../loaders/report/value-rule.js";
import {readFolder, rowsOf} from "../real/real-report.js";

/**
 * Twenty customers whose tiers were counted by hand from the order lines: revenue brings 60 points (30 from 1,000, 60
 * from 5,000 yuan), orders 40 (20 from 2, 40 from 4); gold from 80, silver from 40.
 */
let report: ReadReport;
beforeAll(async () => {
  report = await readFolder(fileURLToPath(new URL("by-score/", import.meta.url)));
});

test("the score decides the tier, and recomputed is what the customer file holds", () => {
  expect(
    rowsOf(report, "tier_checks").map(({stored, recomputed, customers}) => [stored, recomputed, customers]),
  ).toEqual([
    ["bronze", "bronze", 6],
    ["gold", "gold", 7],
    ["silver", "silver", 7],
  ]);
  const points = Object.fromEntries(rowsOf(report, "valued_customers").map((row) => [row.customer_id, row.score]));
  expect(points).toMatchObject({K01: 100, K05: 60, K06: 80, K07: 70, K10: 40, K11: 20, K15: 50, K18: 0, K19: 100});
});

test("who lacks little of the next tier lacks it in points", () => {
  expect(rowsOf(report, "tier_candidates")).toMatchObject([
    {customer_id: "K07", next_tier: "gold", measured: 70, missing: 10},
    {customer_id: "K14", next_tier: "gold", measured: 70, missing: 10},
  ]);
});

test("an order leaves the window and a tier with it; rows add up to the opening, columns to the closing", () => {
  const moves = rowsOf(report, "tier_moves", {span: "month", basis: "raw"});
  // K20's 3,000 yuan of 31 October 2025 counted a month ago: 6,000 in four orders.
  expect(moves.filter(({from_tier, to_tier}) => from_tier !== to_tier)).toMatchObject([
    {from_tier: "gold", to_tier: "silver", customers: 1},
  ]);
  const damped = rowsOf(report, "tier_moves", {span: "month", basis: "damped"});
  expect(damped.every(({from_tier, to_tier}) => from_tier === to_tier)).toBe(true);
  for (const {opening, closing} of rowsOf(report, "tier_tests")) expect([opening, closing]).toEqual([20, 20]);
});

test("the page says so in both languages, with the exception beside the rule's own tier", () => {
  const drawn = drawReport(report);
  const said = (language: "zh" | "en") => drawn[language]!.passages.value!.join("\n");
  expect(said("zh")).toContain("20 户等级按规则重算，与档案 100% 一致");
  expect(said("en")).toContain("20 tiers recomputed by the rule: 100% as stored");
  expect(drawn.zh!.figures["tier-check"]).toMatchObject({
    subtitle: "规则第 2026-01 版（rules/tiers.yaml）：近 12 个月综合价值得分（rules/value.yaml）达到门槛即为该级",
  });
  expect(drawn.en!.figures["value-spread"]).toMatchObject({
    title: "The value score decides the tier: “Gold” has 97 points on average, “Bronze” 12",
  });
  expect(drawn.en!.figures["tier-overrides"]).toMatchObject({
    table: {rows: [["K05", "Silver", "Gold", "新签框架合同", "销售总监", "31 Mar 2027", "In force"]]},
  });
});

test("a rule by score without a score is told as the user's fault, in both languages", () => {
  const rule = () => assertScored({tiers: tiersSchema.parse({measure: "score", levels: [{code: "a", min_score: 0}]})});
  expect(rule).toThrow(ReportError);
  expect(rule).toThrow(/^rules\/tiers\.yaml: tiers are by score .*no rule makes a score/);
});
