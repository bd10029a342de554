import {axisFormat, niceScale, valueAxis, withinUnit} from "./chart-axes.js";
import {grey, line, marker, nameLabel, noMarker, rangeLabels, shape} from "./chart-fragments.js";
import {type ChartInput, extent, seriesColour, shown} from "./chart-series.js";
import {formatCode} from "./number-format.js";
import {hollowPoints, scatterPlot, scatterSeries} from "./scatter-series.js";

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
      return scatterSeries(
        index,
        {name: y, x, y},
        {
          look: shape(line(colour, {width: 1.25, dash: "dash"})) + noMarker,
          labels: nameLabel(each.points.length - 1, {size: 10, colour: {name: "tx1", tint: 35}}),
        },
      );
    const left = rangeLabels(names, {position: "r", size: 10});
    return scatterSeries(
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
      scatterSeries(
        drawn.length,
        {name: y, x, y},
        {
          look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker,
          labels: nameLabel(1, {position: "t", size: 10, colour: {name: "tx1", tint: 35}}),
        },
      ),
    );
  }
  const scale = withinUnit(niceScale(extent(figure, {intervals: false})), figure.unit);
  return scatterPlot(
    drawn,
    valueAxis(niceScale(bases, {zero: true, room: 0.08}), {
      position: "b",
      format: "#,##0",
      role: "category",
      has_grid: false,
      title: figure.category_title ?? words.base,
    }) + valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale)}),
  );
};
