import type {Figure, Series} from "../../../src/figures/figure.js";
import {isUnfinished} from "../../../src/marts/shape/flag.js";
import {formatCode} from "../office/number-format.js";
import {axisFormat, axisIds, categoryAxis, labelFormat, monthAxis, niceScale, valueAxis, withinUnit} from "./axes.js";
import {type ChartColumn, numberReference, seriesName} from "./data.js";
import {
  errorBars,
  fill,
  grey,
  line,
  marker,
  nameLabel,
  noLabels,
  noMarker,
  shape,
  type ThemeColour,
} from "./fragments.js";
import {plotSize} from "./layout.js";
import {lineNotes, noteSeries, noteTurns, rowsOf, withNoteRoom} from "./notes.js";
import {
  addCategories,
  addSeries,
  type ChartInput,
  categoryReference,
  extent,
  hasInterval,
  isInterval,
  isLarge,
  labelOffsets,
  seriesColour,
  shown,
} from "./series.js";

interface Drawn {
  readonly index: number;
  readonly values: ChartColumn;
  readonly categories: ChartColumn;
}

const series = (
  {index, values, categories}: Drawn,
  {
    look,
    points = "",
    labels = noLabels,
    bars = "",
    range = "",
  }: {look: string; points?: string; labels?: string; bars?: string; range?: string},
): string =>
  `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(values)}${look}${points}${labels}${bars}<c:cat>${categoryReference(categories)}</c:cat><c:val>${numberReference(values)}</c:val><c:smooth val="0"/>${range}</c:ser>`;

/** Months as lines: hollow for small n, dashed while provisional, cut where the measure broke. */
export const lineChart = (input: ChartInput): string => {
  const {figure, words} = input;
  const notes = lineNotes(figure, {width: plotSize(figure, words, input.look).width});
  const zero = ["count", "money"].includes(figure.unit);
  const scale = withNoteRoom((steps) => withinUnit(niceScale(extent(figure), {zero, steps}), figure.unit), notes);
  const ends = figure.series.map(({points}) => points.map(shown).findLast((value) => value !== null) ?? null);
  const limit = figure.control?.upper.values.at(-1) ?? null;
  const offsets = labelOffsets([...ends, figure.reference?.value ?? null, limit], scale, input.look);
  const categories = addCategories(input);
  const drawn: string[] = [];
  let band = "";
  const main =
    figure.series.find(({role}) => role === "main") ?? (figure.series.length === 1 ? figure.series[0] : undefined);
  for (const [position, each] of figure.series.entries()) {
    const colour = seriesColour(figure, position);
    const {values, interval} = addSeries(input, each);
    const isMain = each === main;
    const isCompared = each.role !== "context" && figure.series.length <= 2;
    // An area falls to 0 where a month is missing, so a band needs them all.
    const wide = isMain && interval && figure.categories.length > 14 && each.points.every(isInterval);
    if (wide) band = bandChart(input, {each, categories, colour, from: 50});
    const labelled = each.points.findLastIndex((point) => shown(point) !== null);
    const name = {
      size: 11,
      bold: isMain,
      offset: offsets[position] ?? 0,
      colour: each.role === "context" ? ({name: "tx1", tint: 35} as const) : colour,
      has_name: figure.series.length > 1,
      value: labelFormat(figure, words),
    };
    drawn.push(
      series(
        {index: position, values, categories},
        {
          look: shape(line(colour, {width: isMain ? 2.5 : 1.75})) + marker({colour, size: isMain ? 7 : 5}),
          points: linePoints(each, {figure, colour, size: isMain ? 7 : 5}),
          labels: labelled >= 0 ? nameLabel(labelled, name) : noLabels,
          bars: interval && (isMain || isCompared) && !wide ? errorBars("y", {...interval, colour}) : "",
        },
      ),
    );
  }
  const extra = figure.series.length;
  if (figure.reference) drawn.push(referenceSeries(input, {index: extra, categories, offset: offsets[extra] ?? 0}));
  drawn.push(...controlSeries(input, {index: 60, categories, offset: offsets[extra + 1] ?? 0}));
  for (const [turn, some] of noteTurns(notes).entries()) {
    const {heads, ...texts} = noteSeries(input, {notes: some, rows: rowsOf(notes), scale, has_lines: turn === 0});
    const look = shape(line(null)) + noMarker;
    drawn.push(series({index: extra + 1 + turn, values: heads, categories}, {look, ...texts}));
  }
  return (
    band +
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn.join("")}<c:marker val="1"/>${axisIds}</c:lineChart>` +
    (categories.kind === "month"
      ? monthAxis({step: Math.ceil((figure.categories.length * input.look.text) / (isLarge(input.look) ? 6 : 10))})
      : categoryAxis({position: "b", size: 10, ...(figure.category_title && {title: figure.category_title})})) +
    valueAxis(scale, {position: "l", format: axisFormat(figure.unit, scale, words), is_between: true})
  );
};

const linePoints = (
  each: Series,
  {figure, colour, size}: {figure: Figure; colour: ThemeColour; size: number},
): string =>
  each.points
    .map((point, index) => {
      const cut = figure.marks?.some(({category, is_break}) => is_break && category === figure.categories[index]);
      const provisional = isUnfinished(point.flag);
      if (shown(point) === null || (!cut && !provisional && point.flag !== "hollow")) return "";
      const stroke = cut ? line(null) : line(colour, {width: 2, ...(provisional && {dash: "sysDash"})});
      return `<c:dPt><c:idx val="${index}"/>${marker({colour, size: size + 1, hollow: point.flag === "hollow" || provisional})}<c:bubble3D val="0"/>${shape(stroke)}</c:dPt>`;
    })
    .join("");

/** The interval as a pale band: an unseen area up to `lo`, a pale one of `hi − lo` on it. */
const bandChart = (
  {figure, data, words}: ChartInput,
  {each, categories, colour, from}: {each: Series; categories: ChartColumn; colour: ThemeColour; from: number},
): string => {
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const lows = data.add(
    `${words.low} (1)`,
    each.points.map((point) => (shown(point) === null ? null : (point.lo ?? point.value))),
    format,
  );
  const widths = data.add(
    `${words.high} − ${words.low}`,
    each.points.map(({value, lo, hi}) =>
      value === null ? null : Number(((hi ?? value) - (lo ?? value)).toPrecision(12)),
    ),
    format,
  );
  const area = (column: ChartColumn, index: number, look: string): string =>
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(column)}${shape(look)}<c:cat>${categoryReference(categories)}</c:cat><c:val>${numberReference(column)}</c:val></c:ser>`;
  const pale = fill({...colour, alpha: 18}) + line(null);
  return `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${area(lows, from, fill(null) + line(null))}${area(widths, from + 1, pale)}${axisIds}</c:areaChart>`;
};

