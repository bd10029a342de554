import {isUnfinished} from "../../../marts/shape/flag.js";
import {asIs, dotLayer, type Layer} from "./canvas.js";
import {colours} from "./theme.js";

/** A point of a line, in pixels; `y` null where there is nothing to show. */
export interface LinePoint {
  readonly x: number;
  readonly y: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly flag: string;
  /** No line comes here from the point before. */
  readonly starts: boolean;
  readonly tip: string;
}

/** One line with its uncertainty: runs that end at gaps and breaks, dashed towards provisional points. */
export function seriesLayers(
  points: readonly LinePoint[],
  {colour, band, quiet}: {colour: string; band: boolean; quiet: boolean},
): Layer[] {
  const solid: {x: number; y: number; run: number}[] = [];
  const dashed: {x: number; y: number; run: number}[] = [];
  const bands: {x: number; lo: number; hi: number; run: number}[] = [];
  let run = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const joined = point.y != null && before?.y != null && !point.starts;
    if (!joined) run += 1;
    if (point.y != null && point.lo != null && point.hi != null)
      bands.push({x: point.x, lo: point.lo, hi: point.hi, run});
    if (!joined || point.y == null || before.y == null) continue;
    const pieces = isUnfinished(point.flag) ? dashed : solid;
    pieces.push({x: before.x, y: before.y, run: index}, {x: point.x, y: point.y, run: index});
  }
  const line = (values: object[], strokeDash?: readonly number[]): Layer => ({
    data: {values},
    mark: {
      type: "line",
      color: colour,
      strokeWidth: quiet ? 1.5 : 2.25,
      strokeCap: "round",
      aria: false,
      ...(strokeDash ? {strokeDash} : {}),
    },
    encoding: {
      x: asIs("x"),
      y: asIs("y"),
      detail: {field: "run", type: "nominal"},
      order: {field: "x", type: "quantitative"},
    },
  });
  // A month that stands alone has no band to be part of.
  const alone = ({run: one}: {run: number}) => bands.filter((other) => other.run === one).length === 1;
  const banded = band && !quiet ? bands.filter((month) => !alone(month)) : [];
  const barred = band && !quiet ? bands.filter(alone) : bands;
  const shown = points
    .filter(({y}) => y != null)
    .map(({x, y, flag, tip}) => ({
      x,
      y,
      tip,
      colour,
      fill: flag === "hollow" || isUnfinished(flag) ? colours.paper : colour,
    }));
  return [
    ...(banded.length ? [area(banded, colour)] : []),
    ...(barred.length ? [intervals(barred, colour)] : []),
    ...(solid.length ? [line(joinRuns(solid))] : []),
    ...(dashed.length ? [line(dashed, [4, 4])] : []),
    dotLayer(shown, {size: quiet ? 18 : shown.length > 40 ? 20 : 36, width: 1.75}),
  ];
}

/** Pieces that touch become one run, so that the line is one path. */
function joinRuns(pieces: readonly {x: number; y: number; run: number}[]) {
  const joined: {x: number; y: number; run: number}[] = [];
  let run = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const [start, end] = [pieces[index], pieces[index + 1]];
    if (!start || !end) continue;
    const last = joined.at(-1);
    if (!last || last.x !== start.x || last.y !== start.y) {
      run += 1;
      joined.push({...start, run});
    }
    joined.push({...end, run});
  }
  return joined;
}

const area = (values: object[], color: string): Layer => ({
  data: {values},
  mark: {type: "area", color, opacity: 0.16, aria: false},
  encoding: {x: asIs("x"), y: asIs("lo"), y2: {field: "hi"}, detail: {field: "run", type: "nominal"}},
});

const intervals = (values: readonly {x: number; lo: number; hi: number}[], color: string): Layer => ({
  data: {values: values.map(({x, lo, hi}) => ({x, lo, hi}))},
  mark: {type: "rule", color, strokeWidth: 1, opacity: 0.5, aria: false},
  encoding: {x: asIs("x"), y: asIs("lo"), y2: {field: "hi"}},
});
