import type {Point, Reference, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, valueAxis, withinUnit} from "./axes.js";
import {grey, line, marker, nameLabel, noMarker, rangeLabels, shape} from "./fragments.js";
import {hollowPoints, scatterPlot, scatterSeries} from "./scatter-series.js";
import {type ChartInput, extent, shown} from "./series.js";

/** Value against n, with the limits as curves: only units beyond the outermost limits are named and stand out. */
export const funnelChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const units = figure.series.find(({role}) => role !== "context") ?? figure.series[0];
  if (!units) return "";
  const limits = figure.series.filter((series) => series !== units);
  data.add(words.category, figure.categories);
  const drawn = unitSeries(input, {units, limits});
  for (const limit of limits) drawn.push(limitSeries(input, {limit, units, index: drawn.length}));
  const bases = [units, ...limits].flatMap(basesOf).filter((n) => n !== null);
  if (figure.reference)
    drawn.push(levelLine(input, {reference: figure.reference, most: Math.max(0, ...bases), index: drawn.length}));
  const scale = withinUnit(niceScale(extent(figure, {intervals: false})), figure.unit);
  const across = niceScale(bases, {zero: true});
  return scatterPlot(
    drawn,
    valueAxis(across, {
      position: "b",
      format: axisFormat("count", across, words),
      role: "category",
      has_grid: false,
      title: figure.category_title ?? words.base,
    }) + valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale, words)}),
  );
};

const counts = {kind: "count", format: "#,##0"} as const;
const valuesOf = ({figure}: ChartInput) => ({kind: figure.unit, format: formatCode(figure.unit)});

/** The base of each point that is shown. */
const basesOf = ({points}: Series) => points.map((point) => (shown(point) === null ? null : (point.n ?? null)));

/** The units within the limits, and those beyond them, which are named. */
const unitSeries = (input: ChartInput, {units, limits}: {units: Series; limits: readonly Series[]}): string[] => {
  const {figure, data, words} = input;
  const ends = (row: number): number[] => limits.flatMap(({points}) => (points[row] && shown(points[row])) ?? []);
  const isOutside = (point: Point, row: number): boolean => {
    const value = shown(point);
    return value !== null && ends(row).length > 0 && (value > Math.max(...ends(row)) || value < Math.min(...ends(row)));
  };
  const x = data.add(words.base, basesOf(units), counts);
  const inside = units.points.map((point, row) => (isOutside(point, row) ? null : shown(point)));
  const outside = units.points.map((point, row) => (isOutside(point, row) ? shown(point) : null));
  const y = data.add(units.name, inside, valuesOf(input));
  const far = data.add(`${units.name} ${words.outside}`, outside, valuesOf(input));
  const label = data.add(
    words.label,
    figure.categories.map((name, row) => (outside[row] === null ? null : name)),
  );
  const names = rangeLabels(label, {position: "r", size: 10});
  const [blue, orange] = [{name: "accent1"}, {name: "accent4"}] as const;
  return [
    scatterSeries(
      0,
      {name: y, x, y},
      {
        look: shape(line(null)) + marker({colour: blue, size: 7}),
        points: hollowPoints(units.points, {colour: blue, size: 7}),
      },
    ),
    scatterSeries(
      1,
      {name: far, x, y: far},
      {
        look: shape(line(null)) + marker({symbol: "diamond", colour: orange, size: 9}),
        labels: names.labels,
        range: names.range,
      },
    ),
  ];
};

/** A limit as a curve. It stands at its unit's base, so it is withheld with the unit. */
const limitSeries = (
  input: ChartInput,
  {limit, units, index}: {limit: Series; units: Series; index: number},
): string => {
  const {data, words} = input;
  const curve = limit.points
    .flatMap((point, row) => {
      const value = units.points[row]?.flag === "suppressed" ? null : shown(point);
      return value === null || typeof point.n !== "number" ? [] : [{value, n: point.n}];
    })
    .sort((one, other) => one.n - other.n);
  const across = data.add(
    `${limit.name} ${words.base}`,
    curve.map(({n}) => n),
    counts,
  );
  const up = data.add(
    limit.name,
    curve.map(({value}) => value),
    valuesOf(input),
  );
  return scatterSeries(
    index,
    {name: up, x: across, y: up},
    {look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker, labels: nameLabel(curve.length - 1, muted)},
  );
};

const levelLine = (
  input: ChartInput,
  {reference: {value, label}, most, index}: {reference: Reference; most: number; index: number},
): string => {
  const ends = input.data.add(input.words.reference, [0, most], counts);
  const level = input.data.add(label, [value, value], valuesOf(input));
  return scatterSeries(
    index,
    {name: level, x: ends, y: level},
    {look: shape(line(grey, {width: 1.25})) + noMarker, labels: nameLabel(1, muted)},
  );
};

const muted = {position: "r", size: 10, colour: {name: "tx1", tint: 35}} as const;
