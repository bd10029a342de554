import type {Point} from "../../../src/figures/figure.js";
import {axisIds} from "./axes.js";
import {acrossColumns, type ChartColumn, numberReference, seriesName} from "./data.js";
import {line, marker, noLabels, noMarker, shape, type ThemeColour} from "./fragments.js";
import {type Intervals, shown} from "./series.js";

interface Look {
  readonly look: string;
  readonly points?: string;
  readonly labels?: string;
  readonly bars?: string;
  readonly range?: string;
}

/** One series of a scatter chart. */
export const scatterSeries = (
  index: number,
  {name, x, y}: {name: ChartColumn; x: ChartColumn; y: ChartColumn},
  {look, points = "", labels = noLabels, bars = "", range = ""}: Look,
): string =>
  `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(name)}${look}${points}${labels}${bars}<c:xVal>${numberReference(x)}</c:xVal><c:yVal>${numberReference(y)}</c:yVal><c:smooth val="0"/>${range}</c:ser>`;

export const scatterPlot = (drawn: readonly string[], axes: string): string =>
  `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn.join("")}${axisIds}</c:scatterChart>${axes}`;

/** Points on a small base, drawn hollow. */
export const hollowPoints = (points: readonly Point[], {colour, size}: {colour: ThemeColour; size: number}): string =>
  points
    .map((point, index) =>
      point.flag === "hollow" && shown(point) !== null
        ? `<c:dPt><c:idx val="${index}"/>${marker({colour, size: size + 1, hollow: true})}<c:bubble3D val="0"/>${shape(line(null))}</c:dPt>`
        : "",
    )
    .join("");

/** As `hollowPoints`, and those that the title names in their own colour; LibreOffice heeds a point only if its size is its own. */
export const ownPoints = (
  points: readonly Point[],
  {colour, size, isOwn}: {colour: (row: number) => ThemeColour; size: number; isOwn: (row: number) => boolean},
): string =>
  points
    .map((point, index) =>
      shown(point) === null || !(point.flag === "hollow" || isOwn(index))
        ? ""
        : `<c:dPt><c:idx val="${index}"/>${marker({colour: colour(index), size: size + 1, hollow: point.flag === "hollow"})}<c:bubble3D val="0"/>${shape(line(null))}</c:dPt>`,
    )
    .join("");

/** Horizontal intervals of one series, and where they stand. */
export interface IntervalLine extends Intervals {
  readonly names: ChartColumn;
  /** Two columns side by side, both with the height of each row. */
  readonly y: ChartColumn;
  readonly again: ChartColumn;
  readonly colour: (row: number) => ThemeColour;
}

/** The intervals once more, each a line from lo to hi: LibreOffice 7 drops horizontal error bars read from a sheet. */
export const intervalLines = ({names, low, high, y, again, colour}: IntervalLine, first: number): string[] =>
  low.values.flatMap((value, row) => {
    if (value === null || high.values[row] === null) return [];
    const name = acrossColumns([names], row);
    const across = {x: acrossColumns([low, high], row), y: acrossColumns([y, again], row)};
    return [scatterSeries(first + row, {name, ...across}, {look: shape(line(colour(row), {width: 1.25})) + noMarker})];
  });
