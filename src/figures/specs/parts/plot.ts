import {type Canvas, type Layer, lineLayer} from "./canvas.js";
import {colours} from "./theme.js";
import type {ValueAxis} from "./value-axis.js";
import {verticalRoom} from "./vertical-values.js";

/** A plot whose values run upwards: its size and the room beside it, in pixels; 0,0 is its top left. */
export interface Plot {
  readonly axis: ValueAxis;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
  /** Where a value stands. */
  readonly y: (value: number) => number;
}

/** The plot that is left of a canvas; `left` defaults to what the tick labels need. */
export function verticalPlot(
  canvas: Canvas,
  {axis, height, right, left = verticalRoom(axis, canvas)}: Pick<Plot, "axis" | "height" | "right"> & {left?: number},
): Plot {
  return {
    axis,
    left,
    right,
    width: canvas.width - left - right,
    height,
    y: (value) => (1 - axis.position(value)) * height,
  };
}

/** The line that the plot stands on. */
export const ground = ({width, height}: Pick<Plot, "width" | "height">): Layer =>
  lineLayer([{x: 0, y: height, x2: width, y2: height}], {colour: colours.axis});
