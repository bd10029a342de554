import {wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, valueAxis, withinUnit} from "./axes.js";
import type {ChartColumn} from "./data.js";
import {errorBars, grey, line, marker, nameLabel, noMarker, rangeLabels, shape} from "./fragments.js";
import {hollowPoints, type IntervalLine, intervalLines, scatterPlot, scatterSeries} from "./scatter-series.js";
import {addSeries, type ChartInput, extent, hasInterval, pointLabel, seriesColour} from "./series.js";

/** One row per category, first on top: a dot at the value, a bar through it from lo to hi, the name at the left. */
export const dotChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const format = formatCode(figure.unit);
  const count = figure.categories.length;
  const scale = withinUnit(niceScale(extent(figure)), figure.unit);
  const withheld = (row: number): boolean => figure.series.some(({points}) => points[row]?.flag === "suppressed");
  const names = data.add(
    figure.category_title ?? words.category,
    figure.categories.map((category, row) => (withheld(row) ? `${category} (${words.suppressed})` : category)),
  );
  const part = (name: string, word: string): string => (figure.series.length > 1 ? `${name} ${word}` : word);
  const intervals: IntervalLine[] = [];
  const sides: {name: string; y: ChartColumn; labels: (string | null)[]}[] = [];
  const drawn = figure.series.map((each, index) => {
    const colour = seriesColour(figure, index);
    const offset = figure.series.length > 1 ? (index / (figure.series.length - 1) - 0.5) * -0.4 : 0;
    const height = figure.categories.map((_, row) => Number((count - row + offset).toFixed(3)));
    const y = data.add(part(each.name, words.position), height, {kind: "points", format: "0.00"});
    const again = hasInterval(each)
      ? data.add(part(each.name, words.position), height, {kind: "points", format: "0.00"})
      : y;
    const {values, interval} = addSeries(input, each);
    const size = each.role === "context" ? 7 : 9;
    const quiet = figure.series.length > 1 && each.role === "context";
    if (!quiet && count * figure.series.length <= 40)
      sides.push({name: each.name, y, labels: each.points.map((point) => pointLabel(point, input))});
    if (interval) intervals.push({...interval, names, y, again, colour});
    return scatterSeries(
      index,
      {name: values, x: values, y},
      {
        look: shape(line(null)) + marker({colour, size}),
        points: hollowPoints(each.points, {colour, size}),
        bars: interval ? errorBars("x", {...interval, colour}) : "",
      },
    );
  });
  let next = figure.series.length;
  const edge = data.add(
    words.label,
    figure.categories.map(() => scale.min),
    {kind: figure.unit, format},
  );
  const middle = data.add(
    words.position,
    figure.categories.map((_, row) => count - row),
    {kind: "points", format: "0.00"},
  );
  const cut = figure.categories.map(
    (_, row) => wrapText(String(names.values[row] ?? ""), {width: 3.2 * 72, size: 11, lines: 1})[0] ?? "",
  );
  const isCut = cut.some((text, row) => text !== names.values[row]);
  const left = rangeLabels(isCut ? data.add(words.label, cut) : names, {position: "l", size: count > 14 ? 9 : 11});
  drawn.push(
    scatterSeries(
      next++,
      {name: edge, x: edge, y: middle},
      {look: shape(line(null)) + noMarker, labels: left.labels, range: left.range},
    ),
  );
  // Values stand in a column at the right, where no interval runs through them.
  const right = data.add(
    words.position,
    figure.categories.map(() => scale.max),
    {kind: figure.unit, format},
  );
  for (const {name, y, labels} of sides) {
    const texts = rangeLabels(data.add(part(name, words.label), labels), {
      position: "r",
      size: count * sides.length > 14 ? 9 : 10,
    });
    drawn.push(
      scatterSeries(
        next++,
        {name: right, x: right, y},
        {look: shape(line(null)) + noMarker, labels: texts.labels, range: texts.range},
      ),
    );
  }
  for (const each of intervals) {
    drawn.push(...intervalLines(each, next));
    next += count;
  }
  if (figure.reference) drawn.push(verticalLine(input, {index: next, top: count + 0.5}));
  return scatterPlot(
    drawn,
    valueAxis(scale, {
      position: "b",
      format: axisFormat(figure.unit, scale, {large: words.large}),
      role: "category",
      ...(figure.value_title && {title: figure.value_title}),
    }) +
      valueAxis({min: 0.5, max: count + 0.5, step: 1}, {position: "l", format: "0", has_grid: false, is_deleted: true}),
  );
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
