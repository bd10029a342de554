import {expect, test} from "vitest";
import {gapChange} from "../../src/stats/comparisons/gap-change.js";
import {leastSquares} from "../../src/stats/drivers/least-squares.js";
import {trendChange} from "../../src/stats/series/trend-change.js";

test("of two samples it is their difference", () => {
  const [first, last] = [
    {estimate: 0.7, se: 0.12},
    {estimate: 0.44, se: 0.1},
  ];
  const {estimate, se, low, high} = gapChange(first, last);
  const got = trendChange([first, last]);
  for (const [name, want] of Object.entries({estimate, se, low, high}))
    expect(got[name as "se"], name).toBeCloseTo(want, 12);
});

test("of several it is the fitted line from end to end", () => {
  const gaps = [0.32, -0.27, -0.02, -0.11];
  const slope = leastSquares(gaps.map((y, i) => ({x: [i], y}))).coefficients[1]!;
  const got = trendChange(gaps.map((estimate) => ({estimate, se: 0.1})));
  expect(got.estimate).toBeCloseTo(3 * slope, 12);
  // Weights -.9, -.3, .3, .9: variance .01 x 1.8.
  expect(got.se).toBeCloseTo(Math.sqrt(0.018), 12);
});

test("one odd wave at the end is not taken for a trend", () => {
  const flat = [0.3, 0.3, 0.3, 0.05].map((estimate) => ({estimate, se: 0.08}));
  expect(gapChange(flat[0]!, flat.at(-1)!).high).toBeLessThan(0);
  expect(trendChange(flat).high).toBeGreaterThan(-0.05);
});
