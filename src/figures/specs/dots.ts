import {isUnfinished} from "../../marts/shape/flag.js";
import {
  asIs,
  type Canvas,
  colourOf,
  type Drawing,
  dotLayer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {horizontalValues} from "./parts/horizontal-values.js";
import {legend} from "./parts/legend.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis, valueChannel} from "./parts/value-axis.js";
import {layoutRows} from "./rows.js";

/** Value and interval per category, in the order given; hollow where the base is small, value and n on the right. */
export function dots(canvas: Canvas): Drawing {
  const {figure, language, size} = canvas;
  const rows = layoutRows(canvas, {numbers: true});
  const axis = valueAxis(canvas, {fromZero: false, ticks: canvas.compact ? 3 : 6});
  const width = canvas.width - rows.left - rows.right;
  const names = figure.series.map(({name}, index) => ({
    name,
    colour: seriesColours(figure.series)[index] ?? colours.blue,
  }));
  const key = legend(figure.series.length > 1 ? names : [], {canvas, left: rows.left, shape: "circle"});
  const frame = horizontalValues(canvas, {axis, width, height: rows.height});
  const values = rows.points
    .filter(({point}) => point.value != null && point.flag !== "suppressed")
    .map(({point, category, series, colour, y}) => ({
      value: point.value,
      lo: point.lo ?? point.value,
      hi: point.hi ?? point.value,
      y,
      colour,
      fill: point.flag === "hollow" || isUnfinished(point.flag) ? colours.paper : colour,
      tip: pointText(point, {category, series, unit: figure.unit, language}),
    }));
  const x = valueChannel("value", axis);
  return {
    layers: [
      ...frame.layers,
      {
        data: {values},
        mark: {type: "rule", strokeWidth: 3, opacity: 0.45, strokeCap: "round", aria: false},
        encoding: {x: {...x, field: "lo"}, x2: {field: "hi"}, y: asIs("y"), color: colourOf("colour")},
      },
      dotLayer(values, {size: 85, encoding: {x}}),
      lineLayer([{x: -rows.left, y: rows.height, x2: width + rows.right, y2: rows.height}], {colour: colours.grid}),
      ...labelLayers(rows.labels, {size}),
      ...key.layers(-key.height - frame.top),
    ],
    height: rows.height,
    left: rows.left,
    right: rows.right,
    top: key.height + frame.top,
    bottom: frame.bottom,
  };
}
