import type {Point} from "../../src/figures/figure.js";
import {axisIds} from "./chart-axes.js";
import {type ChartColumn, numberReference, seriesName} from "./chart-data.js";
import {line, marker, noLabels, shape, type ThemeColour} from "./chart-fragments.js";
import {shown} from "./chart-series.js";

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
