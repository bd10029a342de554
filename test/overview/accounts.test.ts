import {expect, test} from "vitest";
import {tableHtml} from "../../loaders/site/html/table.js";
import {fileOfAccount} from "../../src/facts/value/accounts.js";
import {isMissing} from "../../src/figures/figure.js";
import {accountPages, keyAccounts} from "../../src/figures/value/accounts.js";
import {cells, viewOf} from "../view.js";

const accounts = (...ids: string[]) =>
  cells("customer_id place tier orders complaints", ...ids.map((id, at) => [id, at + 1, "star5", 1, 1]));
const events = cells(
  "customer_id place event_date kind record_id about state score",
  ["K1", 1, "2026-10-03", "complaint", "T1", "late", "open", null],
  ["K1", 2, "2026-05-01", "csat", "R1", "", "", 2],
  ["K1", 3, "2026-04-30", "order", "D1", "plan", "", null],
  ["K2", 1, "2026-01-09", "order", "D2", "plan", "", null],
);

test("each key account has a page of its own events, before, in and after the sale", () => {
  const view = viewOf("en", {key_accounts: accounts("K1", "K2"), account_events: events});
  const pages = [...accountPages(view)];
  expect(pages.map(({file, table}) => [file, table.rows.length])).toEqual([
    ["account-K1", 3],
    ["account-K2", 1],
  ]);
  expect(pages[0]!.said[1]).toBe("1 complaint, the last on 3 Oct 2026 (late); 1 still open.");
  expect(pages[0]!.lanes.map(({name, events: marks}) => [name, marks.filter(({isBad}) => isBad).length])).toEqual([
    ["Before", 0],
    ["Sale", 0],
    ["After", 1],
    ["Said", 1],
  ]);
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
