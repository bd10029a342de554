import type {Point, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, type Scale, valueAxis, withinUnit} from "./axes.js";
import {line, nameLabel, noLabels, noMarker, shape} from "./fragments.js";
import {scatterPlot, scatterSeries} from "./scatter-series.js";
import {type ChartInput, extent, labelOffsets, seriesColour, shown} from "./series.js";

/** A survival curve as stairs on a number axis, its interval as thin dashed stairs. */
export const stepChart = (input: ChartInput): string => {
  const {figure, words} = input;
  const times = figure.categories.map(Number);
  const drawn: string[] = [];
  for (const index of figure.series.keys()) drawn.push(...curve(input, {index, times, first: drawn.length}));
  const scale = withinUnit(niceScale(extent(figure), {zero: figure.unit === "share"}), figure.unit);
  const across = niceScale(times, {zero: true, steps: 6});
  if (figure.series.length > 1) drawn.push(...names(input, {scale, end: across.max, first: drawn.length}));
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
        labels: noLabels,
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

/** The names of the curves in a column beyond the plot, none on another, whenever a curve ends. */
const names = (
  {figure, data, words, look}: ChartInput,
  {scale, end, first}: {scale: Scale; end: number; first: number},
): string[] => {
  const ends = figure.series.map(({points}) => points.map(shown).findLast((value) => value !== null) ?? null);
  const offsets = labelOffsets(ends, scale, look);
  return figure.series.flatMap((each, index) => {
    const value = ends[index] ?? null;
    if (value === null) return [];
    const name = data.add(each.name, [each.name]);
    const x = data.add(`${each.name} ${words.position}`, [end], {kind: "ratio"});
    const y = data.add(`${each.name} ${words.label}`, [value], {kind: figure.unit, format: formatCode(figure.unit)});
    const text = {size: 11, bold: true, colour: seriesColour(figure, index), offset: offsets[index] ?? 0};
    return [
      scatterSeries(first + index, {name, x, y}, {look: shape(line(null)) + noMarker, labels: nameLabel(0, text)}),
    ];
  });
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
