import {textWidth, wrapText} from "../text-width.js";
import {colours} from "../theme.js";
import {type Canvas, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";

/** Dated notes: a thin line at the month, its text above the plot in rows that do not touch. */
export function eventMarks(
  canvas: Canvas,
  {at, width, height, above}: {at: (index: number) => number; width: number; height: number; above: number},
): {layers: Layer[]; top: number} {
  const size = canvas.size - 1;
  const row = size + 6;
  const ends: number[] = [];
  const marks = (canvas.figure.marks ?? []).flatMap((mark) => {
    const index = canvas.figure.categories.indexOf(mark.category);
    if (index < 0) return [];
    const [text = ""] = wrapText(mark.label, {width: width * 0.8, size, lines: 1});
    const x = at(index);
    const wide = textWidth(text, {size});
    const start = Math.max(0, Math.min(x - wide / 2, width - wide));
    let level = ends.findIndex((end) => end + 10 < start);
    if (level < 0) level = ends.length;
    ends[level] = start + wide;
    return [{x, start, text, level, isBreak: mark.is_break === true}];
  });
  if (marks.length === 0) return {layers: [], top: 0};
  const y = (level: number) => -above - level * row - row / 2 + 2;
  const labels: Label[] = marks.map(({start, text, level}) => ({
    x: start,
    y: y(level),
    text,
    size,
    colour: colours.charcoal,
  }));
  const line = (isBreak: boolean) =>
    marks
      .filter((mark) => mark.isBreak === isBreak)
      .map(({x, level}) => ({x, y: y(level) + row / 2 - 1, x2: x, y2: height}));
  return {
    layers: [
      ...(line(false).length ? [lineLayer(line(false), {colour: colours.axis, dash: [2, 3]})] : []),
      ...(line(true).length ? [lineLayer(line(true), {colour: colours.charcoal, width: 1.5})] : []),
      ...labelLayers(labels, {size}),
    ],
    top: ends.length * row + 2,
  };
}
