/** One period on a control chart; its limits may change with its base. */
export interface ControlPoint {
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** beyond the limits; never true on a run chart */
  readonly signal: boolean;
}

/** run: fewer than 12 baseline points, no limits · provisional: 12-19 · firm: 20 and more. */
export type LimitStatus = "run" | "provisional" | "firm";

/**
 * How far control limits can be trusted for this many baseline points.
 * @example limitStatus(14) // => "provisional"
 */
export function limitStatus(points: number): LimitStatus {
  if (points < 12) return "run";
  return points < 20 ? "provisional" : "firm";
}

/** Which points the limits are computed from. */
export interface BaselineOption {
  /** first points of the phase that set the limits, frozen from then on; defaults to 20 */
  readonly baseline?: number;
}
