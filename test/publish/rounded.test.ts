import {expect, test} from "vitest";
import {rounded} from "../../loaders/publish/rounded.js";

test("a whole number leaves as it is, however large", () => {
  // seconds of ten million tickets: times a million and back some of them are others
  const large = Array.from({length: 10_000}, (_, at) => 1_300_000_000_000 + at * 977);
  expect(large.some((value) => Math.round(value * 1e6) / 1e6 !== value)).toBe(true);
  expect(large.map(rounded)).toEqual(large);
  expect([0, -3, 2 ** 52].map(rounded)).toEqual([0, -3, 2 ** 52]);
});

test("six decimals are kept, of more than nine billion as many as fifteen digits give", () => {
  expect([0.1234564, 0.1234566, -2.00000049, 1 / 3].map(rounded)).toEqual([0.123456, 0.123457, -2, 0.333333]);
  expect([12_345_678_901.23, 12_345_678_901.12346].map(rounded)).toEqual([12_345_678_901.23, 12_345_678_901.1235]);
});

test("what is no number is no value", () => {
  expect([1 / 0, Number.NaN].map(rounded)).toEqual([null, null]);
});
