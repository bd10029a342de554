import {expect, test} from "vitest";
import {destinationsByTier} from "../../../src/marts/churn/destinations.js";
import {reasonShares} from "../../../src/marts/churn/reasons.js";
import {churnAgainstRest} from "../../../src/marts/churn/segments.js";

const options = {preset: "default"} as const;

test("the one customer of a tier gone to a rival does not follow from the totals of tier and rival", () => {
  const table: Record<string, Record<string, number>> = {
    five: {RA: 1, unknown: 7},
    four: {RA: 7, unknown: 9, RB: 6},
    three: {RA: 15, unknown: 20, RB: 8},
  };
  const rows = Object.entries(table).flatMap(([tier, cells]) =>
    Object.entries(cells).map(([brand, customers]) => ({
      period: "window",
      tier,
      brand,
      customers,
      rated: 0,
      advantage: 0,
    })),
  );
  const shown = destinationsByTier(rows);
  const total = (list: readonly {readonly customers: number}[]) =>
    list.reduce((sum, {customers}) => sum + customers, 0);
  expect(total(shown)).toBe(total(rows));
  for (const brand of ["RA", "unknown"]) {
    const rest = total(rows.filter((row) => row.brand === brand)) - total(shown.filter((row) => row.brand === brand));
    expect(rest).toBeGreaterThanOrEqual(5);
  }
  for (const {customers} of shown) expect(Number(customers)).toBeGreaterThanOrEqual(5);
});

test("a kind of customer too small to be told of does not follow from the others", () => {
  const member = (name: string, customers: number, lost: number) => ({
    dimension: name === "all" ? "all" : "region",
    member: name,
    clock: "days" as const,
    customers,
    lost,
    exposure: customers * 300,
    due: 0,
  });
  const made = churnAgainstRest(
    [member("all", 148, 15), member("A", 100, 8), member("B", 40, 4), member("C", 8, 3)],
    options,
  );
  const lost = Object.fromEntries(made.map((row) => [row.member, row.lost]));
  expect(lost).toEqual({all: 15, A: 8, B: null, C: null});
  expect(made.find((row) => row.member === "B")).toMatchObject({value: null, share: null, flag: "suppressed"});
});

test("of fewer than ten interviewed no reason is counted either", () => {
  const [row] = reasonShares(
    [
      {
        period: "window",
        kind: "reason",
        code: "price",
        named_by: 3,
        only_reason: 1,
        parts: 2520,
        interviews: 8,
        lost: 20,
      },
    ],
    options,
  );
  expect(row).toMatchObject({named_by: null, alone: null, value: null, flag: "suppressed"});
});
