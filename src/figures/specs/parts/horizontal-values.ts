import {type Canvas, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import {textWidth, wrapText} from "./text-width.js";
import {colours} from "./theme.js";
import type {ValueAxis} from "./value-axis.js";

/** Grid, tick labels, axis title and reference line of a chart whose values run from left to right. */
export function horizontalValues(
  canvas: Canvas,
  {axis, width, height}: {axis: ValueAxis; width: number; height: number},
): {layers: Layer[]; top: number; bottom: number} {
  const {figure, size} = canvas;
  const small = size - 1;
  const labels: Label[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [index, tick] of axis.ticks.entries()) {
    const text = axis.labels[index] ?? "";
    const half = textWidth(text, {size: small}) / 2;
    const x = axis.position(tick) * width;
    if (x - half < end + 6) continue;
    end = x + half;
    labels.push({x, y: height + 13, text, align: "center", colour: colours.muted, size: small});
  }
  let bottom = 24;
  if (figure.value_title) {
    for (const text of wrapText(figure.value_title, {width, size: small, lines: 2})) {
      labels.push({x: width, y: height + bottom + 8, text, align: "right", colour: colours.muted, size: small});
      bottom += small + 5;
    }
    bottom += 3;
  }
  const grid = axis.ticks.map((tick) => ({
    x: axis.position(tick) * width,
    y: 0,
    x2: axis.position(tick) * width,
    y2: height,
  }));
  const layers = [lineLayer(grid, {colour: colours.grid})];
  let top = 6;
  if (figure.reference) {
    const x = axis.position(figure.reference.value) * width;
    layers.push(lineLayer([{x, y: -4, x2: x, y2: height}], {colour: colours.charcoal, width: 1.5, dash: [5, 3]}));
    const [text = ""] = wrapText(figure.reference.label, {width, size: small, lines: 1});
    const half = textWidth(text, {size: small}) / 2;
    labels.push({
      x: Math.min(Math.max(x, half), width - half),
      y: -13,
      text,
      align: "center",
      colour: colours.charcoal,
      size: small,
    });
    top = 24;
  }
  return {layers: [...layers, ...labelLayers(labels, {size})], top, bottom};
}
