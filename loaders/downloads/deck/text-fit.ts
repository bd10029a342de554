import {wrapText} from "../../../src/figures/specs/parts/text-width.js";

/** Lines that a text takes; `width` and `size` in points. */
export const lineCount = (
  text: string,
  {width, size, bold = false}: {width: number; size: number; bold?: boolean},
): number => text.split("\n").reduce((lines, row) => lines + wrapText(row, {width, size, bold}).length, 0);

/** The largest size, from `size` down to `smallest` in points, at which the text keeps to `lines`. */
export const fitSize = (
  text: string,
  {
    width,
    lines,
    size,
    smallest,
    bold = false,
  }: {width: number; lines: number; size: number; smallest: number; bold?: boolean},
): number => {
  for (let points = size; points > smallest; points -= 1) {
    if (lineCount(text, {width, size: points, bold}) <= lines) return points;
  }
  return smallest;
};

/** The largest size in which paragraphs, `before` points apart, stand in a place of so many points; the smallest where none. */
export const fitRoom = (
  paragraphs: readonly string[],
  {
    width,
    height,
    before,
    size,
    smallest,
  }: {width: number; height: number; before: number; size: number; smallest: number},
): number => {
  const needs = (points: number): number =>
    paragraphs.reduce((sum, text) => sum + lineCount(text, {width, size: points}) * points * 1.2, 0) +
    before * Math.max(0, paragraphs.length - 1);
  let points = size;
  while (points > smallest && needs(points) > height) points -= 1;
  return points;
};
