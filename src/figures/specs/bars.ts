import {isUnfinished} from "../../marts/shape/flag.js";
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
import {cumulativeKey, cumulativeLayers, cumulativeRoom} from "./parts/cumulative-line.js";
import {horizontalValues} from "./parts/horizontal-values.js";
import {legend} from "./parts/legend.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis, valueChannel} from "./parts/value-axis.js";
import {layoutRows} from "./rows.js";

/** Horizontal bars from 0, with interval whiskers where there are any; value and n on the right. */
export function bars(canvas: Canvas): Drawing {
  const {figure, language, size} = canvas;
  const rows = layoutRows(canvas, {numbers: true});
  const axis = valueAxis(canvas, {fromZero: true, ticks: canvas.compact ? 3 : 6});
  const width = canvas.width - rows.left - rows.right;
  const names = figure.series.map(({name}, index) => ({
    name,
    colour: seriesColours(figure.series)[index] ?? colours.blue,
  }));
  const key = legend([...(figure.series.length > 1 ? names : []), ...cumulativeKey(canvas)], {canvas, left: rows.left});
  const room = cumulativeRoom(canvas);
  const frame = horizontalValues(canvas, {axis, width, height: rows.height});
  const half = Math.min(rows.lane / 2 - 3, 10);
  const values = rows.points
    .filter(({point}) => point.value != null && point.flag !== "suppressed")
    .map(({point, category, series, colour, y}) => ({
      value: point.value,
      zero: 0,
      lo: point.lo,
      hi: point.hi,
      y,
      top: y - half,
      end: y + half,
      colour,
      isUnknown: figure.unknown?.includes(category) ?? false,
      fill: point.flag === "hollow" || figure.unknown?.includes(category) ? colours.paper : colour,
      dash: isUnfinished(point.flag) ? 0.55 : 1,
      tip: pointText(point, {category, series, unit: figure.unit, language}),
    }));
  const x = valueChannel("value", axis);
  const zero = axis.position(0) * width;
  return {
    layers: [
      ...frame.layers,
      ...[false, true].flatMap((isUnknown) =>
        barLayer(
          values.filter((each) => each.isUnknown === isUnknown),
          {x, isUnknown},
        ),
      ),
      ...whiskers(values, {x}),
      lineLayer([{x: zero, y: 0, x2: zero, y2: rows.height}], {colour: colours.axis}),
      ...cumulativeLayers(canvas, {ys: rows.points.map(({y}) => y), width, height: rows.height}),
      ...labelLayers(rows.labels, {size}),
      ...key.layers(-key.height - frame.top - room),
    ],
    height: rows.height,
    left: rows.left,
    right: rows.right,
    top: key.height + frame.top + room,
    bottom: frame.bottom,
  };
}

/** Bars from 0; of what is unknown only the edge, dashed. */
const barLayer = (
  bars: readonly {readonly isUnknown: boolean}[],
  {x, isUnknown}: {x: object; isUnknown: boolean},
): Layer[] =>
  bars.length === 0
    ? []
    : [
        {
          data: {values: bars.map(({isUnknown: _, ...each}) => each)},
          mark: {type: "rect", strokeWidth: 1.5, ...(isUnknown ? {strokeDash: [4, 3]} : {cornerRadius: 1})},
          encoding: {
            x,
            x2: {field: "zero"},
            y: asIs("top"),
            y2: {field: "end"},
            fill: colourOf("fill"),
            stroke: colourOf("colour"),
            opacity: asIs("dash"),
            description: {field: "tip"},
          },
        },
      ];

/** Interval lines, white-edged so that they show on and off the bar. */
function whiskers(values: readonly {lo?: number | null; hi?: number | null; y: number}[], {x}: {x: object}) {
  const drawn = values.filter(({lo, hi}) => lo != null && hi != null).map(({lo, hi, y}) => ({lo, hi, y}));
  if (drawn.length === 0) return [];
  const encoding = {x: {...x, field: "lo"}, x2: {field: "hi"}, y: asIs("y")};
  return [
    {data: {values: drawn}, mark: {type: "rule", color: colours.paper, strokeWidth: 4, aria: false}, encoding},
    {data: {values: drawn}, mark: {type: "rule", color: colours.charcoal, strokeWidth: 1.5, aria: false}, encoding},
  ];
}
