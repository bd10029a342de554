import {textWidth, wrapText} from "../text-width.js";
import {colours} from "../theme.js";
import {type Canvas, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import type {ValueAxis} from "./value-axis.js";

/** Room on the left that the tick labels of a vertical value axis need. */
export function verticalRoom(axis: ValueAxis, {size}: {size: number}): number {
  return Math.ceil(Math.max(...axis.labels.map((text) => textWidth(text, {size: size - 1})), 12)) + 10;
}

/** Grid, tick labels, axis title (above, horizontal) and reference line of a chart whose values run upwards. */
export function verticalValues(
  canvas: Canvas,
  {axis, width, height, left}: {axis: ValueAxis; width: number; height: number; left: number},
): {layers: Layer[]; top: number} {
  const {figure, size} = canvas;
  const small = size - 1;
  const at = (value: number) => (1 - axis.position(value)) * height;
  const labels: Label[] = axis.ticks.map((tick, index) => ({
    x: -8,
    y: at(tick),
    text: axis.labels[index] ?? "",
    align: "right",
    colour: colours.muted,
    size: small,
  }));
  let top = 10;
  if (figure.value_title) {
    const lines = wrapText(figure.value_title, {width: width + left, size: small, lines: 2});
    for (const [index, text] of lines.entries()) {
      labels.push({
        x: -left,
        y: -14 - (lines.length - 1 - index) * (small + 4) - 2,
        text,
        colour: colours.muted,
        size: small,
      });
    }
    top = 14 + lines.length * (small + 4);
  }
  const layers = [
    lineLayer(
      axis.ticks.map((tick) => ({x: 0, y: at(tick), x2: width, y2: at(tick)})),
      {colour: colours.grid},
    ),
  ];
  if (figure.reference) {
    const y = at(figure.reference.value);
    const [text = ""] = wrapText(figure.reference.label, {width: width * 0.9, size: small, lines: 1});
    layers.push(lineLayer([{x: 0, y, x2: width, y2: y}], {colour: colours.charcoal, width: 1.5, dash: [5, 3]}));
    labels.push({x: 4, y: y - 9, text, colour: colours.charcoal, size: small});
  }
  return {layers: [...layers, ...labelLayers(labels, {size})], top};
}
