import {formatNumber} from "../../words/format.js";
import {words} from "../../words/interface.js";
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
import {legend} from "./parts/legend.js";
import {textWidth} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

/** Vertical bars from 0, side by side per category, with whiskers; the value on top where there is room. */
export function columns(canvas: Canvas): Drawing {
  const {figure, language, size, compact} = canvas;
  const axis = valueAxis(canvas, {fromZero: true});
  const left = verticalRoom(axis, {size});
  const right = 10;
  const width = canvas.width - left - right;
  const height = compact ? 190 : 250;
  const step = width / figure.categories.length;
  const bar = Math.min(56, (step * 0.78) / figure.series.length);
  const palette = seriesColours(figure.series);
  const key = legend(
    figure.series.length > 1
      ? figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue}))
      : [],
    {canvas, left},
  );
  const frame = verticalValues(canvas, {axis, width, height, left});
  const y = (value: number) => (1 - axis.position(value)) * height;
  const labels: Label[] = [];
  const whiskers: {x: number; y: number; x2: number; y2: number}[] = [];
  const values = figure.categories.flatMap((category, index) =>
    figure.series.flatMap((series, number) => {
      const point = series.points[index];
      const x = step * (index + 0.5) + (number - figure.series.length / 2) * bar;
      if (!point) return [];
      const text =
        point.flag === "suppressed"
          ? words[language].suppressed
          : formatNumber(point.value, figure.unit, {language, bare: true});
      const crest =
        point.flag === "suppressed" || point.value == null
          ? y(0)
          : Math.min(y(Math.max(point.value, 0)), y(point.hi ?? point.value));
      const room = bar - 2 + (figure.series.length === 1 ? step * 0.2 : 0);
      if (textWidth(text, {size: size - 2}) <= room && text !== "–")
        labels.push({x: x + bar / 2, y: crest - 9, text, align: "center", size: size - 2, colour: colours.muted});
      if (point.value == null || point.flag === "suppressed") return [];
      const colour = palette[number] ?? colours.blue;
      if (point.lo != null && point.hi != null)
        whiskers.push({x: x + bar / 2, y: y(point.lo), x2: x + bar / 2, y2: y(point.hi)});
      const tip = pointText(point, {
        category: categoryText(category, canvas),
        series: figure.series.length > 1 ? series.name : "",
        unit: figure.unit,
        language,
      });
      return [
        {
          x: x + 1,
          end: x + bar - 1,
          y: y(point.value),
          zero: y(0),
          colour,
          fill: point.flag === "hollow" ? colours.paper : colour,
          opacity: point.flag === "provisional" ? 0.55 : 1,
          tip,
        },
      ];
    }),
  );
  const below = categoryLabels(canvas, {step, width, height});
  const encoding = {
    x: asIs("x"),
    x2: {field: "end"},
    y: asIs("y"),
    y2: {field: "zero"},
    fill: colourOf("fill"),
    stroke: colourOf("colour"),
    opacity: asIs("opacity"),
    description: {field: "tip"},
  };
  const layers: Layer[] = [
    ...frame.layers,
    {data: {values}, mark: {type: "rect", strokeWidth: 1}, encoding},
    ...(whiskers.length
      ? [
          lineLayer(whiskers, {colour: colours.paper, width: 4}),
          lineLayer(whiskers, {colour: colours.charcoal, width: 1.5}),
        ]
      : []),
    lineLayer([{x: 0, y: y(0), x2: width, y2: y(0)}], {colour: colours.axis}),
    ...labelLayers([...labels, ...below.labels], {size}),
    ...key.layers(-key.height - frame.top - 8),
  ];
  return {layers, height, left, right, top: key.height + frame.top + 8, bottom: below.bottom};
}
