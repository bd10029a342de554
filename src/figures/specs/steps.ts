import {scaleLinear} from "d3-scale";
import {words} from "../../words/interface.js";
import type {Series} from "../figure.js";
import {atRisk} from "./parts/at-risk.js";
import {asIs, type Canvas, colourOf, type Drawing, type Layer, labelLayers, pointText} from "./parts/canvas.js";
import {endLabels, endRoom} from "./parts/end-labels.js";
import {legend} from "./parts/legend.js";
import {ground, verticalPlot} from "./parts/plot.js";
import {textWidth, wrapText} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

/** A survival curve: steps with their band, and under the axis how many were still at risk. */
export function steps(canvas: Canvas): Drawing {
  const {figure, size} = canvas;
  const palette = seriesColours(figure.series);
  const names = namesAtRisk(canvas);
  const axis = valueAxis(canvas, {fromZero: false});
  const plot = verticalPlot(canvas, {
    axis,
    left: Math.max(
      verticalRoom(axis, {size}),
      Math.ceil(Math.max(...names.map((name) => textWidth(name, {size: size - 1})))) + 22,
    ),
    right: endRoom(canvas) + 16,
    height: canvas.compact ? 200 : 260,
  });
  const {left, right, width, height, y} = plot;
  const times = figure.categories.map(Number);
  const span = scaleLinear()
    .domain([Math.min(...times, 0), Math.max(...times)])
    .range([0, width]);
  const keyed = figure.series.length > 1 ? figure.series : [];
  const key = legend(
    keyed.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue})),
    {canvas, left},
  );
  const frame = verticalValues(canvas, plot);
  const below = atRisk(canvas, {span, times, names, palette, left, height, width});
  const ends = endLabels(canvas, {y, width, height, room: right, names: false});
  return {
    layers: [
      ...frame.layers,
      ground(plot),
      ...figure.series.flatMap((series, index) =>
        curve(series, {canvas, colour: palette[index] ?? colours.blue, y, at: times.map(span)}),
      ),
      ...labelLayers([...below.labels, ...ends], {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height,
    left,
    right,
    top: key.height + frame.top,
    bottom: below.bottom,
  };
}

/** Who the numbers at risk are of: each series where there are several. */
const namesAtRisk = ({figure, language, size, compact}: Canvas): string[] =>
  figure.series.map(({name}) => {
    const text = figure.series.length > 1 ? name : words[language].at_risk;
    return wrapText(text, {width: compact ? 84 : 150, size: size - 1, lines: 1})[0] ?? "";
  });

/** Points of a chart that can all be pointed at. */
const most = 150;

/** One curve: its band, its steps, and points that only hover finds. */
function curve(
  series: Series,
  {
    canvas: {figure, language},
    colour,
    y,
    at,
  }: {canvas: Canvas; colour: string; y: (value: number) => number; at: readonly number[]},
): Layer[] {
  const name = figure.series.length > 1 ? series.name : (figure.category_title ?? "");
  const points = series.points.flatMap((point, index) =>
    point.value == null || point.flag === "suppressed"
      ? []
      : [
          {
            x: at[index] ?? 0,
            y: y(point.value),
            lo: y(point.lo ?? point.value),
            hi: y(point.hi ?? point.value),
            colour: "transparent",
            tip: pointText(point, {
              category: `${figure.categories[index]}`,
              series: name,
              unit: figure.unit,
              language,
            }),
          },
        ],
  );
  const data = {values: points};
  // Of long curves the pointer finds every third month: the table has all, and the page stays light.
  const found =
    figure.series.length * figure.categories.length > most ? points.filter((_, index) => index % 3 === 0) : points;
  const place = {x: asIs("x"), y: asIs("y")};
  return [
    {
      data,
      mark: {type: "area", color: colour, opacity: 0.16, interpolate: "step-after", aria: false},
      encoding: {x: asIs("x"), y: asIs("lo"), y2: {field: "hi"}},
    },
    {
      data,
      mark: {type: "line", color: colour, strokeWidth: 2.25, interpolate: "step-after", aria: false},
      encoding: place,
    },
    {
      data: {values: found},
      mark: {type: "point", size: 50, opacity: 1},
      encoding: {...place, fill: colourOf("colour"), stroke: colourOf("colour"), description: {field: "tip"}},
    },
  ];
}
