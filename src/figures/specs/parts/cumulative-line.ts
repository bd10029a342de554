import {formatNumber} from "../../../words/format.js";
import {asIs, type Canvas, dotLayer, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import type {KeyEntry} from "./legend.js";
import {colours} from "./theme.js";

/** What the line of the running share is called in the key. */
export const cumulativeKey = ({figure: {cumulative}}: Canvas): KeyEntry[] =>
  cumulative ? [{name: cumulative.label, colour: colours.teal, dash: []}] : [];

/** Room above the plot for the scale of the line. */
export const cumulativeRoom = ({figure: {cumulative}, size}: Canvas): number => (cumulative ? size + 8 : 0);

/** The running share of the whole down the rows (Pareto), on a scale of its own above the plot: 0, 50, 100 %. */
export function cumulativeLayers(
  {figure: {cumulative, categories}, language, size}: Canvas,
  {ys, width, height}: {ys: readonly number[]; width: number; height: number},
): Layer[] {
  if (!cumulative) return [];
  const share = (value: number) => formatNumber(value, "share", {language});
  const values = cumulative.values.map((value, at) => ({
    x: value * width,
    y: ys[at] ?? 0,
    tip: `${cumulative.label} · ${categories[at] ?? ""} ${share(value)}`,
    colour: colours.teal,
    fill: colours.paper,
  }));
  const ticks = [0, 0.5, 1].map(
    (value): Label => ({
      x: value * width,
      y: -size / 2 - 4,
      text: `${value * 100}%`,
      align: value === 0 ? "left" : value === 1 ? "right" : "center",
      colour: colours.muted,
      size: size - 1,
    }),
  );
  const line = (color: string, strokeWidth: number): Layer => ({
    data: {values: values.map(({x, y}) => ({x, y}))},
    mark: {type: "line", color, strokeWidth, aria: false},
    encoding: {x: asIs("x"), y: asIs("y"), order: {field: "y", type: "quantitative"}},
  });
  return [
    lineLayer([{x: width, y: 0, x2: width, y2: height}], {colour: colours.axis, dash: [2, 3]}),
    // White-edged, so that it shows on and off the bars.
    line(colours.paper, 4),
    line(colours.teal, 1.75),
    dotLayer(values, {size: 26, width: 1.75}),
    ...labelLayers(ticks, {size}),
  ];
}
