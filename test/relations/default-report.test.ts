import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {pages} from "../../src/pages.js";
import {project} from "../build/command.js";
import {sampleReport} from "../sample-report.js";

const {planted, totals} = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8"));
const {drawn, rows, row, sentences} = sampleReport();
const figure = (id: string) => drawn("zh").figures[id] as Figure;
const sum = <Row>(list: readonly Row[], of: (row: Row) => number) => list.reduce((total, each) => total + of(each), 0);

describe("commitments", () => {
  test("kept, missed, open and unpromised are the requests, by kind and by tier", () => {
    const all = row("commitments_by_kind", {dimension: "all"});
    for (const each of rows("commitments_by_kind"))
      expect(each.kept + each.missed + each.still_open + each.unpromised).toBe(each.requests);
    for (const dimension of ["category", "tier"] as const)
      expect(sum(rows("commitments_by_kind", {dimension}), ({requests}) => requests)).toBe(all.requests);
    expect(figure("missed-commitments").table.rows).toHaveLength(all.missed);
    expect(sentences("relations")).toContain(
      `服务请求 ${all.requests} 件：按时办到 ${all.kept} 件，逾期 ${all.missed} 件`,
    );
  });

  test("who is entitled is judged by the 12 months before the request, not before the month's end", () => {
    for (const member of ["star5", "star4", "star3"])
      expect(row("commitments_by_kind", {dimension: "tier", member})).toMatchObject({paid: 0});
    const all = row("commitments_by_kind", {dimension: "all"});
    // Counted from the exports: 47 and 0 when judged by the tier of the report month.
    expect(all).toMatchObject({given_below: 61, charged_entitled: 15});
    expect(all.entitled + all.paid).toBe(all.requests);
  });
});

test("the cost of visits is of those made, not of one dated next year", () => {
  const visits = rows("visits_by_purpose");
  expect([sum(visits, ({made}) => made), sum(visits, ({cost}) => cost ?? 0)]).toEqual([1021, 220_910]);
});

test("contracts due for renewal are the same on both pages", () => {
  const ended = sum(rows("care_renewal_rates", {tier: "all"}), ({ended}) => ended);
  expect(ended).toBe(1843);
  expect(sum(rows("churn_by_segment", {dimension: "all"}), ({due}) => due ?? 0)).toBe(ended);
});

describe("care", () => {
  test("cost by tier, kind and campaign is all of it, and equals the ledger in every month", () => {
    const all = row("care_by_group", {dimension: "all"});
    for (const dimension of ["tier", "kind", "campaign"] as const)
      expect(sum(rows("care_by_group", {dimension}), ({cost}) => cost)).toBeCloseTo(all.cost, 2);
    const months = rows("care_months").filter(({month}) => month >= "2025-11");
    expect(sum(months, ({cost}) => cost ?? 0)).toBeCloseTo(all.cost, 2);
    const ledger = rows("reconciliation").filter(({counted}) => counted === "care_actions.cost");
    expect(ledger.map(({status}) => status)).toEqual(ledger.map(() => "equal"));
    expect(sentences("relations")).toMatch(/费用 [\d,]+ 元，计入销售成本，与总账一致/);
  });
});

describe("customer files", () => {
  test("stale cards are the planted ones, in the sentence and one by one in the list", () => {
    const {stale_cards} = planted["25_cross_checks"];
    const all = row("customer_files", {dimension: "all"});
    expect([stale_cards, all.stale]).toEqual([2077, 2077]);
    expect(sentences("relations")).toContain("2,077 份一年没更新");
    expect(sentences("relations", "en")).toContain("Customer cards: 2,077 of 2,961 untouched for a year");
    expect(rows("customer_files_listed", {is_stale: true})).toHaveLength(stale_cards);
    expect(figure("files-to-review").table.rows).toHaveLength(all.cards - all.in_order);
    for (const dimension of ["owner", "tier", "standing"] as const)
      expect(sum(rows("customer_files", {dimension}), ({stale}) => stale)).toBe(all.stale);
  });

  test("prospects are those of the cards with a grade", () => {
    expect(row("customer_files", {dimension: "standing", member: "prospect"}).cards).toBe(totals.customers.prospects);
  });
});

