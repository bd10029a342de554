import {scaleLinear} from "d3-scale";
import {words} from "../../words/interface.js";
import {atRisk} from "./parts/at-risk.js";
import {
  asIs,
  type Canvas,
  colourOf,
  type Drawing,
  type Layer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {endLabels, endRoom} from "./parts/end-labels.js";
import {legend} from "./parts/legend.js";
import {textWidth, wrapText} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

/** A survival curve: steps with their band, and under the axis how many were still at risk. */
export function steps(canvas: Canvas): Drawing {
  const {figure, language, size, compact} = canvas;
  const small = size - 1;
  const several = figure.series.length > 1;
  const axis = valueAxis(canvas, {fromZero: false});
  const palette = seriesColours(figure.series);
  const names = figure.series.map(
    ({name}) =>
      wrapText(several ? name : words[language].at_risk, {width: compact ? 84 : 150, size: small, lines: 1})[0] ?? "",
  );
  const left = Math.max(
    verticalRoom(axis, {size}),
    Math.ceil(Math.max(...names.map((name) => textWidth(name, {size: small})))) + 22,
  );
  const right = endRoom(canvas) + 16;
  const width = canvas.width - left - right;
  const height = compact ? 200 : 260;
  const times = figure.categories.map(Number);
  const span = scaleLinear()
    .domain([Math.min(...times, 0), Math.max(...times)])
    .range([0, width]);
  const y = (value: number) => (1 - axis.position(value)) * height;
  const key = legend(
    several ? figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue})) : [],
    {canvas, left},
  );
  const frame = verticalValues(canvas, {axis, width, height, left});
  const curves = figure.series.flatMap((series, number): Layer[] => {
    const colour = palette[number] ?? colours.blue;
    const points = series.points.flatMap((point, index) =>
      point.value == null || point.flag === "suppressed"
        ? []
        : [
            {
              x: span(times[index] ?? 0),
              y: y(point.value),
              lo: y(point.lo ?? point.value),
              hi: y(point.hi ?? point.value),
              colour: "transparent",
              tip: pointText(point, {
                category: `${figure.categories[index]}`,
                series: several ? series.name : (figure.category_title ?? ""),
                unit: figure.unit,
                language,
              }),
            },
          ],
    );
    return [
      {
        data: {values: points},
        mark: {type: "area", color: colour, opacity: 0.16, interpolate: "step-after", aria: false},
        encoding: {x: asIs("x"), y: asIs("lo"), y2: {field: "hi"}},
      },
      {
        data: {values: points},
        mark: {type: "line", color: colour, strokeWidth: 2.25, interpolate: "step-after", aria: false},
        encoding: {x: asIs("x"), y: asIs("y")},
      },
      {
        data: {values: points},
        mark: {type: "point", size: 50, opacity: 1},
        encoding: {
          x: asIs("x"),
          y: asIs("y"),
          fill: colourOf("colour"),
          stroke: colourOf("colour"),
          description: {field: "tip"},
        },
      },
    ];
  });
  const below = atRisk(canvas, {span, times, names, palette, left, height, width});
  return {
    layers: [
      ...frame.layers,
      lineLayer([{x: 0, y: height, x2: width, y2: height}], {colour: colours.axis}),
      ...curves,
      ...labelLayers([...below.labels, ...endLabels(canvas, {y, width, height, room: right, names: false})], {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height,
    left,
    right,
    top: key.height + frame.top,
    bottom: below.bottom,
  };
}
