import {expect, test} from "vitest";
import {sampleReport} from "../sample-report.js";

// Numbers of the sample report that somebody counted from the exports by the words of the pages, without its SQL.
const {rows, row, sentences, drawn} = sampleReport();
const total = <Each>(all: readonly Each[], of: (each: Each) => number | null): number =>
  all.reduce((sum, each) => sum + (of(each) ?? 0), 0);

test("what customers pay a month is of contracts in force at the end, of no card without one", () => {
  expect(row("value_by_segment", {dimension: "all"})).toMatchObject({paying: 2345, monthly_amount: 899_413});
});

test("contacts are calls, chats, visits and follow-ups, and every ticket that came another way", () => {
  const load = [...rows("contact_load")].sort((a, b) => a.contacts - b.contacts);
  expect(load.map(({customers}) => customers)).toEqual([1608, 591, 151, 29]);
  expect(total(load, ({touches}) => touches)).toBe(988);
  const contacts = (tier: string) => row("tier_service", {tier}).contacts;
  expect(["star5", "star4", "star3", "star2"].map(contacts)).toEqual([689, 1815, 1622, 3996]);
  expect(row("tag_profiles", {tag: "quiet"})).toMatchObject({customers: 116});
});

test("complaints are divided by customers on an average day: one base on every page, without cards kept twice", () => {
  const month = row("complaints_by_month", {month: "2026-10"});
  expect([month.complaints, month.customers, Math.round(month.customer_months ?? 0)]).toEqual([108, 2379, 2357]);
  expect(month.value).toBeCloseTo(458.2, 1);
  expect((10_000 * 108) / 2357).toBeCloseTo(458.2, 1);
  expect(sentences("complaints", "en")).toContain(
    "against 2,357 customers active on an average day (2,379 at some time of the month), that is 458.2 per 10,000",
  );
  expect(row("complaints_by_segment", {period: "2026-10", dimension: "all"}).value).toBe(month.value);
  expect(total(rows("contact_load"), ({customers}) => customers)).toBe(month.customers);
  // Of twelve months: the complaints of all, over the customer-months of all.
  const year = rows("complaints_by_month").filter((each) => each.month >= "2025-11");
  const months = total(year, ({customer_months}) => customer_months);
  const window = row("complaints_by_segment", {period: "window", dimension: "all"});
  expect(window.customer_months).toBeCloseTo(months, 3);
  expect(window.value).toBeCloseTo((10_000 * 1110) / months, 3);
});

test("days between service and answer have 24 hours, whatever the clock strikes between", () => {
  const answers = (lag: string) => rows("survey_lag").find((each) => each.lag === lag)?.answers;
  expect(["day", "three_days", "week", "later"].map(answers)).toEqual([974, 602, 48, 170]);
});

test("people who rated us or a rival are counted once, however many questionnaires", () => {
  expect(drawn("en").figures["competitor-gaps"]).toMatchObject({n: 316});
});

test("an item of our survey is not mixed with the brand study that asks the same", () => {
  const price = row("item_scores", {item: "price", question: "rating", dimension: "all"});
  const install = row("item_scores", {item: "install", question: "rating", dimension: "all"});
  expect([price.n, install.n]).toEqual([1794, 746]);
  expect(price.value).toBeCloseTo(3.67, 2);
  expect(install.value).toBeCloseTo(4.15, 2);
});

test("open tickets are as many by month as by age: merged and spam ones are none", () => {
  expect(row("ticket_backlog", {month: "2026-10"}).backlog).toBe(14);
  expect(total(rows("backlog_ages"), ({tickets}) => tickets)).toBe(14);
});

test("one agent's median time is the same on both pages", () => {
  const times = row("handler_times", {handler: "KF02"});
  expect([times.tickets, (times.median_seconds ?? 0) / 3600]).toEqual([111, expect.closeTo(11.05, 2)]);
  expect(row("agent_satisfaction", {agent: "KF02"})).toMatchObject({
    tickets: 111,
    median_hours: expect.closeTo(11.05, 2),
  });
});

test("customers at the start of a month are as many for the rate as for revenue", () => {
  const opening = row("churn_by_month", {month: "2026-09"}).opening_customers;
  expect(opening).toBe(2343);
  expect(row("revenue_retention_by_month", {month: "2026-09"}).customers).toBe(opening);
});

test("what customers confirm has one base: callbacks that reached them", () => {
  const of = (team: string) => rows("claimed_confirmed").find((each) => each.team === team)?.reached;
  const confirmed = (dimension: string, member: string) =>
    row("metric_by_segment", {metric: "confirmed_solved", period: "window", dimension, member});
  expect([confirmed("all", "all").n, of("all")]).toEqual([635, 635]);
  expect([confirmed("team", "在线组").n, of("在线组")]).toEqual([242, 242]);
});
