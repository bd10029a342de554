import {type Canvas, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import {textWidth, wrapText} from "./text-width.js";
import {colours} from "./theme.js";
import type {ValueAxis} from "./value-axis.js";

/** Room on the left that the tick labels of a vertical value axis need. */
export function verticalRoom(axis: ValueAxis, {size}: {size: number}): number {
  return Math.ceil(Math.max(...axis.labels.map((text) => textWidth(text, {size: size - 1})), 12)) + 10;
}

/** Grid, tick labels, axis title (above, horizontal) and reference line of a chart whose values run upwards. */
export function verticalValues(
  canvas: Canvas,
  {
    axis,
    width,
    height,
    left,
    lift = 0,
  }: {
    axis: ValueAxis;
    width: number;
    height: number;
    left: number /** Room kept free between plot and axis title; defaults to 0. */;
    lift?: number;
  },
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
  let titleEnd = Number.NEGATIVE_INFINITY;
  const row = small + 5;
  if (figure.value_title) {
    const lines = wrapText(figure.value_title, {width: width + left, size: small, lines: 2});
    for (const [index, text] of lines.entries()) {
      labels.push({
        x: -left,
        y: -16 - lift - (lines.length - 1 - index) * row,
        text,
        colour: colours.muted,
        size: small,
      });
    }
    titleEnd = -left + textWidth(lines.at(-1) ?? "", {size: small});
    top = 14 + lines.length * row;
  }
  const layers = [
    lineLayer(
      axis.ticks.map((tick) => ({x: 0, y: at(tick), x2: width, y2: at(tick)})),
      {colour: colours.grid},
    ),
  ];
  if (figure.reference) {
    // Named above the plot, where no line or dot can run into the name.
    const y = at(figure.reference.value);
    const [text = ""] = wrapText(figure.reference.label, {width: width - 30, size: small, lines: 1});
    const start = width - textWidth(text, {size: small});
    const beside = start - 34 > titleEnd;
    const above = (beside ? -16 : -top - 4) - lift;
    if (!beside || top < 20) top = Math.max(top, 14) + row;
    const dashed = {colour: colours.charcoal, width: 1.5, dash: [5, 3]};
    layers.push(
      lineLayer(
        [
          ...(figure.reference.values ? [] : [{x: 0, y, x2: width, y2: y}]),
          {x: start - 28, y: above, x2: start - 6, y2: above},
        ],
        dashed,
      ),
    );
    labels.push({x: width, y: above, text, align: "right", colour: colours.charcoal, size: small});
  }
  return {layers: [...layers, ...labelLayers(labels, {size})], top};
}
