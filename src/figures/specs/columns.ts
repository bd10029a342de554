import {isUnfinished} from "../../marts/shape/flag.js";
import {formatNumber} from "../../words/format.js";
import {words} from "../../words/interface.js";
import type {Figure, Point, Series} from "../figure.js";
import {
  asIs,
  type Canvas,
  categoryText,
  colourOf,
  type Drawing,
  type Label,
  type Layer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {categoryLabels} from "./parts/category-labels.js";
import {eventMarks} from "./parts/event-marks.js";
import {legend} from "./parts/legend.js";
import {verticalPlot} from "./parts/plot.js";
import {textWidth} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalValues} from "./parts/vertical-values.js";

/** Where one bar stands. */
interface Bar {
  readonly point: Point;
  readonly category: string;
  readonly series: Series;
  /** Left edge, in pixels. */
  readonly x: number;
  readonly colour: string;
}

/** Vertical bars from 0, side by side per category, with whiskers; the value on top where there is room, dated notes above. */
export function columns(canvas: Canvas): Drawing {
  const {figure, size, compact} = canvas;
  const plot = verticalPlot(canvas, {
    axis: valueAxis(canvas, {fromZero: true}),
    right: 10,
    height: compact ? 190 : 250,
  });
  const {width, height, left, right, y} = plot;
  const step = width / figure.categories.length;
  const bar = Math.min(56, (step * 0.78) / figure.series.length);
  const palette = seriesColours(figure.series);
  const several = figure.series.length > 1;
  const key = legend(
    several ? figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue})) : [],
    {canvas, left},
  );
  // Between two columns, so that no line runs through one.
  const events = eventMarks(canvas, {at: (index) => step * index, width, height, above: 18});
  const lift = events.top > 0 ? events.top + 12 : 0;
  const frame = verticalValues(canvas, {...plot, lift});
  const top = key.height + frame.top + lift + 8;
  const bars = barsOf(figure, {step, bar, palette});
  const below = categoryLabels(canvas, {step, width, height});
  const room = bar - 2 + (several ? 0 : step * 0.2);
  const above = bars.flatMap((each) => valueAbove(each, {canvas, middle: each.x + bar / 2, room, y}));
  const layers: Layer[] = [
    ...frame.layers,
    ...events.layers,
    barLayer(bars.flatMap((each) => drawnBar(each, {canvas, bar, y}))),
    ...whiskers(bars, {bar, y}),
    lineLayer([{x: 0, y: y(0), x2: width, y2: y(0)}], {colour: colours.axis}),
    ...labelLayers([...above, ...below.labels], {size}),
    ...key.layers(-top),
  ];
  return {layers, height, left, right, top, bottom: below.bottom};
}

const barsOf = (
  {categories, series: all}: Figure,
  {step, bar, palette}: {step: number; bar: number; palette: readonly string[]},
): Bar[] =>
  categories.flatMap((category, index) =>
    all.flatMap((series, number) => {
      const point = series.points[index];
      const x = step * (index + 0.5) + (number - all.length / 2) * bar;
      return point ? [{point, category, series, x, colour: palette[number] ?? colours.blue}] : [];
    }),
  );

/** The value over its bar or whisker, or the word that it is withheld. */
function valueAbove(
  {point}: Bar,
  {
    canvas: {figure, language, size},
    middle,
    room,
    y,
  }: {canvas: Canvas; middle: number; room: number; y: (value: number) => number},
): Label[] {
  const hidden = point.flag === "suppressed" || point.flag === "missing" ? point.flag : undefined;
  const text = hidden ? words[language][hidden] : formatNumber(point.value, figure.unit, {language, bare: true});
  const crest =
    hidden || point.value == null ? y(0) : Math.min(y(Math.max(point.value, 0)), y(point.hi ?? point.value));
  if (textWidth(text, {size: size - 2}) > room || text === "–") return [];
  return [{x: middle, y: crest - 9, text, align: "center", size: size - 2, colour: colours.muted}];
}

function drawnBar(
  {point, category, series, x, colour}: Bar,
  {canvas, bar, y}: {canvas: Canvas; bar: number; y: (value: number) => number},
) {
  const {figure, language} = canvas;
  if (point.value == null || point.flag === "suppressed") return [];
  return [
    {
      x: x + 1,
      end: x + bar - 1,
      y: y(point.value),
      zero: y(0),
      colour,
      fill: point.flag === "hollow" ? colours.paper : colour,
      opacity: isUnfinished(point.flag) ? 0.55 : 1,
      tip: pointText(point, {
        category: categoryText(category, canvas),
        series: figure.series.length > 1 ? series.name : "",
        unit: figure.unit,
        language,
      }),
    },
  ];
}

const barLayer = (values: readonly unknown[]): Layer => ({
  data: {values},
  mark: {type: "rect", strokeWidth: 1},
  encoding: {
    x: asIs("x"),
    x2: {field: "end"},
    y: asIs("y"),
    y2: {field: "zero"},
    fill: colourOf("fill"),
    stroke: colourOf("colour"),
    opacity: asIs("opacity"),
    description: {field: "tip"},
  },
});

/** Intervals, dark on a light ground so that they show on any bar. */
function whiskers(bars: readonly Bar[], {bar, y}: {bar: number; y: (value: number) => number}): Layer[] {
  const ends = bars.flatMap(({point: {value, lo, hi, flag}, x}) =>
    value == null || flag === "suppressed" || lo == null || hi == null
      ? []
      : [{x: x + bar / 2, y: y(lo), x2: x + bar / 2, y2: y(hi)}],
  );
  if (ends.length === 0) return [];
  return [lineLayer(ends, {colour: colours.paper, width: 4}), lineLayer(ends, {colour: colours.charcoal, width: 1.5})];
}
