import {expect, test} from "vitest";
import {narrowCounts} from "../../src/stats/privacy/narrow-counts.js";

test("a lone hidden count follows from its total", () => {
  const found = narrowCounts(["a"], {known: new Map([["b", 7]]), sums: [{parts: ["a", "b"], total: 12}]});
  expect(found.get("a")).toEqual({low: 5, high: 5});
});

test("two hidden counts of one total hide each other, unless there is nothing to share", () => {
  const sums = [{parts: ["a", "b", "c"], total: 12}];
  expect(narrowCounts(["a", "b"], {known: new Map([["c", 5]]), sums}).get("a")).toEqual({low: 0, high: 7});
  expect(narrowCounts(["a", "b"], {known: new Map([["c", 12]]), sums}).get("b")).toEqual({low: 0, high: 0});
});

test("what follows from one sum is used in the next, through totals that are hidden themselves", () => {
  const found = narrowCounts(["a", "b", "x"], {
    known: new Map([["c", 3]]),
    sums: [
      {parts: ["a", "b"], total: "x"},
      {parts: ["x", "c"], total: 10},
      {parts: ["a"], total: 2},
    ],
  });
  expect([...found.values()].map(({low, high}) => [low, high])).toEqual([
    [2, 2],
    [5, 5],
    [7, 7],
  ]);
});

test("limits known beforehand narrow: at least 10 in a total of 10 leaves nothing for the other", () => {
  const found = narrowCounts(["a", "b"], {
    known: new Map(),
    sums: [{parts: ["a", "b"], total: 10}],
    within: new Map([
      ["a", {low: 0, high: 9}],
      ["b", {low: 10, high: 99}],
    ]),
  });
  expect([found.get("a"), found.get("b")]).toEqual([
    {low: 0, high: 0},
    {low: 10, high: 10},
  ]);
});

test("sums that contradict each other end", () => {
  const sums = [
    {parts: ["a"], total: 3},
    {parts: ["a"], total: 4},
  ];
  expect(narrowCounts(["a"], {known: new Map(), sums}).get("a")).toEqual({low: 3, high: 3});
});
