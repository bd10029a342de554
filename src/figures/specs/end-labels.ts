import {formatNumber} from "../../format.js";
import {wrapText} from "../text-width.js";
import {colours, seriesColours} from "../theme.js";
import type {Canvas, Label} from "./canvas.js";

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
  const blocks = figure.series
    .flatMap((series, index) => {
      const last = series.points.findLast((point) => point.value != null && point.flag !== "suppressed");
      if (last?.value == null) return [];
      const colour = series.role === "context" ? colours.muted : (palette[index] ?? colours.ink);
      const value = formatNumber(last.value, figure.unit, {language});
      const texts = names ? wrapText(series.name, {width: room, size, lines: 2}) : [];
      return [{at: y(last.value), texts: [...texts, value], colour, top: 0, height: (texts.length + 1) * line}];
    })
    .sort((one, other) => one.at - other.at);
  let end = -line;
  for (const block of blocks) {
    block.top = Math.max(block.at - block.height / 2, end);
    end = block.top + block.height + 2;
  }
  let limit = height + line;
  for (const block of blocks.toReversed()) {
    block.top = Math.min(block.top, limit - block.height);
    limit = block.top - 2;
  }
  return blocks.flatMap((block) =>
    block.texts.map((text, index) => ({
      x: width + 10,
      y: block.top + (index + 0.5) * line,
      text,
      colour: block.colour,
      bold: index === block.texts.length - 1,
    })),
  );
}
