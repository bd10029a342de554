import type {Point, Series} from "../../../src/figures/figure.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, niceScale, valueAxis, withinUnit} from "./axes.js";
import {grey, line, marker, nameLabel, noMarker, rangeLabels, shape} from "./fragments.js";
import {hollowPoints, scatterPlot, scatterSeries} from "./scatter-series.js";
import {type ChartInput, extent, shown} from "./series.js";

/** Value against n, with the limits as curves: only units beyond the outermost limits are named and stand out. */
export const funnelChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const units = figure.series.find(({role}) => role !== "context") ?? figure.series[0];
  if (!units) return "";
  const limits = figure.series.filter((series) => series !== units);
  const ends = (row: number): number[] => limits.flatMap(({points}) => (points[row] && shown(points[row])) ?? []);
  const isOutside = (point: Point, row: number): boolean => {
    const value = shown(point);
    return value !== null && ends(row).length > 0 && (value > Math.max(...ends(row)) || value < Math.min(...ends(row)));
  };
  data.add(words.category, figure.categories);
  const base = ({points}: Series) => points.map((point) => (shown(point) === null ? null : (point.n ?? null)));
  const x = data.add(words.base, base(units), {kind: "count", format: "#,##0"});
  const inside = units.points.map((point, row) => (isOutside(point, row) ? null : shown(point)));
  const outside = units.points.map((point, row) => (isOutside(point, row) ? shown(point) : null));
  const y = data.add(units.name, inside, format);
  const far = data.add(`${units.name} ${words.outside}`, outside, format);
  const names = rangeLabels(
    data.add(
      words.label,
      figure.categories.map((name, row) => (outside[row] === null ? null : name)),
    ),
    {position: "r", size: 10},
  );
  const [blue, orange] = [{name: "accent1"}, {name: "accent4"}] as const;
  const drawn = [
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
  for (const each of limits) {
    // A limit stands at its unit's base, so it is withheld with the unit.
    const curve = each.points
      .flatMap((point, row) => {
        const value = units.points[row]?.flag === "suppressed" ? null : shown(point);
        return value === null || typeof point.n !== "number" ? [] : [{value, n: point.n}];
      })
      .sort((one, other) => one.n - other.n);
    const across = data.add(
      `${each.name} ${words.base}`,
      curve.map(({n}) => n),
      {kind: "count", format: "#,##0"},
    );
    const up = data.add(
      each.name,
      curve.map(({value}) => value),
      format,
    );
    drawn.push(
      scatterSeries(
        drawn.length,
        {name: up, x: across, y: up},
        {look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker, labels: nameLabel(curve.length - 1, muted)},
      ),
    );
  }
  const bases = [units, ...limits].flatMap(base).filter((n) => n !== null);
  if (figure.reference) {
    const ends = data.add(words.reference, [0, Math.max(0, ...bases)], {kind: "count", format: "#,##0"});
    const level = data.add(figure.reference.label, [figure.reference.value, figure.reference.value], format);
    drawn.push(
      scatterSeries(
        drawn.length,
        {name: level, x: ends, y: level},
        {look: shape(line(grey, {width: 1.25})) + noMarker, labels: nameLabel(1, muted)},
      ),
    );
  }
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

const muted = {position: "r", size: 10, colour: {name: "tx1", tint: 35}} as const;
