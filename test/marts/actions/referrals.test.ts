import {expect, test} from "vitest";
import {referredBeside} from "../../../src/facts/actions/referred.js";
import {referralRates} from "../../../src/marts/actions/referrals.js";
import type {Row} from "../../../src/marts/list.js";
import {clusterSums} from "../../stats/cluster-sums.js";
import {viewOf} from "../../view.js";

/** So many raters of two answers each, alike in both, so many of them satisfied. */
function member(
  name: "referred" | "others",
  {customers, lost, days, raters, happy}: Record<string, number>,
): Parameters<typeof referralRates>[0][number] {
  const answers = Array.from({length: 2 * raters!}, (_, index) => ({
    customer: index >> 1,
    score: index >> 1 < happy! ? 1 : 0,
  }));
  const {n, total, customers: rated, ...sums} = clusterSums(answers);
  return {
    member: name,
    customers: customers!,
    joined_in_window: 5,
    lost: lost!,
    exposure: days!,
    answers: n,
    raters: rated,
    satisfied: total,
    ...sums,
  };
}
const others = member("others", {customers: 2000, lost: 150, days: 600_000, raters: 1000, happy: 800});
const made = (referred: ReturnType<typeof member>) => referralRates([others, referred], {preset: "default"});
const sentences = (referrals: readonly Row<"referrals">[], language: "zh" | "en" = "en") =>
  referredBeside(viewOf(language, {referrals}));

test("two intervals may overlap where the rates differ: the ratio decides", () => {
  const [rest, referred] = made(member("referred", {customers: 140, lost: 19, days: 42_000, raters: 60, happy: 36}));
  expect(Number(referred!.churn_lo)).toBeLessThan(Number(rest!.churn_hi));
  expect(Number(referred!.churn_ratio_lo)).toBeGreaterThan(1);
  expect(sentences([referred!])).toEqual([
    expect.stringMatching(/^Referred customers leave 1\.81 times as often as others \(1\.06–/),
    expect.stringMatching(/^Referred customers are 20\.0 points less satisfied than others \(\d/),
  ]);
  expect(sentences([referred!], "zh")[0]).toMatch(/^介绍来的客户流失率为其他客户的 1\.81 倍（1\.06–/);
});

test("two like answers of one customer are one opinion", () => {
  const [, referred] = made(member("referred", {customers: 140, lost: 10, days: 42_000, raters: 40, happy: 30}));
  expect(referred!.answers).toBe(80);
  // Wilson on 39 opinions, not on 80 answers: about 0.60 to 0.86.
  expect(Number(referred!.csat_lo)).toBeCloseTo(0.596, 2);
  expect(Number(referred!.csat_hi)).toBeCloseTo(0.859, 2);
});

test("where the referred are too few to show so are the others, since together they are everybody", () => {
  const rows = made(member("referred", {customers: 9, lost: 1, days: 2700, raters: 4, happy: 3}));
  for (const row of rows)
    expect([row.lost, row.customer_months, row.churn, row.churn_ratio, row.answers, row.satisfied, row.csat]).toEqual(
      Array.from({length: 7}, () => null),
    );
  expect(sentences(rows)).toEqual([]);
});
