import type {Figure, Point} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {formatNumber} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import type {Unit} from "../../../src/words/unit.js";
import {type ChartLook, type ChartWords, deskLook, isHot, isLarge, rowName, shown} from "./series.js";

const inch = (text: string): number => textWidth(text, {size: 11}) / 72;

/** Names of rows take at most this share of the frame. */
export const nameShare = 0.5;

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room kept free beside the plot as shares of the frame: row names of dots, names and last values of lines. */
const margins = (figure: Figure, words: ChartWords, look: ChartLook): Margins | undefined => {
  const {language} = words;
  // Places are shares of the frame: large texts take as much of it as small ones of a narrower frame.
  const width = look.width / look.text;
  const {form, categories, series, reference, category_title, value_title} = figure;
  const bottom = (category_title || (form === "dots" && value_title) ? 0.16 : 0.1) * (isLarge(look) ? 1.2 : 1);
  if (form === "dots") {
    const bold = (row: number): number => (isHot(figure, row) ? 1.1 : 1);
    const names = categories.map((_, row) => inch(rowName(figure, row, words)) * bold(row));
    const values = series.flatMap(({points}) =>
      points.map((point, row) => inch(valueText(point, figure, {language, isBare: isLarge(look)})) * bold(row)),
    );
    return {
      left: Math.min(nameShare, (Math.max(0.5, ...names) + 0.2) / width),
      right: 0.03 + Math.max(0.5, ...values) / width,
      top: series.length > 1 || reference ? 0.09 : 0.03,
      bottom,
    };
  }
  if (form === "scatter") return {left: 0.085, right: 0.05, top: 0.07, bottom: bottom + 0.02};
  const isNamed = series.length > 1 || reference !== undefined;
  if (form !== "lines" && (!isNamed || (form !== "steps" && form !== "funnel"))) return undefined;
  const ends = series.map(({name, points, role}) => {
    const last = form === "lines" ? points.findLast((point) => shown(point) !== null) : undefined;
    const value = last ? ` ${formatNumber(last.value, figure.unit, {language, bare: true})}` : "";
    const isBold = role === "main" || series.length === 1 || form !== "lines";
    return inch((series.length > 1 || form !== "lines" ? name : "") + value) * (isBold ? 1.1 : 1);
  });
  const further = [reference?.label, figure.control?.upper.name].filter((name) => name !== undefined);
  const room = Math.max(0, ...ends, ...further.map((name) => inch(name) * 0.95));
  return {left: 0.085, right: Math.min(0.36, (room + 0.25) / width), top: 0.03, bottom};
};

export const chartLayout = (figure: Figure, words: ChartWords, look: ChartLook = deskLook): string => {
  const found = margins(figure, words, look);
  if (!found) return "<c:layout/>";
  const {left, right, top, bottom} = found;
  const [w, h] = [1 - left - right, 1 - top - bottom].map((value) => value.toFixed(4));
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${left.toFixed(4)}"/><c:y val="${top}"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout>`;
};

/** Height of a chart's frame on a slide, in inches. */
const frameHeight = 4.8;

/** The plot in points at a desk, as far as it is ours to say. */
export const plotSize = (
  figure: Figure,
  words: ChartWords,
  look: ChartLook = deskLook,
): {width: number; height: number} => {
  const {left, right, top, bottom} = margins(figure, words, look) ?? {left: 0.1, right: 0.05, top: 0.05, bottom: 0.1};
  const inside = (share: number, length: number): number => ((1 - share) * length * 72) / look.text;
  return {width: inside(left + right, look.width), height: inside(top + bottom, frameHeight)};
};

const valueText = (
  {value, n}: Point,
  {unit}: {readonly unit: Unit},
  {language, isBare}: {readonly language: Language; readonly isBare: boolean},
): string =>
  `${formatNumber(value, unit, {language, bare: true})}${isBare ? "" : ` · n=${formatNumber(n ?? null, "count", {language})}`}`;
