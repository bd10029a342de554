import type {Figure, Series} from "../../../src/figures/figure.js";
import {textWidth, wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, type Scale, valueAxis, withinUnit} from "./axes.js";
import type {ChartColumn} from "./data.js";
import {errorBars, grey, line, marker, nameLabel, noMarker, rangeLabels, shape, type ThemeColour} from "./fragments.js";
import {nameShare, plotSize} from "./layout.js";
import {type IntervalLine, intervalLines, ownPoints, scatterPlot, scatterSeries} from "./scatter-series.js";
import {
  addSeries,
  baseColour,
  type ChartInput,
  extent,
  hasInterval,
  hot,
  isHot,
  pointLabel,
  rowName,
} from "./series.js";

/** How much of a row the dots of several series take. */
const spread = 0.4;

/** What a series leaves to be drawn once all dots stand. */
interface Row {
  readonly drawn: string;
  readonly interval: IntervalLine | undefined;
  /** Its values, for the column at the right. */
  readonly side: {readonly name: string; readonly y: ChartColumn; readonly labels: (string | null)[]} | undefined;
}

/** One row per category, first on top: a dot at the value, a bar through it from lo to hi, the name at the left. */
export const dotChart = (input: ChartInput): string => {
  const {figure, words} = input;
  const count = figure.categories.length;
  const scale = withinUnit(niceScale(extent(figure)), figure.unit);
  const names = namesOf(input);
  const rows = figure.series.map((each, index) => rowOf(input, {each, index, names}));
  const drawn = rows.map(({drawn: dots}) => dots);
  drawn.push(nameSeries(input, {names, scale, index: drawn.length}));
  drawn.push(...valueSeries(input, {rows, scale, first: drawn.length}));
  let next = drawn.length;
  for (const {interval} of rows) {
    if (!interval) continue;
    drawn.push(...intervalLines(interval, next));
    next += count;
  }
  if (figure.reference) drawn.push(verticalLine(input, {index: next, top: count + 0.5}));
  return scatterPlot(
    drawn,
    valueAxis(scale, {
      position: "b",
      format: axisFormat(figure.unit, scale, words),
      role: "category",
      ...(figure.value_title && {title: figure.value_title}),
    }) +
      valueAxis({min: 0.5, max: count + 0.5, step: 1}, {position: "l", format: "0", has_grid: false, is_deleted: true}),
  );
};

const place = {kind: "points", format: "0.00"} as const;

/** A word for a column, with the series it is of where there are several. */
const part = ({figure}: ChartInput, name: string, word: string): string =>
  figure.series.length > 1 ? `${name} ${word}` : word;

const namesOf = ({figure, data, words}: ChartInput): ChartColumn =>
  data.add(
    figure.category_title ?? words.category,
    figure.categories.map((_, row) => rowName(figure, row, words)),
  );

/** The dots of one series, each a little above or below the middle of its row where there are several. */
const rowOf = (input: ChartInput, {each, index, names}: {each: Series; index: number; names: ChartColumn}): Row => {
  const {figure, data, words} = input;
  const count = figure.categories.length;
  const several = figure.series.length > 1;
  const colour = baseColour(figure, index);
  const offset = several ? (index / (figure.series.length - 1) - 0.5) * -spread : 0;
  const height = figure.categories.map((_, row) => Number((count - row + offset).toFixed(3)));
  const y = data.add(part(input, each.name, words.position), height, place);
  const again = hasInterval(each) ? data.add(part(input, each.name, words.position), height, place) : y;
  const {values, interval} = addSeries(input, each);
  const size = each.role === "context" ? 7 : 9;
  const row = (at: number): ThemeColour => (isHot(figure, at) ? hot : colour);
  // Several values a row need lines of their own; where there is no room for all, the main series has them.
  const apart = ((plotSize(figure, words, input.look).height / count) * spread) / Math.max(1, figure.series.length - 1);
  const isRoomy = !several || apart >= 11;
  const hasValues = !(several && each.role === "context") && (isRoomy || each.role === "main");
  return {
    drawn: scatterSeries(
      index,
      {name: values, x: values, y},
      {
        look: shape(line(null)) + marker({colour, size}),
        points: ownPoints(each.points, {colour: row, size, isOwn: (at) => isHot(figure, at)}),
        bars: interval ? errorBars("x", {...interval, colour}) : "",
      },
    ),
    interval: interval && {...interval, names, y, again, colour: row},
    side: hasValues ? {name: each.name, y, labels: each.points.map((point) => pointLabel(point, input))} : undefined,
  };
};

/** Names and values of the groups that the title names. */
const strongRows =
  (figure: Figure) =>
  (row: number): ThemeColour | undefined =>
    isHot(figure, row) ? hot : undefined;

/** The names at the left edge, cut where they would run over it. */
const nameSeries = (
  {figure, data, words, look}: ChartInput,
  {names, scale, index}: {names: ChartColumn; scale: Scale; index: number},
): string => {
  const count = figure.categories.length;
  const edge = data.add(
    words.label,
    figure.categories.map(() => scale.min),
    {kind: figure.unit, format: formatCode(figure.unit)},
  );
  const middle = data.add(
    words.position,
    figure.categories.map((_, row) => count - row),
    place,
  );
  const width = ((nameShare - 0.01) * look.width * 72) / look.text;
  const isLong = figure.categories.some((_, row) => textWidth(String(names.values[row] ?? ""), {size: 11}) > width);
  const size = count > 14 || isLong ? 9 : 11;
  const cut = figure.categories.map(
    (_, row) => wrapText(String(names.values[row] ?? ""), {width, size, lines: 1})[0] ?? "",
  );
  const isCut = cut.some((text, row) => text !== names.values[row]);
  const left = rangeLabels(isCut ? data.add(words.label, cut) : names, {
    position: "l",
    size,
    strong: strongRows(figure),
  });
  return scatterSeries(
    index,
    {name: edge, x: edge, y: middle},
    {look: shape(line(null)) + noMarker, labels: left.labels, range: left.range},
  );
};

/** Values stand in a column at the right, where no interval runs through them. */
const valueSeries = (
  input: ChartInput,
  {rows, scale, first}: {rows: readonly Row[]; scale: Scale; first: number},
): string[] => {
  const {figure, data, words} = input;
  const right = data.add(
    words.position,
    figure.categories.map(() => scale.max),
    {kind: figure.unit, format: formatCode(figure.unit)},
  );
  const sides = rows.flatMap(({side}) => side ?? []);
  const size = figure.categories.length * sides.length > 14 ? 9 : 10;
  return sides.map(({name, y, labels}, index) => {
    const texts = rangeLabels(data.add(part(input, name, words.label), labels), {
      position: "r",
      size,
      strong: strongRows(figure),
    });
    return scatterSeries(
      first + index,
      {name: right, x: right, y},
      {look: shape(line(null)) + noMarker, labels: texts.labels, range: texts.range},
    );
  });
};

const verticalLine = ({figure, data, words}: ChartInput, {index, top}: {index: number; top: number}): string => {
  const {value, label} = figure.reference ?? {value: 0, label: ""};
  const x = data.add(label, [value, value], {kind: figure.unit, format: formatCode(figure.unit)});
  const y = data.add(`${label} ${words.position}`, [0.5, top], {kind: "points", format: "0.00"});
  return scatterSeries(
    index,
    {name: x, x, y},
    {
      look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker,
      labels: nameLabel(1, {position: "t", size: 10, colour: {name: "tx1", tint: 35}}),
    },
  );
};
