import type {Figure, Point, Series} from "../../../src/figures/figure.js";
import {colours, seriesColours} from "../../../src/figures/specs/parts/theme.js";
import {formatNumber} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {formatCode} from "../office/number-format.js";
import {dateSerial} from "../office/sheet.js";
import {type ChartColumn, type ChartData, numberReference, textReference} from "./data.js";
import {grey, type ThemeColour} from "./fragments.js";

/** What a chart is drawn from: the figure, and the sheet that its numbers go to. */
export interface ChartInput {
  readonly figure: Figure;
  readonly look: ChartLook;
  readonly data: ChartData;
  /** Column headers of the sheet. */
  readonly words: ChartWords;
}

/** How a chart is set: read at a desk, or from the back of a room. */
export interface ChartLook {
  /** How many times as large as at a desk its texts are. */
  readonly text: number;
  /** Of its frame, in inches. */
  readonly width: number;
}
export const deskLook: ChartLook = {text: 1, width: 8.2};
/** Large texts: values stand without their base, which the notes of the slide have. */
export const isLarge = ({text}: ChartLook): boolean => text > 1;

/** Where the title names groups, only they are coloured. */
export const isFocused = ({series, focus}: Figure): boolean => series.length === 1 && (focus?.length ?? 0) > 0;
export const hot: ThemeColour = {name: "accent4", shade: 15};
const quiet: ThemeColour = {name: "tx1", tint: 50};
/** The colour of a series, and of one of its rows where the title names that. */
export const baseColour = (figure: Figure, series: number): ThemeColour =>
  isFocused(figure) ? quiet : seriesColour(figure, series);
export const isHot = (figure: Figure, row: number): boolean =>
  isFocused(figure) && (figure.focus?.includes(figure.categories[row] ?? "") ?? false);

/** The name of a row; one that is withheld says so. */
export const rowName = ({series, categories}: Figure, row: number, words: ChartWords): string => {
  const isWithheld = series.some(({points}) => points[row]?.flag === "suppressed");
  return `${categories[row]}${isWithheld ? ` (${words.suppressed})` : ""}`;
};

export interface ChartWords {
  readonly category: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly minus: string;
  readonly plus: string;
  readonly base: string;
  readonly position: string;
  readonly label: string;
  readonly reference: string;
  /** Stands in place of a withheld value. */
  readonly suppressed: string;
  readonly missing: string;
  readonly outside: string;
  readonly language: Language;
}

const accents: Readonly<Record<string, ThemeColour["name"]>> = {
  [colours.blue]: "accent1",
  [colours.teal]: "accent2",
  [colours.plum]: "accent3",
  [colours.orange]: "accent4",
  [colours.charcoal]: "accent5",
  [colours.lilac]: "accent6",
};

/** The colour that the series has on the page, as one of the theme's. */
export const seriesColour = ({series}: Figure, index: number): ThemeColour => {
  const name = accents[seriesColours(series)[index] ?? ""];
  return name ? {name} : grey;
};

/** The theme's colour as it is in our own template. */
export const hexOf = ({name}: ThemeColour): string =>
  Object.entries(accents).find(([, accent]) => accent === name)?.[0] ?? colours.context;

/** The value as far as it may be shown. */
export const shown = (point: Point): number | null => (point.flag === "suppressed" ? null : point.value);
/** Whether the point has an interval that may be shown. */
export const isInterval = (point: Point): boolean =>
  shown(point) !== null && typeof point.lo === "number" && typeof point.hi === "number";
export const hasInterval = ({points}: Series): boolean => points.some(isInterval);

export interface Intervals {
  readonly low: ChartColumn;
  readonly high: ChartColumn;
  readonly plus: ChartColumn;
  readonly minus: ChartColumn;
}

const rounded = (value: number): number => Number(value.toPrecision(12));

