import {beforeAll, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {reportView} from "../../loaders/publish/view.js";
import {accountPages} from "../../src/figures/value/account-pages.js";
import {tinyReport} from "../build/tiny-report.js";
import {readFolder, rowOf, rowsOf} from "../real/real-report.js";

/**
 * K1 buys for 5,000 yuan: 500 lines, two to an order, in April. It complained twice in February: T900's status is no known
 * one, T901 is in work. It chatted twice, once with nobody, and gave 3 of 10.
 */
const lines = Array.from(
  {length: 500},
  (_, at) => `L${at},D${Math.floor(at / 2)},K1,2026-04-${10 + (at % 10)} 10:00,10`,
);
const mapping = [
  "label: {zh: 台账, en: Desk}",
  "tables:",
  "  - {entity: customers, files: customers.csv, columns: {customer_id: id, joined_date: joined}}",
  "  - {entity: orders, files: orders.csv, columns: {order_line_id: line, order_id: no, customer_id: who, ordered_at: at, amount: yuan}}",
  "  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id, customer_id: who, ticket_type: type, status: state, created_at: at}}",
  "  - {entity: sessions, files: chats.csv, columns: {session_id: id, customer_id: who, entered_at: at, first_replied_at: replied}}",
  "  - entity: surveys",
  "    files: ratings.csv",
  "    columns: {response_id: id, customer_id: who, answered_at: at, score: mark}",
  "    defaults: {question: csat, item: overall, scale_min: 1, scale_max: 10}",
  "",
].join("\n");
const files = {
  "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\naccounts: true\nreject_limit: 1\n",
  "mappings/desk.yaml": mapping,
  "rules/tiers.yaml": "version: a\nlevels:\n  - {code: gold, min_revenue: 1000}\n  - {code: rest, min_revenue: 0}\n",
  "exports/customers.csv": "id,joined\nK1,2025-06-01\nK2,2025-06-01\n",
  "exports/orders.csv": `line,no,who,at,yuan\n${lines.join("\n")}\n`,
  "exports/tickets.csv":
    "id,who,type,state,at\nT900,K1,complaint,parked,2026-02-03 09:00\nT901,K1,complaint,in_progress,2026-02-02 09:00\n",
  "exports/chats.csv": "id,who,at,replied\nS1,K1,2026-04-28 09:00,2026-04-28 09:01\nS2,K1,2026-04-29 09:00,\n",
  "exports/ratings.csv": "id,who,at,mark\nR1,K1,2026-04-30 09:00,3\n",
};
let report: ReadReport;
beforeAll(async () => {
  report = await readFolder(tinyReport(files));
});

test("counts of a key account are of all its events, of which the latest two hundred are listed", () => {
  expect(rowOf(report, "key_accounts", {})).toMatchObject({
    ...{customer_id: "K1", events: 255, orders: 250, complaints: 2, complaints_open: 1, complaints_unclear: 1},
    ...{last_complaint_date: "2026-02-03", last_score: 3},
  });
  expect(rowsOf(report, "account_events")).toHaveLength(200);
});

test("chat sessions are events; nobody replying, and a low score of ten, should not be overlooked", () => {
  const of = (kind: string) => rowsOf(report, "account_events", {kind}).map(({state, is_bad}) => [state, is_bad]);
  expect(of("session")).toEqual([
    ["unanswered", true],
    ["answered", false],
  ]);
  // 3 of 10 is above the lowest two: not dissatisfied, as in every other figure.
  expect(of("csat")).toEqual([["", false]]);
});

test("the page says what of two complaints is open and what is not known, for the months on record", () => {
  const [page] = [...accountPages(reportView("zh", report))];
  expect(page!.said).toContain("有记录的 1 个月里投诉 2 件，最近 2026年2月3日，1 件未结，1 件不知是否办结。");
});
