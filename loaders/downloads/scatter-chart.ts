import type {Point, Series} from "../../src/figures/figure.js";
import {axisIds, niceScale, valueAxis} from "./chart-axes.js";
import {type ChartColumn, numberReference, seriesName} from "./chart-data.js";
import {
  errorBars,
  grey,
  line,
  marker,
  nameLabel,
  noLabels,
  noMarker,
  rangeLabels,
  shape,
  type ThemeColour,
} from "./chart-fragments.js";
import {addSeries, type ChartInput, extent, pointLabel, seriesColour, shown} from "./chart-series.js";
import {formatCode} from "./number-format.js";

interface Look {
  readonly look: string;
  readonly points?: string;
  readonly labels?: string;
  readonly bars?: string;
  readonly range?: string;
}

const series = (
  index: number,
  {name, x, y}: {name: ChartColumn; x: ChartColumn; y: ChartColumn},
  {look, points = "", labels = noLabels, bars = "", range = ""}: Look,
): string =>
  `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(name)}${look}${points}${labels}${bars}<c:xVal>${numberReference(x)}</c:xVal><c:yVal>${numberReference(y)}</c:yVal><c:smooth val="0"/>${range}</c:ser>`;

const scatter = (drawn: readonly string[], axes: string): string =>
  `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn.join("")}${axisIds}</c:scatterChart>${axes}`;

const hollowPoints = (points: readonly Point[], {colour, size}: {colour: ThemeColour; size: number}): string =>
  points
    .map((point, index) =>
      point.flag === "hollow" && shown(point) !== null
        ? `<c:dPt><c:idx val="${index}"/>${marker({colour, size, hollow: true})}<c:bubble3D val="0"/>${shape(line(null))}</c:dPt>`
        : "",
    )
    .join("");

