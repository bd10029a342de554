import {kitagawa, type SegmentPeriods} from "./kitagawa.js";

/**
 * Does the total move against most of its segments? True where segments holding more than half of the (mean) share move
 * one way and the total the other: then the mix changed, and the total alone misleads. Beside it the directly
 * standardised difference: both periods at the mean mix, which is Kitagawa's rate effect.
 * @example simpsonFlag([{n0: 200, k0: 120, n1: 400, k1: 248}, {n0: 300, k0: 210, n1: 400, k1: 288}, {n0: 500, k0: 425, n1: 200, k1: 174}]) // => {flag: true, total: -0.045, standardised: 0.02}
 */
export function simpsonFlag(segments: readonly SegmentPeriods[]): {
  readonly flag: boolean;
  readonly total: number;
  readonly standardised: number;
} {
  const {total, rate, by_rate} = kitagawa(segments);
  const [n0, n1] = [segments.reduce((sum, {n0: n}) => sum + n, 0), segments.reduce((sum, {n1: n}) => sum + n, 0)];
  const against = segments.reduce((sum, segment, i) => {
    const share = (segment.n0 / n0 + segment.n1 / n1) / 2;
    return by_rate[i]! * total < 0 ? sum + share : sum;
  }, 0);
  return {flag: against > 0.5, total, standardised: rate};
}
