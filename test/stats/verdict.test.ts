import {expect, test} from "vitest";
import {type Change, verdict, verdictText} from "../../src/stats/comparisons/verdict.js";

const change = (difference: number, half: number): Change => ({
  difference,
  low: difference - half,
  high: difference + half,
  low_90: difference - 0.84 * half,
  high_90: difference + 0.84 * half,
  delta: 3,
});

test.each([
  [6, 4, "clear"],
  [-6, 4, "clear"],
  [2, 1, "small"],
  [0.5, 2, "none"],
  [2, 5, "unknown"],
])("a difference of %d +- %d points, where 3 matter, is %s", (difference, half, kind) => {
  expect(verdict(change(difference, half))).toBe(kind);
});

test("a difference that does not survive Benjamini-Hochberg is not called a change", () => {
  expect(verdict({...change(6, 4), p_adjusted: 0.2})).toBe("unknown");
});

test("no verdict says that there is no difference", () => {
  for (const kind of ["clear", "small", "none", "unknown"] as const) {
    const {zh, en} = verdictText(kind, {n: 42});
    expect(en).not.toContain("no difference");
    expect(zh).not.toMatch(/没有(差异|变化)/);
  }
});