/** One row per category, first on top: a dot at the value, a bar through it from lo to hi, the name at the left. */
export const dotChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const format = formatCode(figure.unit);
  const count = figure.categories.length;
  const scale = niceScale(extent(figure));
  const names = data.add(figure.category_title ?? words.category, figure.categories);
  const rows = data.add(
    words.position,
    figure.categories.map((_, index) => count - index),
    {kind: "points", format: "0.00"},
  );
  const drawn = figure.series.map((each, index) => {
    const colour = seriesColour(figure, index);
    const offset = figure.series.length > 1 ? (index / (figure.series.length - 1) - 0.5) * -0.4 : 0;
    const y =
      offset === 0
        ? rows
        : data.add(
            `${each.name} ${words.position}`,
            figure.categories.map((_, row) => Number((count - row + offset).toFixed(3))),
            {kind: "points", format: "0.00"},
          );
    const {values, interval} = addSeries(input, each);
    const size = each.role === "context" ? 7 : 9;
    const {labels, range} =
      figure.series.length > 1 && each.role === "context"
        ? {labels: noLabels, range: ""}
        : rangeLabels(
            data.add(
              `${each.name} ${words.label}`,
              each.points.map((point) => pointLabel(point, figure)),
            ),
            {position: "t", size: count > 12 ? 9 : 10},
          );
    return series(
      index,
      {name: values, x: values, y},
      {
        look: shape(line(null)) + marker({colour, size}),
        points: hollowPoints(each.points, {colour, size}),
        labels: count * figure.series.length > 30 ? noLabels : labels,
        bars: interval ? errorBars("x", {...interval, colour}) : "",
        range: count * figure.series.length > 30 ? "" : range,
      },
    );
  });
  let next = figure.series.length;
  const edge = data.add(
    words.label,
    figure.categories.map(() => scale.min),
    {kind: figure.unit, format},
  );
  const left = rangeLabels(names, {position: "l", size: count > 14 ? 9 : 11});
  drawn.push(
    series(
      next++,
      {name: edge, x: edge, y: rows},
      {look: shape(line(null)) + noMarker, labels: left.labels, range: left.range},
    ),
  );
  if (figure.reference) drawn.push(verticalLine(input, {index: next, top: count + 0.5}));
  return scatter(
    drawn,
    valueAxis(scale, {
      position: "b",
      format,
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
  return series(
    index,
    {name: x, x, y},
    {
      look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker,
      labels: nameLabel(1, {position: "t", size: 10, colour: {name: "tx1", tint: 35}}),
    },
  );
};

/** A survival curve as stairs on a number axis, its interval as thin dashed stairs. */
export const stepChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const times = figure.categories.map(Number);
  const drawn: string[] = [];
  for (const [index, each] of figure.series.entries()) {
    const colour = seriesColour(figure, index);
    const stairs = (pick: (point: Point) => number | null | undefined) => stairsOf(each, {times, pick});
    const values = stairs(shown);
    const x = data.add(
      `${figure.category_title ?? words.category} (${each.name})`,
      values.map(([time]) => time),
      {kind: "ratio"},
    );
    const column = (name: string, steps: readonly [number, number][]) =>
      data.add(
        name,
        steps.map(([, value]) => value),
        format,
      );
    const y = column(each.name, values);
    drawn.push(
      series(
        drawn.length,
        {name: y, x, y},
        {
          look: shape(line(colour, {width: 2.5})) + noMarker,
          labels: figure.series.length > 1 ? nameLabel(values.length - 1, {size: 11, bold: true, colour}) : noLabels,
        },
      ),
    );
    for (const [word, pick] of [
      [words.low, (point: Point) => point.lo],
      [words.high, (point: Point) => point.hi],
    ] as const) {
      const steps = stairs((point) => (shown(point) === null ? null : pick(point)));
      if (steps.length < 2) continue;
      const ends = column(`${each.name} ${word}`, steps);
      const at =
        steps.length === values.length
          ? x
          : data.add(
              words.position,
              steps.map(([time]) => time),
              {kind: "ratio"},
            );
      drawn.push(
        series(
          drawn.length,
          {name: ends, x: at, y: ends},
          {look: shape(line({...colour, tint: 40}, {width: 0.75, dash: "sysDash"})) + noMarker},
        ),
      );
    }
  }
  const across = niceScale(times, {zero: true, steps: 6});
  return scatter(
    drawn,
    valueAxis(across, {
      position: "b",
      format: "General",
      role: "category",
      has_grid: false,
      ...(figure.category_title && {title: figure.category_title}),
    }) +
      valueAxis(niceScale(extent(figure), {zero: figure.unit === "share"}), {
        position: "l",
        format: figure.unit === "share" ? "0%" : format.format,
      }),
  );
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

/** Value against n: small units scatter widely, so only those beyond the limits stand out. */
export const funnelChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const names = data.add(figure.category_title ?? words.category, figure.categories);
  const bases = figure.series.flatMap(({points}) => points.flatMap(({n}) => (typeof n === "number" ? [n] : [])));
  const drawn = figure.series.map((each, index) => {
    const colour = seriesColour(figure, index);
    const isLimit = each.role === "context";
    const x = data.add(
      `${each.name} ${words.base}`,
      each.points.map((point) => (shown(point) === null ? null : (point.n ?? null))),
      {kind: "count", format: "#,##0"},
    );
    const y = data.add(each.name, each.points.map(shown), format);
    if (isLimit)
      return series(
        index,
        {name: y, x, y},
        {
          look: shape(line(colour, {width: 1.25, dash: "dash"})) + noMarker,
          labels: nameLabel(each.points.length - 1, {size: 10, colour: {name: "tx1", tint: 35}}),
        },
      );
    const left = rangeLabels(names, {position: "r", size: 10});
    return series(
      index,
      {name: y, x, y},
      {
        look: shape(line(null)) + marker({colour, size: 8}),
        points: hollowPoints(each.points, {colour, size: 8}),
        labels: left.labels,
        range: left.range,
      },
    );
  });
  if (figure.reference) {
    const x = data.add(words.base, [0, Math.max(0, ...bases)], {kind: "count", format: "#,##0"});
    const y = data.add(figure.reference.label, [figure.reference.value, figure.reference.value], format);
    drawn.push(
      series(
        drawn.length,
        {name: y, x, y},
        {
          look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker,
          labels: nameLabel(1, {position: "t", size: 10, colour: {name: "tx1", tint: 35}}),
        },
      ),
    );
  }
  return scatter(
    drawn,
    valueAxis(niceScale(bases, {zero: true, room: 0.08}), {
      position: "b",
      format: "#,##0",
      role: "category",
      has_grid: false,
      title: figure.category_title ?? words.base,
    }) + valueAxis(niceScale(extent(figure, {intervals: false})), {position: "l", format: format.format}),
  );
};
