import {type ScaleLinear, scaleLinear} from "d3-scale";
import {formatCompact} from "../../words/large.js";
import type {Figure, Series} from "../figure.js";
import {
  asIs,
  type Canvas,
  categoryText,
  type Drawing,
  dotLayer,
  type Label,
  type Layer,
  labelLayers,
  pointText,
} from "./parts/canvas.js";
import {legend} from "./parts/legend.js";
import {ground, type Plot, verticalPlot} from "./parts/plot.js";
import {colours} from "./parts/theme.js";
import {unitNames} from "./parts/unit-names.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalValues} from "./parts/vertical-values.js";

interface FunnelPlot extends Plot {
  /** Where a base stands, from left to right. */
  readonly span: ScaleLinear<number, number>;
}

/** A limit: its value at the base of each unit. The outermost are solid, the others dashed. */
interface Limit {
  readonly series: Series;
  readonly dash: readonly number[];
}

/**
 * Share against base, one dot per unit. Series with role "context" are the limits (value at that unit's n), drawn as
 * curves: the outermost solid, the others dashed. Only units outside the outermost limits are named.
 */
export function funnel(canvas: Canvas): Drawing {
  const {figure, size} = canvas;
  const units = figure.series.find(({role}) => role !== "context") ?? figure.series[0];
  const limits = limitsOf(figure, units);
  const plot = funnelPlot(canvas, {units, limits});
  const {width, height, left, right} = plot;
  const dots = unitDots(canvas, {units, limits, plot});
  const named = limits.map(({series: {name}, dash}) => ({name, colour: colours.axis, dash}));
  const key = legend(
    named.filter(({name}, index) => named.findIndex((one) => one.name === name) === index),
    {canvas, left},
  );
  const frame = verticalValues(canvas, plot);
  const outside = dots.filter((dot) => dot.outside);
  return {
    layers: [
      ...frame.layers,
      ground(plot),
      ...limits.map((limit) => curve(limit, {units, plot})),
      dotLayer(dots, {size: 60, width: 1.75, encoding: {shape: {field: "shape", type: "nominal", scale: null}}}),
      ...labelLayers([...baseLabels(canvas, plot), ...unitNames(outside, {size: size - 1, width, height})], {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height,
    left,
    right,
    top: key.height + frame.top,
    bottom: 44,
  };
}

function limitsOf(figure: Figure, units: Series | undefined): Limit[] {
  const limits = figure.series.filter((series) => series !== units);
  const ranges = limits.map((series) =>
    series.points.reduce(
      (sum, point, index) =>
        sum + Math.abs((point.value ?? 0) - (figure.reference?.value ?? units?.points[index]?.value ?? 0)),
      0,
    ),
  );
  const outer = Math.max(0, ...ranges) * 0.75;
  return limits.map((series, number) => ({series, dash: (ranges[number] ?? 0) >= outer ? [] : [4, 3]}));
}

/** Units that may be shown, each with its base. */
const shownOf = (units: Series | undefined) =>
  (units?.points ?? []).flatMap((point, index) =>
    point.value == null || point.flag === "suppressed" || point.n == null
      ? []
      : [{point, index, n: point.n, value: point.value}],
  );

function funnelPlot(
  canvas: Canvas,
  {units, limits}: {units: Series | undefined; limits: readonly Limit[]},
): FunnelPlot {
  const axis = valueAxis(canvas, {fromZero: false});
  const plot = verticalPlot(canvas, {axis, right: 14, height: canvas.compact ? 230 : 320});
  const bases = limits
    .flatMap(({series}) => series.points.flatMap(({n}) => n ?? []))
    .concat(shownOf(units).map(({n}) => n));
  const span = scaleLinear()
    .domain([0, Math.max(1, ...bases)])
    .nice(5)
    .range([0, plot.width]);
  return {...plot, span};
}

function unitDots(
  canvas: Canvas,
  {units, limits, plot}: {units: Series | undefined; limits: readonly Limit[]; plot: FunnelPlot},
) {
  const {figure, language} = canvas;
  return shownOf(units).map(({point, index, n, value}) => {
    const ends = limits.flatMap(({series}) => series.points[index]?.value ?? []);
    const outside = ends.length > 0 && (value > Math.max(...ends) || value < Math.min(...ends));
    const colour = outside ? colours.orange : colours.blue;
    const category = categoryText(figure.categories[index] ?? "", canvas);
    return {
      x: plot.span(n),
      y: plot.y(value),
      outside,
      category,
      colour,
      fill: point.flag === "hollow" ? colours.paper : colour,
      shape: outside ? "diamond" : "circle",
      tip: pointText(point, {category, series: "", unit: figure.unit, language}),
    };
  });
}

/** A limit from the smallest base to the largest. */
function curve(
  {series, dash}: Limit,
  {units, plot: {span, y, height}}: {units: Series | undefined; plot: FunnelPlot},
): Layer {
  const points = series.points.flatMap((point, index) => {
    const n = point.n ?? units?.points[index]?.n;
    return point.value == null || n == null ? [] : [{x: span(n), y: Math.max(0, Math.min(height, y(point.value)))}];
  });
  return {
    data: {values: points.sort((one, other) => one.x - other.x)},
    mark: {
      type: "line",
      color: colours.axis,
      strokeWidth: 1.25,
      interpolate: "monotone",
      aria: false,
      ...(dash.length === 0 ? {} : {strokeDash: dash}),
    },
    encoding: {x: asIs("x"), y: asIs("y"), order: {field: "x", type: "quantitative"}},
  };
}

/** Ticks and title of the axis of bases. */
function baseLabels({figure, language, size, compact}: Canvas, {span, width, height}: FunnelPlot): Label[] {
  const look = {colour: colours.muted, size: size - 1};
  const ticks = span.ticks(compact ? 4 : 6).map(
    (tick): Label => ({
      x: Math.min(span(tick), width - 6),
      y: height + 14,
      text: formatCompact(tick, {language}),
      align: "center",
      ...look,
    }),
  );
  return [...ticks, {x: width, y: height + 32, text: figure.category_title ?? "n", align: "right", ...look}];
}
