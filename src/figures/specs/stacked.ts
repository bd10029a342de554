import {formatNumber} from "../../words/format.js";
import {
  asIs,
  type Canvas,
  categoryText,
  colourOf,
  type Drawing,
  type Label,
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
  const {figure, language, size} = canvas;
  const total = {
    id: "total",
    name: "",
    points: figure.categories.map((_, index) => ({
      value: 1,
      n: figure.series.find(({points}) => points[index]?.n != null)?.points[index]?.n,
    })),
  };
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
  const labels: Label[] = [];
  const values = rows.points.flatMap(({y}, index) => {
    let start = 0;
    return figure.series.flatMap((series, number) => {
      const point = series.points[index];
      if (point?.value == null || point.flag === "suppressed") return [];
      const from = start * width;
      start += point.value;
      const colour = palette[number] ?? colours.blue;
      const text = formatNumber(point.value, figure.unit, {language});
      if (textWidth(text, {size: size - 1}) + 8 < start * width - from) {
        labels.push({x: (from + start * width) / 2, y, text, align: "center", colour: textOn(colour), size: size - 1});
      }
      const category = categoryText(figure.categories[index] ?? "", canvas);
      return [
        {
          x: from,
          end: start * width,
          top: y - rows.lane / 2 + 1,
          bottom: y + rows.lane / 2 - 1,
          colour,
          tip: pointText(point, {category, series: series.name, unit: figure.unit, language}),
        },
      ];
    });
  });
  return {
    layers: [
      ...frame.layers,
      {
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
      },
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
