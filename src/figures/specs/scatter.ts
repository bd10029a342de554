import type {Figure, Reference} from "../figure.js";
import {
  asIs,
  type Canvas,
  categoryText,
  colourOf,
  type Drawing,
  dotLayer,
  type Label,
  type Layer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {type KeyEntry, legend} from "./parts/legend.js";
import {ground, type Plot, verticalPlot} from "./parts/plot.js";
import {colours, seriesColours} from "./parts/theme.js";
import {unitNames} from "./parts/unit-names.js";
import {type ValueAxis, valueAxis} from "./parts/value-axis.js";
import {verticalValues} from "./parts/vertical-values.js";

const solid: readonly number[] = [];
const dashes: readonly number[] = [5, 3];

interface ScatterPlot extends Plot {
  readonly across: NonNullable<Figure["across"]>;
  readonly base: ValueAxis;
  readonly x: (value: number) => number;
}

/** One value against another: a dot per category with the interval of both, named beside it; lines are in the key. */
export function scatter(canvas: Canvas): Drawing {
  const {figure, size} = canvas;
  const plot = scatterPlot(canvas);
  const {width, height, left, right} = plot;
  const dots = dotsOf(canvas, plot);
  const frame = verticalValues({...canvas, figure: {...figure, reference: undefined}}, plot);
  const key = legend(keyOf(figure), {canvas, left});
  const names = unitNames(
    dots.map(({colour, ...dot}) => ({...dot, colour: colour === colours.context ? colours.ink : colour})),
    {size: size - 1, width, height, lifts: [-0.75, 0.75, -1.75, 1.75, -2.75, 2.75]},
  );
  return {
    layers: [
      ...frame.layers,
      ground(plot),
      ...cross(figure, plot),
      ...intervals(dots),
      dotLayer(dots, {size: 85}),
      ...labelLayers([...baseLabels(canvas, plot), ...names], {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height,
    left,
    right,
    top: key.height + frame.top,
    bottom: figure.category_title ? 44 : 26,
  };
}

function scatterPlot(canvas: Canvas): ScatterPlot {
  const {figure, compact} = canvas;
  const {across} = figure;
  if (!across) throw new Error(`figure ${figure.id}: a scatter chart needs \`across\``);
  const axis = valueAxis(canvas, {fromZero: false});
  const plot = verticalPlot(canvas, {axis, right: 14, height: compact ? 260 : 340});
  const base = valueAxis(
    {...canvas, figure: {...figure, unit: across.unit, reference: across.reference}},
    {fromZero: false, ticks: compact ? 3 : 6, series: [{id: "across", name: "", points: across.points}]},
  );
  return {...plot, across, base, x: (value) => base.position(value) * plot.width};
}

/** Every category that has both values, with the ends of both intervals. */
function dotsOf(canvas: Canvas, {across, x, y}: ScatterPlot) {
  const {figure, language} = canvas;
  const palette = seriesColours(figure.series);
  return figure.series.flatMap((series, number) =>
    series.points.flatMap((point, index) => {
      const flat = across.points[index];
      if (point.value == null || flat?.value == null) return [];
      if (point.flag === "suppressed" || flat.flag === "suppressed") return [];
      const colour = palette[number] ?? colours.blue;
      const category = categoryText(figure.categories[index] ?? "", canvas);
      const tips = [
        pointText(flat, {category, series: figure.category_title ?? "", unit: across.unit, language}),
        pointText(point, {category: "", series: figure.value_title ?? series.name, unit: figure.unit, language}),
      ];
      return [
        {
          x: x(flat.value),
          y: y(point.value),
          x1: x(flat.lo ?? flat.value),
          x2: x(flat.hi ?? flat.value),
          y1: y(point.lo ?? point.value),
          y2: y(point.hi ?? point.value),
          category,
          colour,
          fill: point.flag === "hollow" || flat.flag === "hollow" ? colours.paper : colour,
          tip: tips.join(language === "zh" ? "；" : "; "),
        },
      ];
    }),
  );
}

/** The interval of each dot, across and upwards. */
const intervals = (dots: readonly unknown[]): Layer[] =>
  [
    {x: asIs("x1"), x2: {field: "x2"}, y: asIs("y"), color: colourOf("colour")},
    {x: asIs("x"), y: asIs("y1"), y2: {field: "y2"}, color: colourOf("colour")},
  ].map((encoding) => ({
    data: {values: dots},
    mark: {type: "rule", strokeWidth: 2, opacity: 0.4, aria: false},
    encoding,
  }));

/** Ticks and title of the axis below. */
function baseLabels({figure, size}: Canvas, {base, x, width, height}: ScatterPlot): Label[] {
  const look = {colour: colours.muted, size: size - 1};
  const ticks = base.ticks.map(
    (tick, index): Label => ({x: x(tick), y: height + 14, text: base.labels[index] ?? "", align: "center", ...look}),
  );
  const {category_title: title} = figure;
  return title ? [...ticks, {x: width, y: height + 33, text: title, align: "right", ...look}] : ticks;
}

/** The two references and the straight line. */
function cross({reference}: Figure, plot: ScatterPlot): Layer[] {
  const {across, x, y, width, height} = plot;
  const [down, along] = [across.reference?.value, reference?.value];
  return [
    ...(down === undefined ? [] : [lineLayer([{x: x(down), y: 0, x2: x(down), y2: height}], crossStyle)]),
    ...(along === undefined ? [] : [lineLayer([{x: 0, y: y(along), x2: width, y2: y(along)}], crossStyle)]),
    ...(across.line ? straight(across.line, plot) : []),
  ];
}

const crossStyle = {colour: colours.charcoal, width: 1.25, dash: dashes};

/** What the lines are: the two of the cross under one name where they have the same. */
function keyOf({reference, across}: Figure): KeyEntry[] {
  const names = [reference, across?.reference].filter((each): each is Reference => each !== undefined);
  const labels = [...new Set(names.map(({label}) => label))];
  return [
    ...labels.map((name) => ({name, colour: colours.charcoal, dash: dashes})),
    ...(across?.line ? [{name: across.line.label, colour: colours.axis, dash: solid}] : []),
  ];
}

/** The part of a line that lies within the plot. */
function straight(
  {from, to}: NonNullable<NonNullable<Figure["across"]>["line"]>,
  {axis, base, x, y}: ScatterPlot,
): Layer[] {
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  const at = (value: number) => from[1] + (value - from[0]) * slope;
  const [low, high] = axis.domain;
  // Where it enters and leaves the plot from left to right, and from bottom to top.
  const crossings = slope === 0 ? [] : [low, high].map((value) => from[0] + (value - from[1]) / slope);
  const [start, end] = [Math.min(...base.domain), Math.max(...base.domain)].map((edge) => {
    if (at(edge) >= low && at(edge) <= high) return edge;
    return crossings.reduce((best, one) => (Math.abs(one - edge) < Math.abs(best - edge) ? one : best), Infinity);
  }) as [number, number];
  if (!(Number.isFinite(start) && Number.isFinite(end))) return [];
  const place = (value: number) => ({x: x(value), y: y(at(value))});
  return [lineLayer([{...place(start), x2: place(end).x, y2: place(end).y}], {colour: colours.axis, width: 1.75})];
}
