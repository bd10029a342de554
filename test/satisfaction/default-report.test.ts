import {describe, expect, test} from "vitest";
import truths from "../company/truths.json" with {type: "json"};
import {sampleReport} from "../sample-report.js";

const {"07_silent_dissatisfied": silent, "11_fast_not_liked": fast, "30_offline_theme": offline} = truths.planted;
const {rows, row, sentences, drawn} = sampleReport();

describe("the dissatisfied", () => {
  test("118 of 181 never complained; the tier with eight hides itself and the next smallest", () => {
    const {dissatisfied, silent: quiet} = silent.last_12_months;
    expect(row("silent_dissatisfied", {tier: "(all)"})).toMatchObject({dissatisfied, silent: quiet});
    for (const tier of ["star1", "star2", "star3"] as const)
      expect(row("silent_dissatisfied", {tier})).toMatchObject(silent.by_tier_last_12_months[tier]);
    for (const tier of ["star4", "star5"])
      expect(row("silent_dissatisfied", {tier})).toMatchObject({dissatisfied: null, silent: null, answers: null});
    expect(sentences("satisfaction")).toContain(
      `不满意的 ${dissatisfied} 份回答里，${quiet} 份的客户前后 30 天没有投诉过`,
    );
    expect(sentences("satisfaction", "en")).toContain(
      `Of ${dissatisfied} dissatisfied answers, ${quiet} came with no complaint`,
    );
  });

  test("shares of revenue add up to what was bought, and no cell tells of fewer than five", () => {
    const all = rows("attitudes", {tier: "(all)"});
    expect(all.reduce((sum, {revenue}) => sum + (revenue ?? 0), 0)).toBe(
      truths.planted["18_concentration"].all_revenue_12_months,
    );
    for (const {customers} of rows("attitudes")) expect(customers === null || customers >= 5).toBe(true);
  });

  test("no score without its response rate before it", () => {
    const text = sentences("satisfaction");
    expect(text.indexOf("参评率")).toBeGreaterThanOrEqual(0);
    expect(text.indexOf("参评率")).toBeLessThan(text.indexOf("不满意率"));
  });
});

test("one set of answers in four ways, each with the number of answers it is worth", () => {
  const bases = rows("satisfaction_bases", {measure: "dissatisfied"});
  expect(bases.map(({basis}) => basis).sort()).toEqual(["answers", "base", "revenue", "tier"]);
  const [plain, revenue] = ["answers", "revenue"].map((basis) => bases.find((each) => each.basis === basis)!);
  const total = row("metric_by_segment", {metric: "bottom_box", period: "window", dimension: "all"});
  expect(plain!.value).toBe(total.value);
  expect(revenue!.n_eff!).toBeLessThan(plain!.n_eff! / 5);
  expect(revenue!.hi! - revenue!.lo!).toBeGreaterThan(plain!.hi! - plain!.lo!);
});

test("the agent who is fast and not liked is found, and named in no sentence", () => {
  const agent = row("agent_satisfaction", {agent: fast.handler});
  expect(agent.csat!).toBeLessThan(agent.low_998);
  expect(agent.median_hours!).toBeLessThan(agent.all_median_hours! / 2);
  expect(sentences("satisfaction")).toContain("1 名坐席快而不满意");
  expect(sentences("satisfaction", "en")).toContain("1 agent is fast and not liked");
});

test("the theme nobody wrote of before is found in its month", () => {
  expect(row("open_themes", {theme: "offline"})).toMatchObject({
    ...{customers: offline.customers, now: offline.customers, before: offline.before},
    is_new: true,
  });
  expect(rows("open_themes").filter(({is_new}) => is_new)).toHaveLength(1);
  expect(rows("open_themes").length).toBeLessThanOrEqual(8);
  expect(row("open_words", {compared: "month", word: offline.word})).toMatchObject({a: offline.customers, b: 0});
  expect(sentences("satisfaction")).toContain("本月新说得多的是“设备离线”：18 位客户，此前 0 位");
  expect(sentences("satisfaction", "en")).toContain("New this month: “Devices offline”, 18 customers, 0 before");
  // Numbers in their own words stay masked.
  for (const {quotes} of rows("open_themes")) expect(quotes).not.toMatch(/\d{7}/);
});

test.each(["zh", "en"] as const)("new figures of the page are drawn in %s", (language) => {
  const {figures} = drawn(language);
  for (const id of [
    ...["silent-dissatisfied", "attitude-revenue", "dissatisfied-accounts", "tail-reasons", "open-themes"],
    ...["open-words", "satisfaction-bases", "agent-funnel", "agent-speed"],
  ])
    expect("missing" in figures[id]!, id).toBe(false);
});

describe("how customers are asked and called", () => {
  test("late answers stand apart, and all answers are counted once", () => {
    const lags = rows("survey_lag");
    expect(lags.reduce((sum, {answers}) => sum + (answers ?? 0), 0)).toBe(
      row("satisfaction_bases", {measure: "satisfied", basis: "answers"}).n,
    );
    expect(sentences("satisfaction")).toContain("的回答晚于服务 7 天以上");
  });

  test("every planted call against a customer's wish is counted", () => {
    const {callbacks} = truths.planted["20_preference_violations"];
    expect(row("preference_checks", {kind: "callback", preference: "no_call"})).toMatchObject({
      against: callbacks.length,
    });
  });

  test("what a low rating costs and a high one adds is told of items with enough of both", () => {
    const speed = row("penalty_reward", {item: "speed"});
    expect(speed.penalty_hi!).toBeLessThan(0);
    expect(speed.reward_lo!).toBeGreaterThan(0);
    expect(speed.kind).toBe("basic");
  });
});
