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

test("no cell of the grid follows from the others of its frequency", () => {
  const grid = [1, 2, 3].flatMap((recency) =>
    [1, 2, 3].map((frequency) => ({
      recency,
      frequency,
      customers: recency === 1 && frequency === 1 ? 3 : 40 + 3 * recency + frequency,
      amount: 100,
    })),
  );
  const rows = orderTables.recency_frequency.derive!(grid, {preset, rows: () => []});
  const hidden = rows.filter(({customers}) => customers === null);
  expect(hidden.map(({recency, frequency}) => `${recency}${frequency}`)).toContain("11");
  for (const level of [1, 2, 3]) expect(hidden.filter(({frequency}) => frequency === level).length).not.toBe(1);
  expect(hidden.every(({amount}) => amount === null)).toBe(true);
});

test("a single cohort of too few takes the next smallest of its age with it", () => {
  const cohort = (name: string, size: number) => ({cohort: name, age_months: 3, size, bought: Math.floor(size / 2)});
  const rows = cohortShares([cohort("2025-Q1", 6), cohort("2025-Q2", 40), cohort("2025-Q3", 90)], {preset});
  expect(rows.map(({cohort: name, n}) => [name, n])).toEqual([
    ["2025-Q1", null],
    ["2025-Q2", null],
    ["2025-Q3", 90],
    ["all", 136],
  ]);
});

test("counts of customers are no shares: the stricter preset shows those of ten and more", () => {
  const rows = orderTables.buyers_by_purchases.derive!([bought(1, 40), bought(2, 35)], {
    preset: "nchs",
    rows: () => [],
  });
  expect(rows.map(({customers}) => customers)).toEqual([40, 35]);
});
