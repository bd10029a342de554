import {formatMonthName} from "../../../words/format.js";
import type {Canvas, Label} from "./canvas.js";
import {textWidth} from "./text-width.js";
import {colours} from "./theme.js";

/** Month names under an axis, as many as fit, always with the newest; the year under the first of each. */
export function monthLabels(
  canvas: Canvas,
  {at, width, height}: {at: (index: number) => number; width: number; height: number},
): {labels: Label[]; bottom: number} {
  const {figure, language} = canvas;
  const size = canvas.size - 1;
  const months = figure.categories;
  const last = months.length - 1;
  const room = Math.max(...months.map((month) => textWidth(formatMonthName(month, {language}), {size})), 20) + 10;
  const gap = months.length > 1 ? Math.abs(at(1) - at(0)) : width;
  const every = [1, 2, 3, 4, 6, 12, 24, 36].find((step) => step * gap >= room) ?? 48;
  const labels: Label[] = [];
  let year = "";
  let yearEnd = Number.NEGATIVE_INFINITY;
  for (const [index, month] of months.entries()) {
    if ((last - index) % every !== 0) continue;
    const text = formatMonthName(month, {language});
    const x = clamp(at(index), textWidth(text, {size}) / 2, width + 8 - textWidth(text, {size}) / 2);
    labels.push({x, y: height + 14, text, align: "center", colour: colours.muted, size});
    const here = month.slice(0, 4);
    const half = textWidth(here, {size}) / 2;
    if (here === year || x - half < yearEnd + 6) continue;
    year = here;
    yearEnd = x + half;
    labels.push({x: Math.max(x, half - 4), y: height + 30, text: here, align: "center", colour: colours.muted, size});
  }
  return {labels, bottom: 42};
}

const clamp = (value: number, least: number, most: number) => Math.max(least - 8, Math.min(value, most));
