import {expect, test} from "vitest";
import {cohortShares, orderTables, repeatBuyers} from "../../../src/marts/orders/list.js";

const preset = "default" as const;
const bought = (purchases: number, customers: number) => ({
  purchases,
  customers,
  amount: 10 * customers,
});

test("who bought more than once is everybody but those who bought once", () => {
  expect(repeatBuyers([bought(1, 40), bought(2, 35), bought(3, 25)], {preset})).toMatchObject([
    {buyers: 100, again: 60, value: 0.6},
  ]);
  expect(repeatBuyers([], {preset})).toEqual([]);
});

test("a single part of too few customers takes the next smallest with it", () => {
  const rows = orderTables.buyers_by_purchases.derive!([bought(1, 40), bought(2, 35), bought(3, 3)], {
    preset,
    rows: () => [],
  });
  expect(rows.map(({customers}) => customers)).toEqual([40, null, null]);
});

test("cohorts together are the sum of those that have reached the age, and a young one has no cell", () => {
  const rows = cohortShares(
    [
      {cohort: "2025-Q1", age_months: 3, size: 100, bought: 50},
      {cohort: "2025-Q1", age_months: 6, size: 100, bought: 20},
      {cohort: "2025-Q2", age_months: 3, size: 300, bought: 90},
    ],
    {preset},
  );
  const all = rows.filter(({cohort}) => cohort === "all");
  expect(all.map(({age_months, n, value}) => [age_months, n, value])).toEqual([
    [3, 400, 0.35],
    [6, 100, 0.2],
  ]);
  expect(rows.some(({cohort, age_months}) => cohort === "2025-Q2" && age_months === 6)).toBe(false);
});