const referenceSeries = (
  {figure, data}: ChartInput,
  {index, categories, offset}: {index: number; categories: ChartColumn; offset: number},
): string => {
  const {value, label, values: steps} = figure.reference as NonNullable<Figure["reference"]>;
  const values = data.add(
    label,
    figure.categories.map((_, at) => (steps ? (steps[at] ?? null) : value)),
    {kind: figure.unit, format: formatCode(figure.unit)},
  );
  return series(
    {index, values, categories},
    {
      look: shape(line(grey, {width: 1.25, dash: "dash"})) + noMarker,
      labels: nameLabel(figure.categories.length - 1, {offset, size: 10, colour: {name: "tx1", tint: 35}}),
    },
  );
};

/** Both control limits; the upper one is named at its end, where its last month has one. */
const controlSeries = (
  {figure, data}: ChartInput,
  {index, categories, offset}: {index: number; categories: ChartColumn; offset: number},
): string[] => {
  const {control} = figure;
  if (!control) return [];
  const look = shape(line(grey, {width: 1, dash: "sysDot"})) + noMarker;
  const text = {offset, size: 10, colour: {name: "tx1", tint: 35}} as const;
  return [control.upper, control.lower].map(({name, values}, at) => {
    const column = data.add(name, values, {kind: figure.unit, format: formatCode(figure.unit)});
    const isNamed = at === 0 && values.at(-1) !== null;
    const labels = isNamed ? nameLabel(figure.categories.length - 1, text) : noLabels;
    return series({index: index + at, values: column, categories}, {look, labels});
  });
};

export const needsLegend = (figure: Figure): boolean =>
  figure.series.length > 1 && !["lines", "steps", "funnel", "scatter"].includes(figure.form);
export const hasBand = (figure: Figure): boolean =>
  figure.form === "lines" && figure.series.some(hasInterval) && figure.categories.length > 14;
