/**
 * An estimate with its limits, in the unit of the estimate. The limits may lie at different distances.
 * All three are NaN where nothing was observed: no number is made up for an empty cell.
 */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How sure an interval is meant to be. */
export interface ConfidenceOption {
  /** share of intervals that would contain the truth; defaults to 0.95 */
  readonly confidence?: number;
}
