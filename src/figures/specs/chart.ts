import type {Spec} from "vega";
import type {TopLevelSpec} from "vega-lite";
import type {Language} from "../../words/language.js";
import type {Figure, Form} from "../figure.js";
import {bars} from "./bars.js";
import {columns} from "./columns.js";
import {dots} from "./dots.js";
import {funnel} from "./funnel.js";
import {lines} from "./lines.js";
import {type Canvas, config, type Drawing} from "./parts/canvas.js";
import {longestWord, wrapText} from "./parts/text-width.js";
import {titleBlock} from "./parts/title-block.js";
import {sankeySpec} from "./sankey.js";
import {scatter} from "./scatter.js";
import {stacked} from "./stacked.js";
import {steps} from "./steps.js";

/** A picture's description for a renderer: Vega-Lite for all forms but flows, which Vega-Lite cannot draw. */
export type ChartSpec =
  | {readonly kind: "vega-lite"; readonly spec: TopLevelSpec}
  | {readonly kind: "vega"; readonly spec: Spec};

const forms: Readonly<Record<Exclude<Form, "sankey" | "table">, (canvas: Canvas) => Drawing>> = {
  dots,
  bars,
  columns,
  stacked,
  lines,
  steps,
  funnel,
  scatter,
};

/** Columns too narrow for the names below them: on a telephone they lie down. */
const isCramped = ({figure: {form, category_kind, categories}, compact, width, size}: Canvas): boolean => {
  const room = {width: (0.85 * width) / categories.length - 6, size: size - 1};
  return (
    form === "columns" &&
    category_kind === "text" &&
    compact &&
    categories.some((name) => wrapText(name, room).length > 3 || longestWord(name, room) > room.width)
  );
};

/**
 * The picture of a figure; null where its form has none (`table`), or it has no points.
 *
 * Every place is computed here from a fixed table of text widths, so that nothing overlaps or is cut off and the
 * picture is the same on every machine.
 */
export function chartSpec(
  figure: Figure,
  {
    language,
    width = 760,
    titled = false,
  }: {
    language: Language;
    /** Whole picture in pixels; below 520 the layout is for a telephone; defaults to 760. */
    width?: number;
    /** With title, subtitle and source, for a picture that travels alone; defaults to false. */
    titled?: boolean;
  },
): ChartSpec | null {
  if (figure.form === "table") return null;
  const compact = width < 520;
  const margin = titled ? 16 : 0;
  const canvas: Canvas = {figure, language, width: width - 2 * margin, compact, size: compact ? 12 : 13};
  const block = titled ? titleBlock(canvas) : {layers: () => [], top: 0, bottom: 0};
  if (figure.form === "sankey")
    return figure.flows?.length ? {kind: "vega", spec: sankeySpec(canvas, {block, margin})} : null;
  if (figure.categories.length === 0 || figure.series.length === 0) return null;
  const drawing = forms[isCramped(canvas) ? "bars" : figure.form](canvas);
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    autosize: "none",
    width: canvas.width - drawing.left - drawing.right,
    height: drawing.height,
    padding: {
      left: drawing.left + margin,
      right: drawing.right + margin,
      top: drawing.top + block.top + margin,
      bottom: drawing.bottom + block.bottom + margin,
    },
    config,
    layer: [
      ...drawing.layers,
      ...block.layers({left: -drawing.left, top: -drawing.top - block.top, end: drawing.height + drawing.bottom}),
    ],
  };
  return {kind: "vega-lite", spec: spec as unknown as TopLevelSpec};
}
