/*
 * Distribution functions and quantiles with the names and conventions of R (lower tail unless said otherwise).
 * A quantile takes p; where p is so near 1 that 1 - p has lost its digits, ask for the mirrored lower quantile instead.
 */
import {
  binomialMass,
  incompleteBeta,
  incompleteGamma,
  inverseIncompleteBeta,
  inverseIncompleteGamma,
} from "./special-functions.js";

/**
 * P(Z <= z) of the standard normal distribution.
 * @example normalCdf(1.959963984540054) // => 0.975
 */
export function normalCdf(z: number): number {
  const {lower, upper} = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/**
 * z with P(Z <= z) = p. Halley steps on `normalCdf` from a start after Abramowitz & Stegun 26.2.23.
 * @example normalQuantile(0.975) // => 1.959963984540054
 */
export function normalQuantile(p: number): number {
  checkProbability(p);
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  const t = Math.sqrt(-2 * Math.log(p));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let i = 0; i < 5; i++) {
    const u = (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= u / (1 + (z * u) / 2);
  }
  return z;
}

/**
 * Two-sided multiplier of the normal distribution: 1.959963984540054 for 0.95.
 * @example normalMultiplier(0.95) // => 1.959963984540054
 */
export function normalMultiplier(confidence: number): number {
  return confidence === 0.95 ? 1.959963984540054 : -normalQuantile((1 - confidence) / 2);
}

/**
 * P(T <= t), Student's t with df degrees of freedom; NaN where there are none, as of a single value.
 * @example tCdf(2, 10) // => 0.9633059826146299
 */
export function tCdf(t: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  const total = df + t * t;
  const {lower, upper} = incompleteBeta({x: df / total, y: (t * t) / total, a: df / 2, b: 0.5});
  return t < 0 ? lower / 2 : 0.5 + upper / 2;
}

/**
 * t with P(T <= t) = p; NaN where there are no degrees of freedom, as of a single value.
 * @example tQuantile(0.975, 10) // => 2.2281388519649385
 */
export function tQuantile(p: number, df: number): number {
  checkProbability(p);
  if (!(df > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, df);
  if (p === 0) return -Infinity;
  const known = tQuantiles.get(p) ?? new Map<number, number>();
  const found = known.get(df) ?? lowerTQuantile(p, df);
  tQuantiles.set(p, known.set(df, found));
  return found;
}

/** Found once each: a report asks for the same few thousand several times over. */
const tQuantiles = new Map<number, Map<number, number>>();

function lowerTQuantile(p: number, df: number): number {
  const {x, y} = inverseIncompleteBeta({a: df / 2, b: 0.5, lower: 2 * p, upper: 1 - 2 * p});
  return -Math.sqrt((df * y) / x);
}

/**
 * Two-sided p-value of a t statistic.
 * @example tTwoSided(2.2281388519649385, 10) // => 0.05
 */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/**
 * Two-sided p-value of a z statistic.
 * @example normalTwoSided(1.959963984540054) // => 0.05
 */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/**
 * x with P(X <= x) = p, gamma distribution, scale 1.
 * @example gammaQuantile(0.5, 1) // => 0.6931471805599453
 */
export function gammaQuantile(p: number, shape: number): number {
  checkProbability(p);
  return inverseIncompleteGamma(shape, {lower: p, upper: 1 - p});
}

/**
 * P(X <= x), chi-square.
 * @example chiSquareCdf(3.841458820694124, 1) // => 0.95
 */
export function chiSquareCdf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower;
}

/**
 * P(X > x), chi-square: the p-value of a chi-square test.
 * @example chiSquareUpper(3.841458820694124, 1) // => 0.05
 */
export function chiSquareUpper(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/**
 * x with P(X <= x) = p, chi-square.
 * @example chiSquareQuantile(0.95, 1) // => 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/**
 * P(F <= x) with d1 and d2 degrees of freedom.
 * @example fCdf(4, {d1: 3, d2: 10}) // => 0.9586523190
 */
export function fCdf(x: number, {d1, d2}: FDegrees): number {
  if (!(x > 0)) return 0;
  const total = d1 * x + d2;
  return incompleteBeta({x: (d1 * x) / total, y: d2 / total, a: d1 / 2, b: d2 / 2}).lower;
}

/**
 * x with P(F <= x) = p.
 * @example fQuantile(0.95, {d1: 3, d2: 10}) // => 3.708264820
 */
export function fQuantile(p: number, {d1, d2}: FDegrees): number {
  checkProbability(p);
  const {x, y} = inverseIncompleteBeta({a: d1 / 2, b: d2 / 2, lower: p});
  return (d2 * x) / (d1 * y);
}

interface FDegrees {
  readonly d1: number;
  readonly d2: number;
}

/**
 * P(X <= x), beta distribution.
 * @example betaCdf(0.5, {a: 2, b: 3}) // => 0.6875
 */
export function betaCdf(x: number, {a, b}: {readonly a: number; readonly b: number}): number {
  return incompleteBeta({x, a, b}).lower;
}

/**
 * x with P(X <= x) = p, beta distribution.
 * @example betaQuantile(0.6875, {a: 2, b: 3}) // => 0.5
 */
export function betaQuantile(p: number, {a, b}: {readonly a: number; readonly b: number}): number {
  checkProbability(p);
  return inverseIncompleteBeta({a, b, lower: p}).x;
}

/**
 * P(X = k), binomial.
 * @example binomialPdf(1, {n: 2, p: 0.5}) // => 0.5
 */
export function binomialPdf(k: number, {n, p}: Trials): number {
  if (k < 0 || k > n || k !== Math.floor(k)) return 0;
  return binomialMass(k, n - k, p, 1 - p);
}

/**
 * P(X <= k), binomial.
 * @example binomialCdf(1, {n: 2, p: 0.5}) // => 0.75
 */
export function binomialCdf(k: number, {n, p}: Trials): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return incompleteBeta({x: 1 - p, y: p, a: n - whole, b: whole + 1}).lower;
}

/**
 * Smallest k with P(X <= k) >= p, binomial (R's qbinom).
 * @example binomialQuantile(0.975, {n: 100, p: 0.9}) // => 95
 */
export function binomialQuantile(p: number, trials: Trials): number {
  return smallestCount(p, (k) => binomialCdf(k, trials), trials.n);
}

interface Trials {
  readonly n: number;
  readonly p: number;
}

/**
 * P(X <= k), Poisson.
 * @example poissonCdf(1, 2) // => 0.4060058497098381
 */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mean).upper;
}

/**
 * Smallest k with P(X <= k) >= p, Poisson (R's qpois).
 * @example poissonQuantile(0.975, 5) // => 10
 */
export function poissonQuantile(p: number, mean: number): number {
  return smallestCount(p, (k) => poissonCdf(k, mean), 10 + mean + 40 * Math.sqrt(mean + 40));
}

function smallestCount(p: number, cdf: (k: number) => number, limit: number): number {
  checkProbability(p);
  // R's fuzz: without it a p that is exactly a step of the cdf may fall on either side by rounding.
  const goal = p * (1 - 64 * 2.220446049250313e-16);
  let low = -1;
  let high = Math.ceil(limit);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cdf(middle) >= goal) high = middle;
    else low = middle;
  }
  return high;
}

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
}
