import {type Canvas, type Layer, lineLayer} from "./canvas.js";
import type {KeyEntry} from "./legend.js";
import {colours} from "./theme.js";

const dash = [2, 3];

/** Both control limits as steps, each month its own: the limits of shares and rates move with their base. */
export function controlLayers(
  {figure: {control}}: Canvas,
  {at, y, width}: {at: (index: number) => number; y: (value: number) => number; width: number},
): Layer[] {
  if (!control) return [];
  const steps = [control.lower, control.upper].flatMap(({values}) => stepsOf(values, {at, y, width}));
  return [lineLayer(steps, {colour: colours.muted, dash})];
}

/** A target that changed on the way, each month its own. */
export function targetLayers(
  {figure: {reference}}: Canvas,
  places: {at: (index: number) => number; y: (value: number) => number; width: number},
): Layer[] {
  if (!reference?.values) return [];
  return [lineLayer(stepsOf(reference.values, places), {colour: colours.charcoal, width: 1.5, dash: [5, 3]})];
}

function stepsOf(
  values: readonly (number | null)[],
  {at, y, width}: {at: (index: number) => number; y: (value: number) => number; width: number},
) {
  const half = (at(1) - at(0)) / 2;
  return values.flatMap((value, index) =>
    value === null
      ? []
      : [{x: Math.max(0, at(index) - half), y: y(value), x2: Math.min(width, at(index) + half), y2: y(value)}],
  );
}

/** What the limits are called in the key. */
export const controlKey = ({figure: {control}}: Canvas): KeyEntry[] =>
  control ? [{name: control.label, colour: colours.muted, dash}] : [];
