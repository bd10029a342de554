import {logGamma} from "../numbers/special-functions.js";
import type {Share} from "./newcombe-difference.js";

/**
 * Two-sided exact test of p1 = p2: the sum of all tables no more probable than the observed one (R's fisher.test).
 * @example fisherExact({k: 56, n: 70}, {k: 48, n: 80}) // => 0.0125211297
 */
export function fisherExact(a: Share, b: Share): number {
  const hits = a.k + b.k;
  const logProbability = (k: number) => logChoose(a.n, k) + logChoose(b.n, hits - k) - logChoose(a.n + b.n, hits);
  const observed = Math.exp(logProbability(a.k));
  let p = 0;
  for (let k = Math.max(0, hits - b.n); k <= Math.min(hits, a.n); k++) {
    const probability = Math.exp(logProbability(k));
    if (probability <= observed * (1 + 1e-7)) p += probability;
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
