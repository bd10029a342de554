import {textOn} from "../../../src/figures/specs/parts/theme.js";
import {formatNumber} from "../../../src/words/format.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, axisIds, categoryAxis, labelFormat, monthAxis, niceScale, valueAxis, withinUnit} from "./axes.js";
import {numberReference, seriesName} from "./data.js";
import {errorBars, fill, line, noLabels, rangeLabels, shape, type ThemeColour, valueLabels} from "./fragments.js";
import {
  addCategories,
  addSeries,
  baseColour,
  type ChartInput,
  categoryReference,
  extent,
  hasInterval,
  hexOf,
  hot,
  isHot,
  pointLabel,
  seriesColour,
  shown,
} from "./series.js";

const bars = (
  content: string,
  {direction, grouping, gap, overlap}: {direction: "bar" | "col"; grouping: string; gap: number; overlap: number},
): string =>
  `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${content}<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>${axisIds}</c:barChart>`;

const hollowPoint = (index: number, colour: ThemeColour): string =>
  `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(fill({name: "bg1"}) + line(colour, {width: 1.75}))}</c:dPt>`;

const solidPoint = (index: number, colour: ThemeColour): string =>
  `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(fill(colour) + line(null))}</c:dPt>`;

/**
 * The running share of a Pareto chart beside the value: no office program draws a line down lying bars, and some lose the
 * bars where one is put over them.
 */
const withRunning = (label: string | null, {input, at}: {input: ChartInput; at: number}): string | null => {
  const {figure, words} = input;
  const share = figure.cumulative?.values[at];
  if (label === null || share === undefined) return label;
  return `${label} · Σ ${formatNumber(share, "share", {language: words.language})}`;
};

/** Bars from 0, lying or standing, with intervals as error bars; small n is hollow. */
export const barChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const direction = figure.form === "columns" ? "col" : "bar";
  const format = formatCode(figure.unit);
  const categories = addCategories(input);
  const single = figure.series.length === 1;
  const main = figure.series[0];
  const outside = single && main !== undefined && hasInterval(main);
  const series = figure.series.map((each, index) => {
    const colour = baseColour(figure, index);
    const {values, interval} = addSeries(input, each);
    const own = each.points
      .map((point, at) => {
        if (shown(point) === null) return "";
        const isUnknown = figure.unknown?.includes(figure.categories[at] ?? "");
        if (point.flag === "hollow" || isUnknown) return hollowPoint(at, isHot(figure, at) ? hot : colour);
        return isHot(figure, at) ? solidPoint(at, hot) : "";
      })
      .join("");
    const labels =
      outside || interval || figure.categories.length * figure.series.length > 14
        ? noLabels
        : valueLabels(labelFormat(figure, words), {position: "outEnd", size: 11});
    const bar = interval ? errorBars(null, {...interval, colour: {name: "tx1", tint: 25}}) : "";
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(values)}${shape(fill(colour) + line(null))}<c:invertIfNegative val="0"/>${own}${labels}${bar}<c:cat>${categoryReference(categories)}</c:cat><c:val>${numberReference(values)}</c:val></c:ser>`;
  });
  if (outside && main) {
    // The value stands beyond the interval: a bar without colour reaches to `hi` and carries the label.
    const ends = data.add(
      words.position,
      main.points.map((point) => (shown(point) === null ? 0 : Math.max(point.hi ?? point.value ?? 0, 0))),
      {kind: figure.unit, format},
    );
    const {labels, range} = rangeLabels(
      data.add(
        words.label,
        main.points.map((point, at) => withRunning(pointLabel(point, input), {input, at})),
      ),
      {position: "outEnd"},
    );
    series.push(
      `<c:ser><c:idx val="1"/><c:order val="1"/>${seriesName(ends)}${shape(fill(null) + line(null))}<c:invertIfNegative val="0"/>${labels}<c:cat>${categoryReference(categories)}</c:cat><c:val>${numberReference(ends)}</c:val>${range}</c:ser>`,
    );
  }
  const room = figure.cumulative ? 0.4 : 0.25;
  const scale = withinUnit(
    niceScale(extent(figure), {zero: true, room: outside && direction === "bar" ? room : 0.06}),
    figure.unit,
  );
  const top = direction === "bar";
  const clustered = {direction, grouping: "clustered", gap: single ? 60 : 50, overlap: outside ? 100 : 0} as const;
  return (
    bars(series.join(""), clustered) +
    (categories.kind === "month" && !top
      ? monthAxis({step: Math.ceil(figure.categories.length / 12)})
      : categoryAxis({position: top ? "l" : "b", is_reversed: top})) +
    valueAxis(scale, {
      position: top ? "b" : "l",
      format: axisFormat(figure.unit, scale, words),
      is_between: true,
      crosses: top ? "max" : "min",
    })
  );
};

/** Parts of 100 % per category, the share written into each part that has room for it. */
export const stackedChart = (input: ChartInput): string => {
  const {figure, data, words} = input;
  const categories = addCategories(input);
  const series = figure.series.map((each, index) => {
    const colour = seriesColour(figure, index);
    const values = data.add(each.name, each.points.map(shown), {kind: figure.unit, format: formatCode(figure.unit)});
    const light = textOn(hexOf(colour)) !== "#FFFFFF";
    const format = figure.unit === "share" ? '[<0.06]"";0%' : labelFormat(figure, words);
    const labels = valueLabels(format, {
      position: "ctr",
      size: 11,
      colour: {name: light ? "tx1" : "bg1"},
    });
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(values)}${shape(fill(colour) + line({name: "bg1"}, {width: 0.75}))}<c:invertIfNegative val="0"/>${labels}<c:cat>${categoryReference(categories)}</c:cat><c:val>${numberReference(values)}</c:val></c:ser>`;
  });
  const totals = figure.categories.map((_, at) =>
    figure.series.reduce((sum, {points}) => sum + Math.max(0, (points[at] && shown(points[at])) ?? 0), 0),
  );
  const scale = figure.unit === "share" ? {min: 0, max: 1, step: 0.25} : niceScale(totals, {zero: true});
  return (
    bars(series.join(""), {direction: "bar", grouping: "stacked", gap: 45, overlap: 100}) +
    categoryAxis({position: "l", is_reversed: true}) +
    valueAxis(scale, {
      position: "b",
      format: axisFormat(figure.unit, scale, words),
      is_between: true,
      crosses: "max",
    })
  );
};
