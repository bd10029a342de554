import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** An estimate and its standard error. */
export interface Estimate {
  readonly estimate: number;
  readonly se: number;
}

/**
 * Change of a gap (or of any estimate) between two fresh samples: later minus earlier.
 * @example gapChange({estimate: 0.3, se: 0.15}, {estimate: -0.05, se: 0.14}) // => {estimate: -0.35, se: 0.2051828453, low: -0.752150987, high: 0.052150987}
 */
export function gapChange(
  earlier: Estimate,
  later: Estimate,
  {confidence = 0.95}: ConfidenceOption = {},
): Interval & Estimate {
  const estimate = later.estimate - earlier.estimate;
  const se = Math.hypot(earlier.se, later.se);
  const half = normalMultiplier(confidence) * se;
  return {estimate, se, low: estimate - half, high: estimate + half};
}
