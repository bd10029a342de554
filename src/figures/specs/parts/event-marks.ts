import {type Canvas, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import {type PlacedNote, placeNotes} from "./place-notes.js";
import {colours} from "./theme.js";

/** Dated notes: a thin line at the month, its text above the plot in rows that do not touch. */
export function eventMarks(
  canvas: Canvas,
  {at, width, height, above}: {at: (index: number) => number; width: number; height: number; above: number},
): {layers: Layer[]; top: number} {
  const size = canvas.size - 1;
  const row = size + 6;
  const {marks: dated = [], categories} = canvas.figure;
  const notes = dated.map((mark) => ({...mark, index: categories.indexOf(mark.category)}));
  const marks = placeNotes(
    notes.filter(({index}) => index >= 0),
    {at, width, size},
  );
  if (marks.length === 0) return {layers: [], top: 0};
  const y = (level: number) => -above - level * row - row / 2 + 2;
  const top = ({lines, level}: PlacedNote) => level + lines.length - 1;
  const labels: Label[] = marks.flatMap((mark) =>
    mark.lines.map((text, line) => ({
      ...{x: mark.start, y: y(top(mark) - line), text, size},
      colour: colours.charcoal,
    })),
  );
  // Beside its text, down to the axis.
  const line = (isBreak: boolean) =>
    marks
      .filter((mark) => mark.is_break === isBreak)
      .map((mark) => ({x: mark.x, y: y(top(mark)) - row / 2 + 3, x2: mark.x, y2: height}));
  return {
    layers: [
      ...(line(false).length ? [lineLayer(line(false), {colour: colours.axis, dash: [2, 3]})] : []),
      ...(line(true).length ? [lineLayer(line(true), {colour: colours.charcoal, width: 1.5})] : []),
      ...labelLayers(labels, {size}),
    ],
    top: (Math.max(...marks.map(top)) + 1) * row + 2,
  };
}
