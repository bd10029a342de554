import type {Point, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, valueAxis, withinUnit} from "./axes.js";
import {line, nameLabel, noLabels, noMarker, shape} from "./fragments.js";
import {scatterPlot, scatterSeries} from "./scatter-series.js";
import {type ChartInput, extent, seriesColour, shown} from "./series.js";

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
      scatterSeries(
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
        scatterSeries(
          drawn.length,
          {name: ends, x: at, y: ends},
          {look: shape(line({...colour, tint: 40}, {width: 0.75, dash: "sysDash"})) + noMarker},
        ),
      );
    }
  }
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
    }) + valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale, {large: words.large})}),
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
