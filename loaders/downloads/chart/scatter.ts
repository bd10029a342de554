import type {Across, Figure, Point, Reference, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, type Scale, valueAxis, withinUnit} from "./axes.js";
import type {ChartColumn} from "./data.js";
import {errorBars, grey, line, marker, nameLabel, noMarker, rangeLabels, shape} from "./fragments.js";
import {labelSpots, type NameSpot, nameSize} from "./scatter-names.js";
import {hollowPoints, intervalLines, scatterPlot, scatterSeries} from "./scatter-series.js";
import {addSeries, type ChartInput, extent, hasInterval, seriesColour, shown} from "./series.js";

/** What is drawn of one series: its dots at once, names and intervals once all dots stand. */
interface Dots {
  readonly drawn: string;
  readonly later: readonly ((first: number) => string[])[];
}

/** One value against another: a named dot per category, with the interval of both. */
export const scatterChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const {across} = figure;
  if (!across) return "";
  const flat: Series = {id: "across", name: figure.category_title ?? words.position, points: across.points};
  const wide = {...figure, unit: across.unit, series: [flat], reference: across.reference};
  const scale = withinUnit(niceScale(extent(figure)), figure.unit);
  const base = withinUnit(niceScale(extent(wide)), across.unit);
  const names = data.add(words.category, figure.categories);
  const spots = labelSpots(input, {across, scale, base});
  const dots = figure.series.map((series, index) =>
    dotsOf(input, {series, index, across, flat, names, spots: spots.dots[index] ?? []}),
  );
  const drawn = dots.map((each) => each.drawn);
  for (const make of dots.flatMap(({later}) => later)) drawn.push(...make(drawn.length));
  drawn.push(...lines(input, {across, scale, base, first: drawn.length, position: spots.line}));
  return scatterPlot(
    drawn,
    valueAxis(base, {
      position: "b",
      format: axisFormat(across.unit, base, words),
      role: "category",
      title: figure.category_title ?? "",
    }) + valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale, words)}),
  );
};

const dotsOf = (
  input: ChartInput,
  {
    series,
    index,
    across,
    flat,
    names,
    spots,
  }: {
    series: Series;
    index: number;
    across: Across;
    flat: Series;
    names: ChartColumn;
    /** Where each name stands, by row. */
    spots: readonly (NameSpot | undefined)[];
  },
): Dots => {
  const {figure, data, words} = input;
  const colour = seriesColour(figure, index);
  // A dot withheld on one axis is withheld on both.
  const isShown = (row: number) => [series, flat].every(({points}) => points[row] && shown(points[row]) !== null);
  const keep = (points: readonly Point[]) =>
    points.map((point, row) => (isShown(row) ? point : {value: null, flag: point.flag ?? ""}));
  // Two series in the input make the columns of each carry its name.
  const twice = (unit: Figure["unit"], each: Series) =>
    addSeries({...input, figure: {...figure, unit, series: [each, each]}}, each);
  const part = figure.series.length > 1 ? ` ${series.name}` : "";
  const x = twice(across.unit, {...flat, name: `${flat.name}${part}`, points: keep(flat.points)});
  const y = twice(figure.unit, {...series, points: keep(series.points)});
  const drawn = scatterSeries(
    index,
    {name: y.values, x: x.values, y: y.values},
    {
      look: shape(line(null)) + marker({colour, size: 9}),
      points: hollowPoints(keep(series.points), {colour, size: 9}),
      bars:
        (x.interval ? errorBars("x", {...x.interval, colour}) : "") +
        (y.interval ? errorBars("y", {...y.interval, colour}) : ""),
    },
  );
  const height = (values: readonly (string | number | null)[]) =>
    data.add(`${series.name} ${words.position}`, values, {kind: figure.unit, format: formatCode(figure.unit)});
  const position = (row: number): string => spots[row]?.position ?? "t";
  const ends = {
    across: y.values.values.map((_, row) => spots[row]?.x ?? x.values.values[row] ?? null),
    up: y.values.values.map((value, row) => spots[row]?.y ?? value),
  };
  const beside = data.add(`${flat.name}${part} ${words.position}`, ends.across, {
    kind: across.unit,
    format: formatCode(across.unit),
  });
  const top = height(ends.up);
  const texts = figure.categories.map((name, row) => (isShown(row) ? name : null));
  const label = rangeLabels(data.add(`${series.name} ${words.label}`, texts), {position, size: nameSize});
  const named = (first: number) => [
    scatterSeries(
      first,
      {name: top, x: beside, y: top},
      {look: shape(line(null)) + noMarker, labels: label.labels, range: label.range},
    ),
  ];
  const {interval} = x;
  if (!interval || !hasInterval(flat)) return {drawn, later: [named]};
  const [one, two] = [height(y.values.values), height(y.values.values)];
  return {
    drawn,
    later: [named, (first) => intervalLines({...interval, names, y: one, again: two, colour: () => colour}, first)],
  };
};

/** The cross and the straight line, each from end to end of the plot. */
const lines = (
  {figure, data}: ChartInput,
  {
    across,
    scale,
    base,
    first,
    position,
  }: {
    across: Across;
    scale: Scale;
    base: Scale;
    first: number;
    /** Of the name of the straight line. */
    position: string;
  },
): string[] => {
  const upright = ({value, label}: Reference) => ({
    label,
    x: [value, value],
    y: [scale.min, scale.max],
    position: "t",
  });
  const level = ({value, label}: Reference) => ({
    label,
    x: [base.min, base.max],
    y: [value, value],
    position: "t",
  });
  const all = [
    ...(across.reference ? [{...upright(across.reference), dash: "dash"}] : []),
    ...(figure.reference ? [{...level(figure.reference), dash: "dash"}] : []),
    ...(across.line
      ? [
          {
            label: across.line.label,
            x: [across.line.from[0], across.line.to[0]],
            y: [across.line.from[1], across.line.to[1]],
            position,
            dash: "",
          },
        ]
      : []),
  ];
  return all.map(({label, x, y, position, dash}, order) => {
    const wide = data.add(label, x, {kind: across.unit, format: formatCode(across.unit)});
    const high = data.add(label, y, {kind: figure.unit, format: formatCode(figure.unit)});
    const isNamed = all.findIndex((each) => each.label === label) === order;
    return scatterSeries(
      first + order,
      {name: high, x: wide, y: high},
      {
        look: shape(line(grey, {width: 1.25, dash})) + noMarker,
        ...(isNamed ? {labels: nameLabel(1, {position, size: 10, colour: {name: "tx1", tint: 35}})} : {}),
      },
    );
  });
};
