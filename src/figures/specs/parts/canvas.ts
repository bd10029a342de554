import {isUnfinished} from "../../../marts/shape/flag.js";
import {formatInterval, formatMonth, formatNumber} from "../../../words/format.js";
import {words} from "../../../words/interface.js";
import type {Language} from "../../../words/language.js";
import type {Unit} from "../../../words/unit.js";
import type {Figure, Point} from "../../figure.js";
import {colours, fontFamily} from "./theme.js";

/** A layer of a Vega-Lite spec, or a mark of a Vega spec. */
export type Layer = Readonly<Record<string, unknown>>;

/** What a form draws on: the figure, its language, and how wide the picture is. */
export interface Canvas {
  readonly figure: Figure;
  readonly language: Language;
  /** Whole picture, in pixels. */
  readonly width: number;
  /** Narrow as a telephone: shorter labels, fewer ticks. */
  readonly compact: boolean;
  /** Size of ordinary text. */
  readonly size: number;
}

/** What a form returns: layers in plot coordinates (0,0 is the top left of the plot), and the room around the plot. */
export interface Drawing {
  readonly layers: readonly Layer[];
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A piece of text at a place in pixels of the plot. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  readonly size?: number;
}

/** A field that holds pixels or a colour already. */
export const asIs = (field: string): Layer => ({field, type: "quantitative", scale: null});
export const colourOf = (field: string): Layer => ({field, type: "nominal", scale: null});

/** Texts at given places; one layer per style, since Vega-Lite takes alignment per layer. */
export function labelLayers(labels: readonly Label[], {size}: {size: number}): Layer[] {
  const styles = new Map<string, Label[]>();
  for (const label of labels) {
    const style = JSON.stringify([label.align ?? "left", label.bold ?? false, label.size ?? size]);
    styles.set(style, [...(styles.get(style) ?? []), label]);
  }
  return [...styles].map(([style, values]) => {
    const [align, bold, fontSize] = JSON.parse(style) as [string, boolean, number];
    return {
      data: {values: values.map(({x, y, text, colour = colours.ink}) => ({x, y, text, colour}))},
      mark: {type: "text", align, baseline: "middle", fontSize, aria: false, ...(bold ? {fontWeight: 600} : {})},
      encoding: {x: asIs("x"), y: asIs("y"), text: {field: "text", type: "nominal"}, color: colourOf("colour")},
    };
  });
}

/** Lines between two places in pixels. */
export function lineLayer(
  values: readonly {x: number; y: number; x2: number; y2: number}[],
  {colour, width = 1, dash, opacity = 1}: {colour: string; width?: number; dash?: readonly number[]; opacity?: number},
): Layer {
  return {
    data: {values},
    mark: {
      type: "rule",
      color: colour,
      strokeWidth: width,
      opacity,
      aria: false,
      ...(dash?.length ? {strokeDash: dash} : {}),
    },
    encoding: {x: asIs("x"), y: asIs("y"), x2: {field: "x2"}, y2: {field: "y2"}},
  };
}

/** Dots with the tip that stands in their `tip`; stroke and fill are theirs, the rest of `encoding` is the caller's. */
export const dotLayer = (
  values: readonly unknown[],
  {size, width = 2, encoding = {}}: {size: number; width?: number; encoding?: Layer},
): Layer => ({
  data: {values},
  mark: {type: "point", size, strokeWidth: width, opacity: 1},
  encoding: {
    x: asIs("x"),
    y: asIs("y"),
    stroke: colourOf("colour"),
    fill: colourOf("fill"),
    description: {field: "tip"},
    ...encoding,
  },
});

/** The hover text of a point: where, which series, value, interval, base, and what its flag means. */
export function pointText(
  point: Point,
  {category, series, unit, language}: {category: string; series: string; unit: Unit; language: Language},
): string {
  const word = words[language];
  const withheld = point.flag === "suppressed" || point.flag === "missing" ? point.flag : undefined;
  const interval = withheld ? "" : formatInterval([point.lo, point.hi], unit, {language});
  const value = withheld ? word[withheld] : formatNumber(point.value, unit, {language});
  const parts = [
    [category, series].filter(Boolean).join(" · ") +
      word.colon +
      value +
      (interval && ` (${word.interval} ${interval})`),
    point.n != null && !withheld ? `n=${formatNumber(point.n, "count", {language})}` : "",
    point.flag === "hollow" || isUnfinished(point.flag) ? word[point.flag as "hollow" | "provisional" | "partial"] : "",
  ];
  return parts.filter(Boolean).join(language === "zh" ? "，" : ", ");
}

/** A category as written on an axis. */
export function categoryText(category: string, {figure, language}: Pick<Canvas, "figure" | "language">): string {
  return figure.category_kind === "month" ? formatMonth(category, {language}) : category;
}

/** Settings that every picture shares. */
export const config: Layer = {
  background: "transparent",
  font: fontFamily,
  view: {stroke: null},
  axis: {
    labelColor: colours.muted,
    titleColor: colours.muted,
    domain: false,
    ticks: false,
    gridColor: colours.grid,
    aria: false,
  },
  text: {color: colours.ink},
};
