import {
  type Canvas,
  categoryText,
  type Drawing,
  type Layer,
  labelLayers,
  lineLayer,
  pointText,
} from "./parts/canvas.js";
import {endLabels, endRoom} from "./parts/end-labels.js";
import {eventMarks} from "./parts/event-marks.js";
import {legend} from "./parts/legend.js";
import {monthLabels} from "./parts/month-labels.js";
import {seriesLayers} from "./parts/series-layers.js";
import {textWidth} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";
import {valueAxis} from "./parts/value-axis.js";
import {verticalRoom, verticalValues} from "./parts/vertical-values.js";

/**
 * Months from left to right: a band (one or two series) or interval bars, hollow marks for small bases, a gap where the
 * definition changed, dated notes above, dashes to what is provisional.
 */
export function lines(canvas: Canvas): Drawing {
  const {figure, language, size, compact} = canvas;
  const several = figure.series.length > 1;
  const axis = valueAxis(canvas, {fromZero: false});
  const left = verticalRoom(axis, {size});
  const height = compact ? 200 : 260;
  const palette = seriesColours(figure.series);
  const direct = several && !compact;
  const valueWidth = endRoom(canvas);
  const nameWidth = direct ? Math.min(150, Math.max(...figure.series.map(({name}) => textWidth(name, {size})))) : 0;
  const right = Math.ceil(Math.max(valueWidth, nameWidth)) + 16;
  const width = canvas.width - left - right;
  const at = (index: number) =>
    figure.categories.length > 1 ? (index / (figure.categories.length - 1)) * width : width / 2;
  const events = eventMarks(canvas, {at, width, height, above: 6});
  const frame = verticalValues(canvas, {axis, width, height, left, lift: events.top});
  const key = legend(
    several && compact ? figure.series.map(({name}, index) => ({name, colour: palette[index] ?? colours.blue})) : [],
    {canvas, left, shape: "circle"},
  );
  const y = (value: number) => (1 - axis.position(value)) * height;
  const cuts = new Set(
    (figure.marks ?? []).filter(({is_break}) => is_break).map(({category}) => figure.categories.indexOf(category)),
  );
  // Interval bars of many lines would stand on each other: each line is moved a little, its dots and bars with it.
  const isBarred = figure.series.length > 2 && figure.series.some(({points}) => points.some(({lo}) => lo != null));
  const drawn: Layer[] = figure.series.flatMap((series, number) => {
    const aside = isBarred ? (number - (figure.series.length - 1) / 2) * 3 : 0;
    const points = series.points.map((point, index) => ({
      x: at(index) + aside,
      y: point.value == null || point.flag === "suppressed" ? null : y(point.value),
      lo: point.lo == null || point.flag === "suppressed" ? null : y(point.lo),
      hi: point.hi == null || point.flag === "suppressed" ? null : y(point.hi),
      flag: point.flag ?? "",
      starts: cuts.has(index),
      tip: pointText(point, {
        category: categoryText(figure.categories[index] ?? "", canvas),
        series: several ? series.name : "",
        unit: figure.unit,
        language,
      }),
    }));
    const quiet = series.role === "context";
    return seriesLayers(points, {
      colour: palette[number] ?? colours.blue,
      band: figure.series.length <= 2,
      quiet,
    });
  });
  const months =
    figure.category_kind === "month"
      ? monthLabels(canvas, {at, width, height})
      : {
          labels: figure.categories.map((text, index) => ({
            x: at(index),
            y: height + 14,
            text,
            align: "center" as const,
            colour: colours.muted,
            size: size - 1,
          })),
          bottom: 28,
        };
  const top = frame.top + events.top + key.height + 4;
  return {
    layers: [
      ...frame.layers,
      ...events.layers,
      lineLayer([{x: 0, y: height, x2: width, y2: height}], {colour: colours.axis}),
      ...drawn,
      ...labelLayers([...months.labels, ...endLabels(canvas, {y, width, height, room: right - 12, names: direct})], {
        size,
      }),
      ...key.layers(-top),
    ],
    height,
    left,
    right,
    top,
    bottom: months.bottom,
  };
}
