import {formatNumber} from "../../../words/format.js";
import {words} from "../../../words/interface.js";
import type {Canvas, Label} from "./canvas.js";
import {textWidth} from "./text-width.js";
import {colours} from "./theme.js";

type Below = {
  span: (value: number) => number;
  times: readonly number[];
  names: readonly string[];
  palette: readonly string[];
  left: number;
  height: number;
  width: number;
};

/** Ticks of the number axis, its title, and the numbers at risk at each tick. */
export function atRisk(canvas: Canvas, {span, times, names, palette, left, height, width}: Below) {
  const {figure, language, size, compact} = canvas;
  const small = size - 1;
  const most = Math.max(...times);
  const every =
    most > 12
      ? ([3, 6, 12, 24].find((step) => most / step <= (compact ? 5 : 9)) ?? 60)
      : compact
        ? Math.ceil(most / 6) || 1
        : 1;
  const ticks = times.map((time, index) => ({time, index})).filter(({time}) => time % every === 0);
  const row = small + 6;
  const labels: Label[] = ticks.map(({time}) => ({
    x: span(time),
    y: height + 14,
    text: String(time),
    align: "center",
    colour: colours.muted,
    size: small,
  }));
  let bottom = 26;
  if (figure.category_title) {
    labels.push({
      x: width,
      y: height + bottom + 6,
      text: figure.category_title,
      align: "right",
      colour: colours.muted,
      size: small,
    });
    bottom += row;
  }
  if (!figure.series.some(({points}) => points.some(({n}) => n != null))) return {labels, bottom: bottom + 4};
  if (figure.series.length > 1) {
    labels.push({x: -left, y: height + bottom + 6, text: words[language].at_risk, colour: colours.muted, size: small});
    bottom += row;
  }
  for (const [number, series] of figure.series.entries()) {
    const colour = figure.series.length > 1 ? (palette[number] ?? colours.ink) : colours.muted;
    labels.push({x: -left, y: height + bottom + 6, text: names[number] ?? "", colour, size: small});
    let end = Number.NEGATIVE_INFINITY;
    for (const {time, index} of ticks) {
      const text = series.points[index]?.n == null ? "" : formatNumber(series.points[index].n, "count", {language});
      const half = textWidth(text, {size: small}) / 2;
      if (!text || span(time) - half < end + 5) continue;
      end = span(time) + half;
      labels.push({x: span(time), y: height + bottom + 6, text, align: "center", size: small});
    }
    bottom += row;
  }
  return {labels, bottom: bottom + 4};
}
