import {expect, test} from "vitest";
import {tableHtml} from "../../loaders/site/html/table.js";
import {fileOfAccount} from "../../src/facts/value/accounts.js";
import {isMissing} from "../../src/figures/figure.js";
import {accountPages} from "../../src/figures/value/account-pages.js";
import {keyAccounts} from "../../src/figures/value/accounts.js";
import {cells, viewOf} from "../view.js";

const accounts = (...ids: string[]) =>
  cells(
    "customer_id place of_customers tier events orders last_order_date complaints complaints_open last_complaint_date last_complaint_about",
    ...ids.map((id, at) => [id, at + 1, ids.length, "star5", 3, 1, "2026-04-30", 1, 1, "2026-10-03", "late"]),
  );
const events = cells(
  "customer_id place event_date kind record_id about state score is_bad",
  ["K1", 1, "2026-10-03", "complaint", "T1", "late", "open", null, true],
  ["K1", 2, "2026-05-01", "csat", "R1", "", "", 4, true],
  ["K1", 3, "2026-04-30", "order", "D1", "plan", "", null, false],
  ["K2", 1, "2026-01-09", "order", "D2", "plan", "", null, false],
);
const view = (...entities: string[]) => ({entities: new Set(entities)});

test("each key account has a page of its own events, before, in and after the sale", () => {
  const pages = [
    ...accountPages(viewOf("en", {key_accounts: accounts("K1", "K2"), account_events: events, view: view("tickets")})),
  ];
  expect(pages.map(({file, table}) => [file, table.rows.length])).toEqual([
    ["account-K1", 3],
    ["account-K2", 1],
  ]);
  expect(pages[0]!.lanes.map(({name, events: marks}) => [name, marks.filter(({isBad}) => isBad).length])).toEqual([
    ["Before", 0],
    ["Sale", 0],
    ["After", 1],
    ["Said", 1],
  ]);
});

const said = (entities: readonly string[], rows: Parameters<typeof viewOf>[1]) =>
  [...accountPages(viewOf("en", {...rows, view: view(...entities)}))][0]!.said;

test("what the report has no records of is not spoken of: no complaint, no order, no score", () => {
  const key_accounts = accounts("K1");
  expect(said(["tickets"], {key_accounts, account_events: events})).toEqual([
    "1 complaint on record, the last on 3 Oct 2026 (late); 1 still open.",
  ]);
  expect(said(["orders"], {key_accounts, account_events: events})).toEqual([
    "1 order on record, the last on 30 Apr 2026.",
  ]);
  const list = keyAccounts(viewOf("en", {key_accounts, view: view("orders")}));
  expect(isMissing(list) || [list.title, list.table.rows[0]!.slice(3, 5)]).toEqual([
    "1 customer of tier “star5”; a page for each",
    [1, null],
  ]);
});

test("records that reach back three months speak of three months; whether a complaint is done may be unknown", () => {
  const key_accounts = cells(
    "customer_id place of_customers events orders complaints complaints_unclear last_complaint_date",
    ["K1", 1, 1, 3, 0, 2, 2, "2026-10-03"],
  );
  const source_months = ["2026-08", "2026-09", "2026-10"].map((month) => ({
    ...{source: "desk", entity: "tickets", month, rows: 5},
  }));
  expect(said(["tickets", "surveys"], {key_accounts, source_months})).toEqual([
    "2 complaints in the 3 months on record, the last on 3 Oct 2026; whether 2 are done is unknown.",
    "No satisfaction survey answered on record.",
    "The last 0 of 3 events are listed below.",
  ]);
});

test("of more customers than have a page the list says both numbers", () => {
  const key_accounts = accounts("K1").map((row: object) => ({...row, of_customers: 2345}));
  const list = keyAccounts(viewOf("en", {key_accounts}));
  expect(isMissing(list) || list.title).toBe("A page for the first 1 of 2,345 customers of tier “star5”");
});

test("an id that is no name of a file, or the same but for capitals, is numbered", () => {
  expect(fileOfAccount(viewOf("zh", {key_accounts: accounts("K1", "k1", "客户/3", "K4")}))).toEqual({
    K1: "account.1",
    k1: "account.2",
    "客户/3": "account.3",
    K4: "account-K4",
  });
});

test("a customer in a list leads to its page, others do not", () => {
  const table = {columns: [{id: "customer_id", label: "Customer", unit: "text" as const}], rows: [["K1"], ["K9"]]};
  const html = tableHtml(table, {language: "en", caption: "t", accounts: {K1: "account-K1"}});
  expect(html).toContain('<a href="account-K1.html">K1</a>');
  expect(html).not.toContain("K9.html");
});

test("without leave in report.yaml there is no list and no page", () => {
  const view = viewOf("en", {});
  expect(isMissing(keyAccounts(view))).toBe(true);
  expect([...accountPages(view)]).toEqual([]);
});
