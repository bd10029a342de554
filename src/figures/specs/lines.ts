import {type Canvas, categoryText, type Drawing, type Label, labelLayers, pointText} from "./parts/canvas.js";
import {controlKey, controlLayers, targetLayers} from "./parts/control-lines.js";
import {endLabels, endRoom} from "./parts/end-labels.js";
import {eventMarks} from "./parts/event-marks.js";
import {legend} from "./parts/legend.js";
import {monthLabels} from "./parts/month-labels.js";
import {ground, verticalPlot} from "./parts/plot.js";
import {type LinePoint, seriesLayers} from "./parts/series-layers.js";
import {textWidth} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalValues} from "./parts/vertical-values.js";

/**
 * Months from left to right: a band (one or two series) or interval bars, hollow marks for small bases, a gap where the
 * definition changed, dated notes above, dashes to what is provisional.
 */
export function lines(canvas: Canvas): Drawing {
  const {figure, size, compact} = canvas;
  const several = figure.series.length > 1;
  const palette = seriesColours(figure.series);
  const direct = several && !compact;
  const nameWidth = direct ? Math.min(150, Math.max(...figure.series.map(({name}) => textWidth(name, {size})))) : 0;
  const plot = verticalPlot(canvas, {
    axis: valueAxis(canvas, {fromZero: false}),
    right: Math.ceil(Math.max(endRoom(canvas), nameWidth)) + 16,
    height: compact ? 200 : 260,
  });
  const {left, right, width, height, y} = plot;
  const at = (index: number) =>
    figure.categories.length > 1 ? (index / (figure.categories.length - 1)) * width : width / 2;
  const events = eventMarks(canvas, {at, width, height, above: 6});
  const frame = verticalValues(canvas, {...plot, lift: events.top});
  const named = figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue}));
  const key = legend([...(several && compact ? named : []), ...controlKey(canvas)], {canvas, left, shape: "circle"});
  const below = labelsBelow(canvas, {at, width, height});
  const ends = endLabels(canvas, {y, width, height, room: right - 12, names: direct});
  const top = frame.top + events.top + key.height + 4;
  return {
    layers: [
      ...frame.layers,
      ...events.layers,
      ground(plot),
      ...controlLayers(canvas, {at, y, width}),
      ...targetLayers(canvas, {at, y, width}),
      ...figure.series.flatMap((series, number) =>
        seriesLayers(pointsOf(canvas, {number, at, y}), {
          colour: palette[number] ?? colours.blue,
          band: figure.series.length <= 2,
          quiet: series.role === "context",
        }),
      ),
      ...labelLayers([...below.labels, ...ends], {size}),
      ...key.layers(-top),
    ],
    height,
    left,
    right,
    top,
    bottom: below.bottom,
  };
}

/** The points of one line. */
function pointsOf(
  canvas: Canvas,
  {number, at, y}: {number: number; at: (index: number) => number; y: (value: number) => number},
): LinePoint[] {
  const {figure, language} = canvas;
  const {series, marks = [], categories} = figure;
  const cuts = new Set(marks.filter(({is_break}) => is_break).map(({category}) => categories.indexOf(category)));
  // Interval bars of many lines would stand on each other: each line is moved a little, its dots and bars with it.
  const isBarred = series.length > 2 && series.some(({points}) => points.some(({lo}) => lo != null));
  const aside = isBarred ? (number - (series.length - 1) / 2) * 3 : 0;
  const {name, points} = series[number]!;
  return points.map((point, index) => {
    const place = (value: number | null | undefined) =>
      value == null || point.flag === "suppressed" ? null : y(value);
    return {
      x: at(index) + aside,
      y: place(point.value),
      lo: place(point.lo),
      hi: place(point.hi),
      flag: point.flag ?? "",
      starts: cuts.has(index),
      tip: pointText(point, {
        category: categoryText(categories[index] ?? "", canvas),
        series: series.length > 1 ? name : "",
        unit: figure.unit,
        language,
      }),
    };
  });
}

/** Months thinned out, or whatever else the categories are, each under its points. */
function labelsBelow(
  canvas: Canvas,
  {at, width, height}: {at: (index: number) => number; width: number; height: number},
): {readonly labels: readonly Label[]; readonly bottom: number} {
  const {figure, size} = canvas;
  if (figure.category_kind === "month") return monthLabels(canvas, {at, width, height});
  const labels = figure.categories.map(
    (text, index): Label => ({
      x: at(index),
      y: height + 14,
      text,
      align: "center",
      colour: colours.muted,
      size: size - 1,
    }),
  );
  return {labels, bottom: 28};
}
