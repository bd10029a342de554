import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption, Interval} from "../numbers/interval.js";
import type {Share} from "./newcombe-difference.js";

/**
 * Score interval of a difference of two independent proportions, with the factor N/(N - 1).
 * Second opinion beside `newcombeDifference`. Miettinen & Nurminen, Stat Med 1985, 4:213.
 * @example miettinenNurminen({k: 56, n: 70}, {k: 48, n: 80}) // => {estimate: 0.2, low: 0.0528297132, high: 0.33817294}
 */
export function miettinenNurminen(a: Share, b: Share, {confidence = 0.95}: ConfidenceOption = {}): Interval {
  const z = normalMultiplier(confidence);
  const estimate = a.k / a.n - b.k / b.n;
  return {
    estimate,
    low: solveFalling((delta) => score(a, b, {delta}) - z, [-1, estimate]),
    high: solveFalling((delta) => score(a, b, {delta}) + z, [estimate, 1]),
  };
}

function score(a: Share, b: Share, {delta}: {delta: number}): number {
  const total = a.n + b.n;
  const p1 = constrained(a, b, {delta});
  const p2 = p1 - delta;
  const variance = ((p1 * (1 - p1)) / a.n + (p2 * (1 - p2)) / b.n) * (total / (total - 1));
  const distance = a.k / a.n - b.k / b.n - delta;
  return variance > 1e-300 ? distance / Math.sqrt(variance) : distance * Infinity;
}

/** Likelihood estimate of p1 where p1 - p2 = delta: the closed root of the cubic. */
function constrained(first: Share, second: Share, {delta}: {delta: number}): number {
  const theta = second.n / first.n;
  const [p1, p2] = [first.k / first.n, second.k / second.n];
  const a = 1 + theta;
  const b = -(1 + theta + p1 + theta * p2 + delta * (theta + 2));
  const c = delta * delta + delta * (2 * p1 + theta + 1) + p1 + theta * p2;
  const d = -p1 * delta * (1 + delta);
  const v = (b / (3 * a)) ** 3 - (b * c) / (6 * a * a) + d / (2 * a);
  const u = (v < 0 ? -1 : 1) * Math.sqrt(Math.max(0, (b / (3 * a)) ** 2 - c / (3 * a)));
  const ratio = u === 0 ? 0 : Math.min(1, Math.max(-1, v / u ** 3));
  const root = 2 * u * Math.cos((Math.PI + Math.acos(ratio)) / 3) - b / (3 * a);
  return Math.min(1, 1 + delta, Math.max(0, delta, root));
}

function solveFalling(f: (delta: number) => number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
