import fc from "fast-check";
import {expect, test} from "vitest";
import {textWidth, wrapText} from "../../../src/figures/specs/parts/text-width.js";

test("a Chinese character is one em wide, on every machine", () => {
  expect(textWidth("满意率", {size: 12})).toBe(36);
  expect(textWidth("（4–5）", {size: 10})).toBeCloseTo(10 + 5.56 + 6.2 + 5.56 + 10, 1);
});

test("Chinese breaks between characters but never before closing punctuation or after an opening one", () => {
  const lines = wrapText("华南大区（含港澳），不含海外仓。", {width: 60, size: 12});
  expect(lines.join("")).toBe("华南大区（含港澳），不含海外仓。");
  for (const line of lines) {
    expect(line).not.toMatch(/^[）。，]/);
    expect(line).not.toMatch(/（$/);
  }
});

test("English breaks between words, and a word longer than the line is cut", () => {
  expect(wrapText("late deliveries and returns", {width: 100, size: 12})).toEqual(["late deliveries", "and returns"]);
  const joined = wrapText("Loan modification,collection,foreclosure", {width: 96, size: 13, lines: 2});
  expect(joined).toEqual(["Loan", "modification,…"]);
  expect(wrapText("helpdesk_2026_long_name", {width: 60, size: 12}).length).toBeGreaterThan(1);
});

test("what does not fit into the lines allowed ends in an ellipsis", () => {
  const lines = wrapText("到期不续且未说明原因的长期合同客户", {width: 72, size: 12, lines: 2});
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

test("no line is wider than asked, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme", maxLength: 60}), fc.integer({min: 40, max: 300}), (text, width) => {
      for (const line of wrapText(text, {width, size: 13, lines: 3}))
        expect(textWidth(line, {size: 13})).toBeLessThanOrEqual(width);
    }),
  );
});
