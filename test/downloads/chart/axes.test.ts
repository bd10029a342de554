import {expect, it} from "vitest";
import {axisFormat} from "../../../loaders/downloads/chart/axes.js";

it("sets large numbers of an axis in one unit, with their sign on both sides of 0", () => {
  const ends = (min: number, max: number) => ({min, max, step: (max - min) / 4});
  expect(axisFormat("money", ends(-100_000, 100_000), {language: "zh"})).toBe('0\\.0,"万";-0\\.0,"万";0');
  expect(axisFormat("count", ends(0, 300_000_000), {language: "zh"})).toBe('0\\.00,,"亿";-0\\.00,,"亿";0');
  expect(axisFormat("money", ends(-2_000_000, 0), {language: "en"})).toBe('0.0,,"M";-0.0,,"M";0');
  expect(axisFormat("count", ends(0, 8000), {language: "zh"})).toBe("#,##0");
});
