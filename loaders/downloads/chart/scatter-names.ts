import type {Across} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import type {Scale} from "./axes.js";
import {plotSize} from "./layout.js";
import {type LabelToPlace, placeLabels, type Spot} from "./place-labels.js";
import {type ChartInput, shown} from "./series.js";

/** The name of a dot: the point that it is set beside, in the units of the axes, and on which side. */
export interface NameSpot {
  readonly x: number;
  readonly y: number;
  readonly position: Spot["position"];
}

/** Points. */
export const nameSize = 10;

interface Name extends LabelToPlace {
  readonly values: readonly {readonly x: number; readonly y: number}[];
}

/**
 * Where the names of the dots of a scatter chart stand, by series and row, and that of its straight line: beyond the ends
 * of the intervals, on the side where they touch nothing.
 */
export const labelSpots = (
  {figure, words, look}: ChartInput,
  {across, scale, base}: {across: Across; scale: Scale; base: Scale},
): {dots: (NameSpot | undefined)[][]; line: Spot["position"]} => {
  const plot = plotSize(figure, words, look);
  const x = (value: number): number => ((value - base.min) / (base.max - base.min || 1)) * plot.width;
  const y = (value: number): number => (1 - (value - scale.min) / (scale.max - scale.min || 1)) * plot.height;
  const lines: [number, number, number, number][] = [];
  const names: (Name & {readonly at?: readonly [series: number, row: number]})[] = [];
  const name = (text: string, values: Name["values"], positions: readonly Spot["position"][]): Name => ({
    width: textWidth(text, {size: nameSize}),
    height: nameSize * 1.15,
    values,
    spots: positions.map((position, at) => ({x: x(values[at]!.x), y: y(values[at]!.y), position})),
  });
  for (const [number, {points}] of figure.series.entries())
    for (const [row, point] of points.entries()) {
      const flat = across.points[row];
      const [up, wide] = [shown(point), flat ? shown(flat) : null];
      if (up === null || wide === null || !flat) continue;
      const [low, high] = [point.lo ?? up, point.hi ?? up];
      const [from, to] = [flat.lo ?? wide, flat.hi ?? wide];
      // A dot is as wide as a short line.
      lines.push([Math.min(x(from), x(wide) - 5), y(up), Math.max(x(to), x(wide) + 5), y(up)]);
      lines.push([x(wide), Math.max(y(low), y(up) + 5), x(wide), Math.min(y(high), y(up) - 5)]);
      const ends = [
        {x: wide, y: high},
        {x: wide, y: low},
        {x: to, y: up},
        {x: from, y: up},
      ];
      names.push({...name(figure.categories[row] ?? "", ends, ["t", "b", "r", "l"]), at: [number, row]});
    }
  if (across.reference) lines.push([x(across.reference.value), 0, x(across.reference.value), plot.height]);
  if (figure.reference) lines.push([0, y(figure.reference.value), plot.width, y(figure.reference.value)]);
  if (across.line) {
    const [from, to] = [across.line.from, across.line.to];
    lines.push([x(from[0]), y(from[1]), x(to[0]), y(to[1])]);
    const end = {x: to[0], y: to[1]};
    names.push(name(across.line.label, [end, end, end, end], ["r", "t", "b", "l"]));
  }
  const taken = placeLabels(names, {lines, ...plot});
  const dots: (NameSpot | undefined)[][] = figure.series.map(() => []);
  let line: Spot["position"] = "r";
  for (const [order, {at, values, spots}] of names.entries()) {
    const spot = taken[order]!;
    if (at) dots[at[0]]![at[1]] = {...values[spot]!, position: spots[spot]!.position};
    else line = spots[spot]!.position;
  }
  return {dots, line};
};
