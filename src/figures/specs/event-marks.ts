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
  const marks = placeMarks(canvas, {at, width, size});
  if (marks.length === 0) return {layers: [], top: 0};
  const y = (level: number) => -above - level * row - row / 2 + 2;
  const labels: Label[] = marks.map(({start, text, level}) => ({
    x: start,
    y: y(level),
    text,
    size,
    colour: colours.charcoal,
  }));
  // Beside its text, down to the axis.
  const line = (isBreak: boolean) =>
    marks
      .filter((mark) => mark.isBreak === isBreak)
      .map(({x, level}) => ({x, y: y(level) - row / 2 + 3, x2: x, y2: height}));
  return {
    layers: [
      ...(line(false).length ? [lineLayer(line(false), {colour: colours.axis, dash: [2, 3]})] : []),
      ...(line(true).length ? [lineLayer(line(true), {colour: colours.charcoal, width: 1.5})] : []),
      ...labelLayers(labels, {size}),
    ],
    top: (Math.max(...marks.map(({level}) => level)) + 1) * row + 2,
  };
}

interface PlacedMark {
  readonly x: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly level: number;
  readonly isBreak: boolean;
}

/**
 * Each text to the right of its line, or to the left at the edge; level 0 is nearest to the plot. From right to left,
 * since a line comes down from its text and must not run through one below it.
 */
function placeMarks(
  canvas: Canvas,
  {at, width, size}: {at: (index: number) => number; width: number; size: number},
): PlacedMark[] {
  const {marks = [], categories} = canvas.figure;
  const found = marks.flatMap((mark) => {
    const index = categories.indexOf(mark.category);
    if (index < 0) return [];
    const [text = ""] = wrapText(mark.label, {width: width * 0.8, size, lines: 1});
    const wide = textWidth(text, {size});
    const x = at(index);
    const flipped = x + 4 + wide > width + 8;
    const start = flipped ? Math.max(0, x - 4 - wide) : x + 4;
    return [{x, start, end: start + wide, text, flipped, isBreak: mark.is_break === true}];
  });
  const placed: PlacedMark[] = [];
  for (const mark of found.sort((one, other) => Number(one.flipped) - Number(other.flipped) || other.x - one.x)) {
    const below = placed.filter(
      (one) =>
        (one.start < mark.end + 8 && mark.start < one.end + 8) || (one.x > mark.start - 3 && one.x < mark.end + 3),
    );
    placed.push({...mark, level: Math.max(-1, ...below.map(({level}) => level)) + 1});
  }
  return placed;
}
