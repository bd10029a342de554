import {formatNumber} from "../../words/format.js";
import {words} from "../../words/interface.js";
import type {Point} from "../figure.js";
import {type Canvas, categoryText, type Label} from "./parts/canvas.js";
import {textWidth, wrapText} from "./parts/text-width.js";
import {colours, seriesColours} from "./parts/theme.js";

/** One point of a chart whose categories are rows from top to bottom. */
export interface RowPoint {
  readonly point: Point;
  readonly category: string;
  readonly series: string;
  readonly colour: string;
  /** Middle of its lane, in pixels. */
  readonly y: number;
}

/** Places of rows, lanes, category labels on the left and numbers on the right. */
export interface Rows {
  readonly points: readonly RowPoint[];
  readonly labels: readonly Label[];
  readonly lane: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** Lays the categories out as rows, each tall enough for its label and its series. `numbers` writes value and n on the right. */
export function layoutRows(canvas: Canvas, {numbers}: {numbers: boolean}): Rows {
  const {figure, compact, size, width} = canvas;
  const isNamed = (category: string) => figure.focus?.includes(category) ?? false;
  const names = figure.categories.map((category) => ({
    bold: isNamed(category),
    lines: labelLines(categoryText(category, canvas), {
      width: Math.min(width * (compact ? 0.32 : 0.28), 240),
      size,
      bold: isNamed(category),
    }),
  }));
  const widthsOf = names.flatMap(({bold, lines}) => lines.map((line) => textWidth(line, {size, bold})));
  const left = Math.ceil(Math.max(0, ...widthsOf)) + 10;
  // On a telephone the base stands under the value.
  const hasBase = figure.series.some(({points}) => points.some((point) => baseOf(point) !== null));
  const twoLines = compact && numbers && hasBase;
  const lane = twoLines ? 32 : compact ? 22 : figure.series.length > 1 ? 20 : 24;
  const line = size + 4;
  const coloursOf = seriesColours(figure.series);
  // Where the title names groups, only they are coloured.
  const isFocused = figure.series.length === 1 && (figure.focus?.length ?? 0) > 0;
  const points: RowPoint[] = [];
  const labels: Label[] = [];
  let top = 0;
  for (const [index, category] of figure.categories.entries()) {
    const {bold = false, lines = []} = names[index] ?? {};
    const inner = Math.max(lane * figure.series.length, lines.length * line);
    const height = inner + (figure.series.length > 1 ? 12 : 8);
    const middle = top + height / 2;
    for (const [number, text] of lines.entries()) {
      labels.push({
        x: -10,
        y: middle + (number - (lines.length - 1) / 2) * line,
        text,
        align: "right",
        ...(bold ? {bold, colour: colours.hotText} : {}),
      });
    }
    for (const [number, series] of figure.series.entries()) {
      const point = series.points[index];
      if (!point) continue;
      const y = middle + (number - (figure.series.length - 1) / 2) * lane;
      points.push({
        point,
        y,
        category: categoryText(category, canvas),
        series: figure.series.length > 1 ? series.name : "",
        colour: isFocused ? (bold ? colours.hot : colours.quiet) : (coloursOf[number] ?? colours.blue),
      });
    }
    top += height;
  }
  const beside = numbers ? numbersBeside(canvas, {points, left, twoLines}) : {labels: [], right: 12};
  return {points, labels: [...labels, ...beside.labels], lane, height: top, left, right: beside.right};
}

/** A name on as few lines as it needs; "Channel · E-mail" parts after its dot before anywhere else. */
function labelLines(text: string, room: {width: number; size: number; bold: boolean}): string[] {
  const whole = wrapText(text, room);
  const at = text.indexOf(" · ");
  if (whole.length === 1 || at < 0) return whole.length > 6 ? wrapText(text, {...room, lines: 6}) : whole;
  const parted = [text.slice(0, at + 2), text.slice(at + 3)].flatMap((part) => wrapText(part, room));
  return parted.length <= Math.max(2, whole.length) ? parted : whole;
}

/** A count is its own base, and nobody reads it twice. */
const baseOf = ({value, n}: Point): number | null => (n == null || n === value ? null : n);

/** Value and base of each point at the right; on a telephone the base stands under the value. */
function numbersBeside(
  {figure, language, size, width}: Canvas,
  {points, left, twoLines}: {points: readonly RowPoint[]; left: number; twoLines: boolean},
): {labels: Label[]; right: number} {
  const small = size - 1;
  const shown = points.map(({point, y}) => ({
    y,
    quiet: point.flag === "suppressed" || point.flag === "hollow",
    value:
      point.flag === "suppressed" || point.flag === "missing"
        ? words[language][point.flag]
        : formatNumber(point.value, figure.unit, {language}),
    base:
      baseOf(point) === null || point.flag === "suppressed" || point.flag === "missing"
        ? ""
        : `n=${formatNumber(point.n, "count", {language})}`,
  }));
  const valueWidth = Math.max(...shown.map(({value}) => textWidth(value, {size, bold: true})), 0);
  const baseWidth = Math.max(...shown.map(({base}) => textWidth(base, {size: small})), 0);
  const right =
    Math.ceil(12 + (twoLines ? Math.max(valueWidth, baseWidth) : valueWidth + (baseWidth ? 12 + baseWidth : 0))) + 2;
  const edge = width - left;
  const valueEnd = twoLines ? edge - 2 : edge - right + 12 + valueWidth;
  const labels = shown.flatMap(({y, quiet, value, base}): Label[] => {
    const up = twoLines && base ? 7 : 0;
    const colour = quiet ? colours.muted : colours.ink;
    return [
      {x: valueEnd, y: y - up, text: value, align: "right", bold: !quiet, colour},
      ...(base
        ? [{x: edge - 2, y: y + up, text: base, align: "right" as const, colour: colours.muted, size: small}]
        : []),
    ];
  });
  return {labels, right};
}
