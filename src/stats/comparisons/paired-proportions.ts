import {wilsonInterval} from "../estimates/wilson-interval.js";
import {binomialCdf, binomialPdf} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/** Pairs by outcome: a both yes, b first only, c second only, d neither. */
export interface PairedTable {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * Difference of two paired proportions by Newcombe's method 10 with the continuity-modified phi (Stat Med 1998, 17:2635).
 * @example newcombePaired({a: 36, b: 12, c: 2, d: 0}) // => {estimate: 0.2, low: 0.056929584, high: 0.340427603}
 */
export function newcombePaired({a, b, c, d}: PairedTable, options: ConfidenceOption = {}): Interval {
  const n = a + b + c + d;
  const first = wilsonInterval(a + b, n, options);
  const second = wilsonInterval(a + c, n, options);
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  const cross = a * d - b * c;
  const corrected = cross > n / 2 ? cross - n / 2 : Math.min(cross, 0);
  const phi = margins === 0 ? 0 : corrected / Math.sqrt(margins);
  const spread = (x: number, y: number) => Math.sqrt(x * x - 2 * phi * x * y + y * y);
  const estimate = (b - c) / n;
  return {
    estimate,
    low: estimate - spread(first.estimate - first.low, second.high - second.estimate),
    high: estimate + spread(first.high - first.estimate, second.estimate - second.low),
  };
}

/**
 * McNemar's test, mid-p version (Fagerland, Lydersen & Laake 2013): b against c discordant pairs.
 * @example mcnemarMidP({b: 12, c: 2}) // => 0.0073852539
 */
export function mcnemarMidP({b, c}: {readonly b: number; readonly c: number}): number {
  const trials = {n: b + c, p: 0.5};
  const fewer = Math.min(b, c);
  return b + c === 0 ? 1 : Math.min(1, 2 * binomialCdf(fewer, trials) - binomialPdf(fewer, trials));
}
