import type {Point, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, valueAxis, withinUnit} from "./axes.js";
import {line, nameLabel, noLabels, noMarker, shape} from "./fragments.js";
import {scatterPlot, scatterSeries} from "./scatter-series.js";
import {type ChartInput, extent, seriesColour, shown} from "./series.js";

/** A survival curve as stairs on a number axis, its interval as thin dashed stairs. */
export const stepChart = (input: ChartInput): string => {
  const {figure, words} = input;
  const times = figure.categories.map(Number);
  const drawn: string[] = [];
  for (const index of figure.series.keys()) drawn.push(...curve(input, {index, times, first: drawn.length}));
  const scale = withinUnit(niceScale(extent(figure), {zero: figure.unit === "share"}), figure.unit);
  const across = niceScale(times, {zero: true, steps: 6});
  return scatterPlot(
    drawn,
    valueAxis(across, {
      position: "b",
      format: "General",
      role: "category",
      has_grid: false,
      ...(figure.category_title && {title: figure.category_title}),
    }) + valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale, words)}),
  );
};

type Stairs = readonly [number, number][];

/** One curve and the two ends of its interval. */
const curve = (
  {figure, data, words}: ChartInput,
  {index, times, first}: {index: number; times: readonly number[]; first: number},
): string[] => {
  const each = figure.series[index]!;
  const colour = seriesColour(figure, index);
  const timesOf = (name: string, stairs: Stairs) =>
    data.add(
      name,
      stairs.map(([time]) => time),
      {kind: "ratio"},
    );
  const valuesOf = (name: string, stairs: Stairs) =>
    data.add(
      name,
      stairs.map(([, value]) => value),
      {kind: figure.unit, format: formatCode(figure.unit)},
    );
  const values = stairsOf(each, {times, pick: shown});
  const x = timesOf(`${figure.category_title ?? words.category} (${each.name})`, values);
  const y = valuesOf(each.name, values);
  const drawn = [
    scatterSeries(
      first,
      {name: y, x, y},
      {
        look: shape(line(colour, {width: 2.5})) + noMarker,
        labels: figure.series.length > 1 ? nameLabel(values.length - 1, {size: 11, bold: true, colour}) : noLabels,
      },
    ),
  ];
  for (const [word, end] of [
    [words.low, "lo"],
    [words.high, "hi"],
  ] as const) {
    const stairs = stairsOf(each, {times, pick: (point) => (shown(point) === null ? null : point[end])});
    if (stairs.length < 2) continue;
    const ends = valuesOf(`${each.name} ${word}`, stairs);
    const at = stairs.length === values.length ? x : timesOf(words.position, stairs);
    drawn.push(
      scatterSeries(
        first + drawn.length,
        {name: ends, x: at, y: ends},
        {look: shape(line({...colour, tint: 40}, {width: 0.75, dash: "sysDash"})) + noMarker},
      ),
    );
  }
  return drawn;
};

const stairsOf = (
  {points}: Series,
  {times, pick}: {times: readonly number[]; pick: (point: Point) => number | null | undefined},
): [number, number][] => {
  const stairs: [number, number][] = [];
  for (const [index, point] of points.entries()) {
    const value = pick(point);
    const time = times[index];
    if (typeof value !== "number" || time === undefined) continue;
    const before = stairs.at(-1);
    if (before && before[1] !== value) stairs.push([time, before[1]]);
    stairs.push([time, value]);
  }
  return stairs;
};
