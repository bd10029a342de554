import {betaQuantile, binomialCdf, binomialPdf} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";

/**
 * Exact (guaranteed) interval of a share k/n; wider than needed, so only where a guarantee is asked.
 * Clopper & Pearson, Biometrika 1934.
 * @example clopperPearson(81, 263) // => {estimate: 0.3079847909, low: 0.2527367456, high: 0.3676219226}
 */
export function clopperPearson(k: number, n: number, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  const tail = (1 - confidence) / 2;
  return {
    estimate: k / n,
    low: k === 0 ? 0 : betaQuantile(tail, {a: k, b: n - k + 1}),
    high: k === n ? 1 : 1 - betaQuantile(tail, {a: n - k, b: k + 1}),
  };
}

/**
 * Mid-P interval of a share: exact, but counting half of the observed outcome; close to nominal coverage.
 * @example midPInterval(81, 263) // => {estimate: 0.3079847909, low: 0.2544021049, high: 0.3657734743}
 */
export function midPInterval(k: number, n: number, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  const tail = (1 - confidence) / 2;
  const below = (p: number) => binomialCdf(k, {n, p}) - binomialPdf(k, {n, p}) / 2;
  return {
    estimate: k / n,
    low: k === 0 ? 0 : solveFalling(below, 1 - tail),
    high: k === n ? 1 : solveFalling(below, tail),
  };
}

function solveFalling(f: (p: number) => number, goal: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > goal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
