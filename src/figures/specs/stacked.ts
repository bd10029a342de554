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
  pointText,
} from "./parts/canvas.js";
import {horizontalValues} from "./parts/horizontal-values.js";
import {legend} from "./parts/legend.js";
import {textWidth} from "./parts/text-width.js";
import {colours, seriesColours, textOn} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {layoutRows} from "./rows.js";

/** Parts of 100 % per category; the share is written where its part is wide enough. */
export function stacked(canvas: Canvas): Drawing {
  const {figure, size} = canvas;
  const total = wholeOf(figure);
  const rows = layoutRows({...canvas, figure: {...figure, series: [total]}}, {numbers: false});
  const axis = valueAxis(canvas, {fromZero: true, ticks: 4, series: [total]});
  const right = 16;
  const width = canvas.width - rows.left - right;
  const palette = seriesColours(figure.series);
  const key = legend(
    figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue})),
    {canvas, left: rows.left},
  );
  const frame = horizontalValues(canvas, {axis, width, height: rows.height});
  const parts = rows.points.flatMap(({y}, index) => partsOf(canvas, {index, y, lane: rows.lane, width, palette}));
  const labels = [
    ...parts.flatMap(({label}) => label ?? []),
    ...rows.points.flatMap(({y}, index) => withheldLabel(canvas, {index, y})),
  ];
  return {
    layers: [
      ...frame.layers,
      partLayer(parts.map(({drawn}) => drawn)),
      ...labelLayers([...rows.labels, ...labels], {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height: rows.height,
    left: rows.left,
    right,
    top: key.height + frame.top,
    bottom: frame.bottom,
  };
}

/** The 100 % of each category, with the first base there is. */
const wholeOf = ({categories, series}: Figure): Series => ({
  id: "total",
  name: "",
  points: categories.map((_, index) => ({
    value: 1,
    n: series.find(({points}) => points[index]?.n != null)?.points[index]?.n ?? null,
  })),
});

/** The parts of one category from left to right. */
function partsOf(
  canvas: Canvas,
  {index, y, lane, width, palette}: {index: number; y: number; lane: number; width: number; palette: readonly string[]},
) {
  const {figure, language, size} = canvas;
  const category = categoryText(figure.categories[index] ?? "", canvas);
  const parts: {drawn: object; label: Label | undefined}[] = [];
  let start = 0;
  for (const [number, series] of figure.series.entries()) {
    const point = series.points[index];
    if (point?.value == null || point.flag === "suppressed") continue;
    const from = start * width;
    start += point.value;
    const colour = palette[number] ?? colours.blue;
    const text = formatNumber(point.value, figure.unit, {language});
    const isWide = textWidth(text, {size: size - 1}) + 8 < start * width - from;
    parts.push({
      drawn: {
        x: from,
        end: start * width,
        top: y - lane / 2 + 1,
        bottom: y + lane / 2 - 1,
        colour,
        tip: pointText(point, {category, series: series.name, unit: figure.unit, language}),
      },
      label: isWide
        ? {x: (from + start * width) / 2, y, text, align: "center", colour: textOn(colour), size: size - 1}
        : undefined,
    });
  }
  return parts;
}

/** A category none of whose parts may be shown says so: an empty row would look like zero. */
function withheldLabel({figure, language, size}: Canvas, {index, y}: {index: number; y: number}): Label[] {
  const points = figure.series.flatMap(({points: all}) => all[index] ?? []);
  const isShown = ({value, flag}: Point) => value != null && flag !== "suppressed" && flag !== "missing";
  const flag = points.find((point) => point.flag === "suppressed" || point.flag === "missing")?.flag;
  if (points.some(isShown) || (flag !== "suppressed" && flag !== "missing")) return [];
  return [{x: 4, y, text: words[language][flag], colour: colours.muted, size: size - 1}];
}

const partLayer = (values: readonly object[]): Layer => ({
  data: {values},
  mark: {type: "rect", stroke: colours.paper, strokeWidth: 1},
  encoding: {
    x: asIs("x"),
    x2: {field: "end"},
    y: asIs("top"),
    y2: {field: "bottom"},
    fill: colourOf("colour"),
    description: {field: "tip"},
  },
});
