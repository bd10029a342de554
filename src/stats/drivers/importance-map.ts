import type {Interval} from "../numbers/interval.js";

/** An attribute: how well we do (x) and how much it counts (y), both with limits. */
export interface MapItem {
  readonly performance: Interval;
  readonly importance: Interval;
}

export type Quadrant = "keep_up" | "improve_first" | "low_priority" | "possible_overkill" | "near_line";

/**
 * Importance-performance map (Martilla & James 1977): the lines are the means, which is arbitrary, so an item whose cross
 * touches a line gets no quadrant.
 * @example importanceMap([{performance: {estimate: 0.9, low: 0.85, high: 0.95}, importance: {estimate: 0.1, low: 0.05, high: 0.15}}, {performance: {estimate: 0.5, low: 0.45, high: 0.55}, importance: {estimate: 0.5, low: 0.4, high: 0.6}}]).quadrants // => ["possible_overkill", "improve_first"]
 */
export function importanceMap(items: readonly MapItem[]): {
  readonly x: number;
  readonly y: number;
  readonly quadrants: readonly Quadrant[];
} {
  const mean = (value: (item: MapItem) => number) => items.reduce((sum, item) => sum + value(item), 0) / items.length;
  const x = mean((item) => item.performance.estimate);
  const y = mean((item) => item.importance.estimate);
  const touches = ({low, high}: Interval, line: number) => low <= line && line <= high;
  const quadrants = items.map(({performance, importance}): Quadrant => {
    if (touches(performance, x) || touches(importance, y)) return "near_line";
    const isGood = performance.estimate > x;
    if (importance.estimate > y) return isGood ? "keep_up" : "improve_first";
    return isGood ? "possible_overkill" : "low_priority";
  });
  return {x, y, quadrants};
}
