import type {Canvas, Label} from "./canvas.js";
import {monthLabels} from "./month-labels.js";
import {wrapText} from "./text-width.js";
import {colours} from "./theme.js";

/** Month names thinned out, or category names wrapped to the width of their column. */
export function categoryLabels(canvas: Canvas, {step, width, height}: {step: number; width: number; height: number}) {
  const {figure, size} = canvas;
  const at = (index: number) => step * (index + 0.5);
  if (figure.category_kind === "month") return monthLabels(canvas, {at, width, height});
  const small = size - 1;
  const lines = figure.categories.map((category) => wrapText(category, {width: step - 6, size: small, lines: 5}));
  const labels = lines.flatMap((texts, index) =>
    texts.map(
      (text, line): Label => ({
        x: at(index),
        y: height + 14 + line * (small + 4),
        text,
        align: "center",
        size: small,
        colour: colours.muted,
      }),
    ),
  );
  return {labels, bottom: 12 + Math.max(...lines.map(({length}) => length)) * (small + 4) + 4};
}
