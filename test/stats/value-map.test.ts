import {expect, test} from "vitest";
import {valueMap} from "../../src/stats/drivers/value-map.js";

const brands = [
  {quality: 4, price: 100},
  {quality: 4.4, price: 130},
  {quality: 3.6, price: 80},
  {quality: 4.2, price: 110},
  {quality: 3.8, price: 90},
];

test("each brand stands relative to the mean of the others, worked by hand", () => {
  // Others of the first: (4.4 + 3.6 + 4.2 + 3.8) / 4 = 4 and (130 + 80 + 110 + 90) / 4 = 102.5.
  const [first] = valueMap(brands);
  expect(first!.quality).toBeCloseTo(1, 12);
  expect(first!.price).toBeCloseTo(100 / 102.5, 12);
});

test("the fair-value line is the least-squares line, and needs five brands", () => {
  const places = valueMap(brands);
  const residuals = places.map(({price, fair}) => price - fair);
  expect(residuals.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  expect(residuals.reduce((sum, value, i) => sum + value * places[i]!.quality, 0)).toBeCloseTo(0, 12);
  expect(valueMap(brands.slice(0, 4)).map(({fair}) => fair)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

test("scaling all prices, or all scores, moves nobody", () => {
  const scaled = valueMap(brands.map(({quality, price}) => ({quality: quality * 2, price: price * 7})));
  for (const [i, place] of valueMap(brands).entries())
    for (const key of ["quality", "price", "fair"] as const) expect(scaled[i]![key]).toBeCloseTo(place[key], 12);
});
