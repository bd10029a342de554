import {scaleLinear} from "d3-scale";
import {formatTick} from "../../../words/format.js";
import type {Unit} from "../../../words/unit.js";
import type {Figure} from "../../figure.js";
import type {Canvas, Layer} from "./canvas.js";

/** A linear scale of the values, and the Vega-Lite axis that shows the same. */
export interface ValueAxis {
  readonly domain: readonly [number, number];
  /** Value → share of the axis length, 0 … 1. */
  readonly position: (value: number) => number;
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
}

/** What a value of this unit can be at most. */
const bounds: Readonly<Partial<Record<Unit, readonly [number, number]>>> = {share: [0, 1], nps: [-100, 100]};

/**
 * The scale for the shown values, intervals and reference of a figure. Bars start at 0; a share ends at 0 or 100 % only
 * where its values come near.
 */
export function valueAxis(
  canvas: Canvas,
  {fromZero, ticks = 5, series = canvas.figure.series}: {fromZero: boolean; ticks?: number; series?: Figure["series"]},
): ValueAxis {
  const {figure, language} = canvas;
  const shown = series
    .flatMap(({points}) => points)
    .filter((point) => point.flag !== "suppressed" && point.value != null)
    .flatMap(({value, lo, hi}) => [value, lo, hi])
    .concat(
      figure.reference?.value,
      ...(figure.reference?.values ?? []),
      ...(figure.control?.lower.values ?? []),
      ...(figure.control?.upper.values ?? []),
    )
    .filter((value): value is number => value != null && Number.isFinite(value));
  let low = Math.min(...(shown.length ? shown : [0]), ...(fromZero ? [0] : []));
  let high = Math.max(...(shown.length ? shown : [1]), ...(fromZero ? [0] : []));
  if (low === high)
    [low, high] = fromZero ? [0, 1] : [low - Math.abs(low || 1) * 0.1, high + Math.abs(high || 1) * 0.1];
  const [least, most] = bounds[figure.unit] ?? [low >= 0 ? 0 : Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const nice = scaleLinear().domain([low, high]).nice(ticks).domain() as [number, number];
  const domain: [number, number] = [Math.max(least, nice[0]), Math.min(most, nice[1])];
  if (domain[0] === domain[1]) domain[1] = domain[0] + 1;
  const scale = scaleLinear().domain(domain);
  const values = scale.ticks(ticks);
  const step = (values[1] ?? 1) - (values[0] ?? 0);
  return {
    domain,
    position: scale,
    ticks: values,
    labels: values.map((value) => formatTick(value, figure.unit, {language, step})),
  };
}

/** The encoding of a value channel on that scale. `drawn` puts grid and labels into the picture. */
export function valueChannel(
  field: string,
  axis: ValueAxis,
  {drawn = false, size = 12}: {drawn?: boolean; size?: number} = {},
): Layer {
  const labels = Object.fromEntries(axis.ticks.map((tick, index) => [String(tick), axis.labels[index]]));
  return {
    field,
    type: "quantitative",
    scale: {domain: axis.domain, nice: false, zero: false},
    axis: drawn
      ? {
          values: axis.ticks,
          labelExpr: `(${JSON.stringify(labels)})['' + datum.value]`,
          labelFontSize: size,
          labelPadding: 6,
          labelOverlap: false,
          title: null,
        }
      : null,
  };
}
