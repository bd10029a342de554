import {formatNumber} from "../../../words/format.js";
import type {Canvas, Label} from "./canvas.js";
import {spread} from "./spread.js";
import {textWidth, wrapText} from "./text-width.js";
import {colours, seriesColours} from "./theme.js";

/** Names and last values at the right end of the lines, pushed apart where they would touch. */
export function endLabels(
  canvas: Canvas,
  {
    y,
    width,
    height,
    room,
    names,
  }: {y: (value: number) => number; width: number; height: number; room: number; names: boolean},
): Label[] {
  const {figure, language, size} = canvas;
  const line = size + 3;
  const palette = seriesColours(figure.series);
  const blocks = figure.series.flatMap((series, index) => {
    const last = series.points.findLast((point) => point.value != null && point.flag !== "suppressed");
    if (last?.value == null) return [];
    const colour = series.role === "context" ? colours.muted : (palette[index] ?? colours.ink);
    const value = formatNumber(last.value, figure.unit, {language});
    const texts = names ? wrapText(series.name, {width: room, size, lines: 2}) : [];
    return [{at: y(last.value), texts: [...texts, value], colour, height: (texts.length + 1) * line}];
  });
  // Not below the plot, where the labels of the months are.
  const tops = spread(blocks, {from: -line, to: height, gap: 2});
  return blocks.flatMap((block, number) =>
    block.texts.map((text, index) => ({
      x: width + 10,
      y: (tops[number] ?? 0) + (index + 0.5) * line,
      text,
      colour: block.colour,
      bold: index === block.texts.length - 1,
    })),
  );
}

/** Width of the widest last value, for the room to the right of the plot. */
export function endRoom({figure, language, size}: Canvas): number {
  const widths = figure.series.map(({points}) => {
    const last = points.findLast((point) => point.value != null && point.flag !== "suppressed");
    return textWidth(formatNumber(last?.value, figure.unit, {language}), {size, bold: true});
  });
  return Math.ceil(Math.max(...widths, 20));
}