describe("person or page", () => {
  test("pages, products and ways add up, and no more minutes are freed than were talked", () => {
    const all = row("information_contacts", {dimension: "all"});
    for (const dimension of ["page", "product", "entity"] as const) {
      const parts = rows("information_contacts", {dimension});
      expect(sum(parts, ({contacts}) => contacts)).toBe(all.contacts);
      expect(sum(parts, ({freed_minutes}) => freed_minutes)).toBeCloseTo(all.freed_minutes, 2);
    }
    expect(all.freed_minutes).toBeLessThan(all.minutes);
    expect(row("information_contacts", {dimension: "page", member: "(none)"}).answerable).toBe(0);
  });
});

describe("events", () => {
  test("each event stands beside its plan, with the guests that the care records hold", () => {
    for (const {event_id, ...event} of planted["30_customer_events"]) {
      const {invited, attended, budget, cost, incidents, testimonials} = row("customer_events", {event_id});
      expect({
        campaign: event.campaign,
        invited,
        attended: attended ?? 0,
        budget,
        cost,
        incidents,
        testimonials,
      }).toEqual(event);
    }
    expect(sentences("relations")).toContain("到场 90 户（邀请 148），花了 71,400 元，超预算 19.0%");
    expect(figure("customer-events").notes.join()).toContain("“2026 年末答谢会”定在 2026年12月5日，还没有方案");
  });

  test("guests are set beside others of their own classes", () => {
    for (const effect of rows("event_effects")) {
      expect(effect.came).toBeGreaterThan(30);
      const change = effect.came_after! - effect.came_before! - (effect.others_after! - effect.others_before!);
      expect(effect.difference).toBeCloseTo(change, 4);
    }
  });
});

describe("prospects", () => {
  test("stock and flow are the planted ones and balance in every month and grade", () => {
    const {month, opening, new: fresh, won, lost, closing} = planted["31_prospects"];
    const now = rows("prospect_flows", {month});
    const of = (name: "opening" | "fresh" | "won" | "lost" | "closing") => sum(now, (each) => each[name]);
    expect({
      opening: of("opening"),
      fresh: of("fresh"),
      won: of("won"),
      lost: of("lost"),
      closing: of("closing"),
    }).toEqual({opening, fresh, won, lost, closing});
    for (const each of rows("prospect_flows")) {
      const {climbed_in, fell_in, climbed_out, fell_out} = each;
      const end = each.opening + each.fresh + climbed_in + fell_in - climbed_out - fell_out - each.won - each.lost;
      expect(each.closing).toBe(end);
    }
    expect(Object.fromEntries(now.map(({grade, closing}) => [grade, closing]))).toEqual(
      totals.customers.prospects_by_grade,
    );
    expect(figure("prospects-open").table.rows).toHaveLength(closing);
  });

  test("a fast first answer goes with more wins, as planted", () => {
    const fast = planted["31_prospects"].answered_within_4_hours;
    expect(row("prospect_answers", {speed: "within_4h"})).toMatchObject(fast);
    const slow = rows("prospect_answers").filter(({speed}) => !["within_4h", "all"].includes(speed));
    expect({decided: sum(slow, ({decided}) => decided), won: sum(slow, ({won}) => won ?? Number.NaN)}).toEqual(
      planted["31_prospects"].answered_later_or_never,
    );
    expect(sentences("relations")).toContain("询价 4 小时内答复的 92 户成交 55.4%，其余 20.4%");
  });
});

test("no figure of the page is missing where all records are there", () => {
  const page = pages.find(({id}) => id === "relations")!;
  for (const language of ["zh", "en"] as const)
    expect(page.figures.filter((id) => "missing" in drawn(language).figures[id]!)).toEqual([]);
});
