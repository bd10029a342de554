import {expect, test} from "vitest";
import {crossedShares} from "../../../src/marts/satisfaction/crosses.js";

/** Answers of as many customers, so many of them dissatisfied and all others satisfied. */
const cell = (tier: string, channel: string, n: number, dissatisfied: number) => ({
  ...(tier === "all"
    ? {dimension: "all", member: "all", other_dimension: "all", other_member: "all"}
    : {dimension: "tier", member: tier, other_dimension: "channel", other_member: channel}),
  ...{n, customers: n, sum_n_sq: n},
  ...{satisfied: n - dissatisfied, satisfied_sq: n - dissatisfied, satisfied_n: n - dissatisfied},
  ...{dissatisfied, dissatisfied_sq: dissatisfied, dissatisfied_n: dissatisfied},
});

const rows = [
  cell("all", "", 1000, 100),
  ...[cell("gold", "phone", 300, 6), cell("gold", "mail", 6, 5), cell("gold", "chat", 40, 2)],
  ...[cell("silver", "phone", 400, 80), cell("silver", "mail", 60, 3), cell("silver", "chat", 194, 4)],
];
const told = crossedShares(rows, {preset: "default"});
const row = (member: string, other_member: string) =>
  told.find((each) => each.member === member && each.other_member === other_member)!;

test("a cell is compared with all answers outside it, never with a total that holds it", () => {
  expect(row("silver", "phone")).toMatchObject({n: 400, dissatisfied: 0.2, rest: 20 / 600, verdict: "worse"});
  expect(row("gold", "phone")).toMatchObject({dissatisfied: 0.02, rest: 94 / 700, verdict: "better"});
});

test("a cell of six answers is withheld, and so is what it could be worked out from in its row and its column", () => {
  const hidden = told.filter(({flag}) => flag === "suppressed");
  expect(hidden.map(({member, other_member}) => `${member} ${other_member}`).sort()).toEqual([
    ...["gold chat", "gold mail", "silver chat", "silver mail"],
  ]);
  for (const each of hidden) expect(each).toMatchObject({n: null, dissatisfied: null, csat: null, rest: null});
});

test("answers of customers without a tier count as a cell of the column, and are listed nowhere", () => {
  const more = crossedShares([...rows.slice(0, 1), cell("gold", "phone", 300, 15), cell("", "phone", 6, 1)], {
    preset: "default",
  });
  expect(more.map(({member}) => member)).toEqual(["gold"]);
  expect(more[0]!.flag).toBe("suppressed");
});

test("nothing but the whole gives no rows", () => {
  expect(crossedShares(rows.slice(0, 1), {preset: "default"})).toEqual([]);
  expect(crossedShares([], {preset: "default"})).toEqual([]);
});