/** Value, n, lo, hi and the distances that error bars need, as columns of the sheet; `repeat` is for several series. */
export const addSeries = (
  {figure, data, words}: ChartInput,
  series: Series,
): {values: ChartColumn; interval?: Intervals} => {
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const part = (word: string): string => (figure.series.length > 1 ? `${series.name} ${word}` : word);
  const values = data.add(series.name, series.points.map(shown), format);
  if (series.points.some(({n}) => typeof n === "number")) {
    data.add(
      part(words.base),
      series.points.map(({n, flag}) => (flag === "suppressed" ? null : (n ?? null))),
      {kind: "count", format: "#,##0"},
    );
  }
  if (!hasInterval(series)) return {values};
  const end = (pick: (point: Point) => number | null | undefined) =>
    series.points.map((point) => (shown(point) === null ? null : (pick(point) ?? null)));
  const low = data.add(
    part(words.low),
    end(({lo}) => lo),
    format,
  );
  const high = data.add(
    part(words.high),
    end(({hi}) => hi),
    format,
  );
  const distance = (pick: (point: Point) => number | null): (number | null)[] =>
    series.points.map((point) => (shown(point) === null ? null : pick(point)));
  const minus = data.add(
    part(words.minus),
    distance(({value, lo}) => (typeof lo === "number" && value !== null ? rounded(value - lo) : 0)),
    format,
  );
  const plus = data.add(
    part(words.plus),
    distance(({value, hi}) => (typeof hi === "number" && value !== null ? rounded(hi - value) : 0)),
    format,
  );
  return {values, interval: {plus, minus, low, high}};
};

/** Every number that the value axis must hold. */
export const extent = (figure: Figure, {intervals = true} = {}): number[] => [
  ...figure.series.flatMap(({points}) =>
    points.flatMap((point) => {
      if (shown(point) === null) return [];
      return [point.value, ...(intervals ? [point.lo, point.hi] : [])].filter((value) => typeof value === "number");
    }),
  ),
  ...(figure.reference ? [figure.reference.value] : []),
  ...(figure.reference?.values ?? []).filter((value) => value !== null),
  ...[figure.control?.lower, figure.control?.upper]
    .flatMap((limit) => limit?.values ?? [])
    .filter((value) => value !== null),
];

/** Label of a point with its base, kept off the end of its interval by a blank. */
export const pointLabel = (point: Point, {figure, words, look}: ChartInput): string | null => {
  if (point.flag === "suppressed" || point.flag === "missing") return `\u00a0${words[point.flag]}`;
  if (point.value === null) return null;
  const base =
    !isLarge(look) && typeof point.n === "number" && point.n !== point.value && figure.form !== "columns"
      ? ` · n=${formatNumber(point.n, "count", words)}`
      : "";
  return `\u00a0${formatNumber(point.value, figure.unit, {language: words.language, bare: true})}${base}`;
};

/**
 * How far each label must move up (negative) or down so that names at the ends of lines do not overlap, as a share
 * of the chart's height; null values have no label.
 */
export const labelOffsets = (
  values: readonly (number | null)[],
  {min, max}: {min: number; max: number},
  {text}: ChartLook = deskLook,
): number[] => {
  const [plot, gap] = [0.85, 0.052 * text];
  const wanted = values
    .map((value, index) => ({
      index,
      at: value === null ? 0 : ((max - value) / (max - min || 1)) * plot,
      hidden: value === null,
    }))
    .filter(({hidden}) => !hidden)
    .sort((one, other) => one.at - other.at);
  const placed = wanted.map(({at}) => at);
  for (let pass = 0; pass < 20; pass++) {
    for (let index = 1; index < placed.length; index++) {
      const [above, below] = [placed[index - 1] ?? 0, placed[index] ?? 0];
      const lack = gap - (below - above);
      if (lack <= 0) continue;
      placed[index - 1] = above - lack / 2;
      placed[index] = below + lack / 2;
    }
  }
  // The last one stays above the labels of the axis.
  let limit = plot;
  for (let order = placed.length - 1; order >= 0; order--) {
    placed[order] = Math.min(placed[order] ?? 0, limit);
    limit = (placed[order] ?? 0) - gap;
  }
  const offsets = values.map(() => 0);
  for (const [order, {index, at}] of wanted.entries()) offsets[index] = Number(((placed[order] ?? at) - at).toFixed(4));
  return offsets;
};

/** The categories as a column: months as dates, so that every office sets as many labels as have room. */
export const addCategories = ({figure, data, words}: ChartInput): ChartColumn => {
  const header = figure.category_title ?? words.category;
  const serials = figure.categories.map(dateSerial);
  if (figure.category_kind !== "month" || serials.includes(null)) return data.add(header, figure.categories);
  return data.add(header, serials, {kind: "month", format: formatCode("month")});
};

export const categoryReference = (column: ChartColumn): string =>
  column.kind === "month" ? numberReference(column) : textReference(column);
