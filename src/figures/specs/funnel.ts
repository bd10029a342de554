import {scaleLinear} from "d3-scale";
import {formatCompact} from "../../words/format.js";
import {
  asIs,
  type Canvas,
  categoryText,
  type Drawing,
  dotLayer,
  type Label,
  type Layer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {legend} from "./parts/legend.js";
import {colours} from "./parts/theme.js";
import {unitNames} from "./parts/unit-names.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

/**
 * Share against base, one dot per unit. Series with role "context" are the limits (value at that unit's n), drawn as
 * curves: the outermost solid, the others dashed. Only units outside the outermost limits are named.
 */
export function funnel(canvas: Canvas): Drawing {
  const {figure, language, size, compact} = canvas;
  const small = size - 1;
  const units = figure.series.find(({role}) => role !== "context") ?? figure.series[0];
  const limits = figure.series.filter((series) => series !== units);
  const axis = valueAxis(canvas, {fromZero: false});
  const left = verticalRoom(axis, {size});
  const right = 14;
  const width = canvas.width - left - right;
  const height = compact ? 230 : 320;
  const shown = (units?.points ?? []).flatMap((point, index) =>
    point.value == null || point.flag === "suppressed" || point.n == null
      ? []
      : [{point, index, n: point.n, value: point.value}],
  );
  const bases = limits.flatMap(({points}) => points.flatMap(({n}) => n ?? [])).concat(shown.map(({n}) => n));
  const span = scaleLinear()
    .domain([0, Math.max(1, ...bases)])
    .nice(5)
    .range([0, width]);
  const y = (value: number) => (1 - axis.position(value)) * height;
  const at = (series: (typeof limits)[number], index: number) => series.points[index]?.value ?? null;
  const values = shown.map(({point, index, n, value}) => {
    const ends = limits.flatMap((series) => at(series, index) ?? []);
    const outside = ends.length > 0 && (value > Math.max(...ends) || value < Math.min(...ends));
    const colour = outside ? colours.orange : colours.blue;
    const category = categoryText(figure.categories[index] ?? "", canvas);
    return {
      x: span(n),
      y: y(value),
      outside,
      category,
      colour,
      fill: point.flag === "hollow" ? colours.paper : colour,
      shape: outside ? "diamond" : "circle",
      tip: pointText(point, {category, series: "", unit: figure.unit, language}),
    };
  });
  const ranges = limits.map((series) =>
    series.points.reduce(
      (sum, point, index) =>
        sum + Math.abs((point.value ?? 0) - (figure.reference?.value ?? units?.points[index]?.value ?? 0)),
      0,
    ),
  );
  const outer = Math.max(0, ...ranges) * 0.75;
  const curves = limits.map((series, number): Layer => {
    const points = series.points.flatMap((point, index) => {
      const n = point.n ?? units?.points[index]?.n;
      return point.value == null || n == null ? [] : [{x: span(n), y: Math.max(0, Math.min(height, y(point.value)))}];
    });
    const solid = (ranges[number] ?? 0) >= outer;
    return {
      data: {values: points.sort((one, other) => one.x - other.x)},
      mark: {
        type: "line",
        color: colours.axis,
        strokeWidth: 1.25,
        interpolate: "monotone",
        aria: false,
        ...(solid ? {} : {strokeDash: [4, 3]}),
      },
      encoding: {x: asIs("x"), y: asIs("y"), order: {field: "x", type: "quantitative"}},
    };
  });
  const named = limits.map(({name}, number) => ({
    name,
    colour: colours.axis,
    dash: (ranges[number] ?? 0) >= outer ? [] : [4, 3],
  }));
  const key = legend(
    named.filter(({name}, index) => named.findIndex((one) => one.name === name) === index),
    {canvas, left},
  );
  const frame = verticalValues(canvas, {axis, width, height, left});
  const ticks = span.ticks(compact ? 4 : 6);
  const labels: Label[] = ticks.map((tick) => ({
    x: Math.min(span(tick), width - 6),
    y: height + 14,
    text: formatCompact(tick, {language}),
    align: "center",
    colour: colours.muted,
    size: small,
  }));
  labels.push({
    x: width,
    y: height + 32,
    text: figure.category_title ?? "n",
    align: "right",
    colour: colours.muted,
    size: small,
  });
  return {
    layers: [
      ...frame.layers,
      lineLayer([{x: 0, y: height, x2: width, y2: height}], {colour: colours.axis}),
      ...curves,
      dotLayer(values, {
        size: 60,
        width: 1.75,
        encoding: {shape: {field: "shape", type: "nominal", scale: null}},
      }),
      ...labelLayers(
        [
          ...labels,
          ...unitNames(
            values.filter(({outside}) => outside),
            {size: small, width, height},
          ),
        ],
        {size},
      ),
      ...key.layers(-key.height - frame.top),
    ],
    height,
    left,
    right,
    top: key.height + frame.top,
    bottom: 44,
  };
}
