import {expect, test} from "vitest";
import {ratioOfRatios} from "../../src/stats/comparisons/ratio-of-ratios.js";

test("is the odds ratio of Agresti (Introduction to Categorical Data Analysis, 2007, 2.3.3): 1.83 (1.44 to 2.33)", () => {
  const {estimate, low, high} = ratioOfRatios({before: 10845, after: 189}, {before: 10933, after: 104});
  expect([estimate, low, high].map((value) => value.toFixed(2))).toEqual(["1.83", "1.44", "2.33"]);
});

test("what fell to nothing is a large fall with limits, not an unknown", () => {
  const {estimate, low, high, p} = ratioOfRatios({before: 40, after: 0}, {before: 400, after: 420});
  expect(estimate).toBeLessThan(0.05);
  expect(low).toBeGreaterThan(0);
  expect(high).toBeLessThan(0.5);
  expect(p).toBeLessThan(0.01);
});

test("turned round it is its inverse, and what was never counted has no ratio", () => {
  const [one, other] = [
    ratioOfRatios({before: 31, after: 102}, {before: 300, after: 280}),
    ratioOfRatios({before: 102, after: 31}, {before: 280, after: 300}),
  ];
  expect(one.estimate * other.estimate).toBeCloseTo(1, 12);
  expect(one.low * other.high).toBeCloseTo(1, 12);
  expect(one.p).toBeCloseTo(other.p, 12);
  expect(ratioOfRatios({before: 0, after: 0}, {before: 3, after: 4}).estimate).toBeNaN();
});
