import type {Figure, Reference} from "../figure.js";
import {
  asIs,
  type Canvas,
  categoryText,
  colourOf,
  type Drawing,
  dotLayer,
  type Label,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {type KeyEntry, legend} from "./parts/legend.js";
import {colours, seriesColours} from "./parts/theme.js";
import {unitNames} from "./parts/unit-names.js";
import {type ValueAxis, valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

const solid: readonly number[] = [];
const dashes: readonly number[] = [5, 3];

/** One value against another: a dot per category with the interval of both, named beside it; lines are in the key. */
export function scatter(canvas: Canvas): Drawing {
  const {figure, language, size, compact} = canvas;
  const small = size - 1;
  const {across} = figure;
  if (!across) throw new Error(`figure ${figure.id}: a scatter chart needs \`across\``);
  const axis = valueAxis(canvas, {fromZero: false});
  const flat = {...canvas, figure: {...figure, unit: across.unit, reference: across.reference}};
  const base = valueAxis(flat, {
    fromZero: false,
    ticks: compact ? 3 : 6,
    series: [{id: "across", name: "", points: across.points}],
  });
  const left = verticalRoom(axis, {size});
  const right = 14;
  const width = canvas.width - left - right;
  const height = compact ? 260 : 340;
  const x = (value: number) => base.position(value) * width;
  const y = (value: number) => (1 - axis.position(value)) * height;
  const palette = seriesColours(figure.series);
  const dots = figure.series.flatMap((series, number) =>
    series.points.flatMap((point, index) => {
      const flatPoint = across.points[index];
      if (point.value == null || flatPoint?.value == null) return [];
      if (point.flag === "suppressed" || flatPoint.flag === "suppressed") return [];
      const colour = palette[number] ?? colours.blue;
      const category = categoryText(figure.categories[index] ?? "", canvas);
      const tips = [
        pointText(flatPoint, {category, series: figure.category_title ?? "", unit: across.unit, language}),
        pointText(point, {category: "", series: figure.value_title ?? series.name, unit: figure.unit, language}),
      ];
      return [
        {
          x: x(flatPoint.value),
          y: y(point.value),
          x1: x(flatPoint.lo ?? flatPoint.value),
          x2: x(flatPoint.hi ?? flatPoint.value),
          y1: y(point.lo ?? point.value),
          y2: y(point.hi ?? point.value),
          category,
          colour,
          fill: point.flag === "hollow" || flatPoint.flag === "hollow" ? colours.paper : colour,
          tip: tips.join(language === "zh" ? "；" : "; "),
        },
      ];
    }),
  );
  const frame = verticalValues({...canvas, figure: {...figure, reference: undefined}}, {axis, width, height, left});
  const key = legend(keyOf(figure), {canvas, left});
  const labels: Label[] = base.ticks.map((tick, index) => ({
    x: x(tick),
    y: height + 14,
    text: base.labels[index] ?? "",
    align: "center",
    colour: colours.muted,
    size: small,
  }));
  if (figure.category_title)
    labels.push({
      x: width,
      y: height + 33,
      text: figure.category_title,
      align: "right",
      colour: colours.muted,
      size: small,
    });
  return {
    layers: [
      ...frame.layers,
      lineLayer([{x: 0, y: height, x2: width, y2: height}], {colour: colours.axis}),
      ...(across.reference
        ? [lineLayer([{x: x(across.reference.value), y: 0, x2: x(across.reference.value), y2: height}], crossStyle)]
        : []),
      ...(figure.reference
        ? [lineLayer([{x: 0, y: y(figure.reference.value), x2: width, y2: y(figure.reference.value)}], crossStyle)]
        : []),
      ...(across.line ? straight(across.line, {axis, base, width, height}) : []),
      ...["x", "y"].map((way) => ({
        data: {values: dots},
        mark: {type: "rule", strokeWidth: 2, opacity: 0.4, aria: false},
        encoding:
          way === "x"
            ? {x: asIs("x1"), x2: {field: "x2"}, y: asIs("y"), color: colourOf("colour")}
            : {x: asIs("x"), y: asIs("y1"), y2: {field: "y2"}, color: colourOf("colour")},
      })),
      dotLayer(dots, {size: 85}),
      ...labelLayers(
        [
          ...labels,
          ...unitNames(
            dots.map(({colour, ...dot}) => ({...dot, colour: colour === colours.context ? colours.ink : colour})),
            {size: small, width, height, lifts: [-0.75, 0.75, -1.75, 1.75, -2.75, 2.75]},
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
    bottom: figure.category_title ? 44 : 26,
  };
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
  {axis, base, width, height}: {axis: ValueAxis; base: ValueAxis; width: number; height: number},
) {
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
  const place = (value: number) => ({x: base.position(value) * width, y: (1 - axis.position(at(value))) * height});
  return [lineLayer([{...place(start), x2: place(end).x, y2: place(end).y}], {colour: colours.axis, width: 1.75})];
}
