import {describe, expect, test} from "vitest";
import {pages} from "../../src/pages.js";
import truths from "../company/truths.json" with {type: "json"};
import {sampleReport} from "../sample-report.js";

const {"21_overdue_and_next": next, "18_concentration": spread} = truths.planted;
const {rows, row, sentences, drawn} = sampleReport();

describe("tiers by one rule", () => {
  test("recomputed is what the customer file holds, for every customer", () => {
    const checks = rows("tier_checks");
    expect(checks.every(({stored, recomputed}) => stored === recomputed)).toBe(true);
    expect(Object.fromEntries(checks.map(({stored, customers}) => [stored, customers]))).toEqual(
      truths.totals.customers.by_tier,
    );
    expect(sentences("value")).toContain("2,804 户等级按规则重算，与档案 100% 一致");
    expect(sentences("value", "en")).toContain("2,804 tiers recomputed by the rule: 100% as stored");
  });

  test("rows add up to the opening, columns to the closing, in month and year, raw and damped", () => {
    const tests = rows("tier_tests");
    expect(tests.map(({span, basis}) => `${span} ${basis}`).sort()).toEqual([
      ...["month damped", "month raw", "year damped", "year raw"],
    ]);
    for (const {span, basis, opening, closing, joined, left} of tests) {
      const moves = rows("tier_moves", {span, basis});
      const sum = (of: readonly {readonly customers: number}[]) =>
        of.reduce((total, {customers}) => total + customers, 0);
      expect(sum(moves.filter(({from_tier}) => from_tier !== "(new)"))).toBe(opening);
      expect(sum(moves.filter(({to_tier}) => to_tier !== "(lost)"))).toBe(closing);
      expect(opening + joined - left).toBe(closing);
    }
    const {closing} = row("tier_tests", {span: "month", basis: "raw"});
    expect(closing).toBe(truths.totals.active_customers["2026-10"].at_end);
    const now = rows("tiers_by_month", {month: "2026-10"});
    for (const basis of ["raw", "damped"] as const)
      expect(now.reduce((total, tier) => total + tier[basis], 0)).toBe(closing);
  });

  test("damping holds customers up, and never lets one fall below the rule", () => {
    const now = rows("tiers_by_month", {month: "2026-10"});
    const atLeast = (basis: "raw" | "damped", tiers: readonly string[]) =>
      now.filter(({tier}) => tiers.includes(tier)).reduce((total, tier) => total + tier[basis], 0);
    const best = ["star5", "star4", "star3", "star2"];
    for (const [at] of best.entries())
      expect(atLeast("damped", best.slice(0, at + 1))).toBeGreaterThanOrEqual(atLeast("raw", best.slice(0, at + 1)));
    expect(now.reduce((total, {held}) => total + held, 0)).toBeGreaterThan(0);
  });

  test("twenty customers counted by hand from the order lines", () => {
    const listed = rows("tier_candidates").slice(0, 20);
    for (const {customer_id, measured, missing} of listed) {
      const planted = next.just_under_next_tier.find((one) => one.customer_id === customer_id);
      expect({customer_id, measured, missing}).toEqual({
        customer_id,
        measured: planted?.revenue,
        missing: planted?.missing,
      });
    }
    expect(listed).toHaveLength(20);
  });
});

describe("the vital few", () => {
  test("the first five in a hundred bring 44.4 %, and one customer 5.6 %", () => {
    const {customers, value} = row("revenue_shares", {top: 0.05});
    expect(customers).toBe(spread.top_5_percent.customers);
    expect(value).toBeCloseTo(spread.top_5_percent.share, 3);
    const [all] = rows("revenue_concentration");
    expect(Number(all!.largest_share.toFixed(4))).toBe(spread.share);
    expect(all!.revenue).toBe(spread.all_revenue_12_months);
    expect(sentences("value")).toContain("前 5% 的客户（128 户）带来 44.4% 的收入");
    expect(sentences("value", "en")).toContain("The first 5% of customers (128) bring 44.4% of revenue");
  });

  test("forty customers lack under 5 % of the next tier, in the rule's own units", () => {
    expect(
      rows("tier_candidates").map(({customer_id, next_tier, measured: revenue, missing}) => ({
        ...{customer_id, revenue},
        next: next_tier,
        missing,
      })),
    ).toEqual([...next.just_under_next_tier].sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1)));
    expect(sentences("value")).toContain("40 户离上一级只差不到 5%");
  });

  test("the score of every listed customer is the sum of its parts", () => {
    const values = rows("valued_customers");
    const customers = new Set(values.map(({customer_id}) => customer_id));
    expect(customers.size).toBe(100);
    for (const customer_id of customers) {
      const parts = rows("valued_customers", {customer_id});
      const weight = parts.reduce((total, part) => total + part.weight, 0);
      const score = parts.reduce((total, part) => total + (part.weight * part.points) / part.steps, 0) / weight;
      expect(100 * score).toBeCloseTo(parts[0]!.score, 3);
    }
  });
});

describe("service due and done", () => {
  test("the large customer nobody visits is first on the list of overdue visits", () => {
    const {customer_id, last_visit, tier} = next.overdue_for_visits;
    const overdue = row("visits_overdue", {customer_id});
    expect(overdue).toMatchObject({tier, last_visit_date: last_visit, visits_due: 4});
    expect(overdue.days_overdue).toBe(332);
    expect(sentences("value")).toContain(`最久的五星客户 ${customer_id} 逾期 332 天（上次 2025年9月3日）`);
    expect(sentences("value", "en")).toContain(`${customer_id}, 332 days (last on 3 Sep 2025)`);
  });

  test("cost of service is shared out whole: what one tier gets too much, others get too little", () => {
    const tiers = rows("tier_service");
    const sum = (of: (tier: (typeof tiers)[number]) => number | null) =>
      tiers.reduce((total, tier) => total + (of(tier) ?? 0), 0);
    expect(sum(({over_cost}) => over_cost)).toBeCloseTo(0, 3);
    expect(sum(({fair_cost}) => fair_cost)).toBeCloseTo(
      sum(({cost}) => cost),
      3,
    );
    expect(sum(({revenue}) => revenue)).toBe(spread.all_revenue_12_months);
  });

  test("an exception changes the service due, not the tier by the rule", () => {
    expect(row("tier_overrides", {customer_id: "K00604"})).toMatchObject({
      rule_tier: "star4",
      tier: "star5",
      is_in_force: true,
    });
    expect(row("tier_overrides", {customer_id: "K00257"}).is_in_force).toBe(false);
    expect(row("tier_candidates", {customer_id: "K00604"}).tier).toBe("star4");
  });
});

test("a tag is one line, and tells nothing of fewer than ten customers", () => {
  const vital = row("tag_profiles", {tag: "vital"});
  expect(vital.customers).toBe(truths.totals.customers.by_tier.star5);
  for (const tag of rows("tag_profiles")) expect(tag.customers === null || tag.customers >= 10).toBe(true);
});

test.each(["zh", "en"] as const)("every figure of the page is drawn in %s", (language) => {
  const {figures} = drawn(language);
  const ids = pages.find(({id}) => id === "value")!.figures;
  // No edition of the sample was published before.
  expect(ids.filter((id) => "missing" in figures[id]!)).toEqual(["tier-since-edition"]);
  expect(ids).toHaveLength(17);
});
