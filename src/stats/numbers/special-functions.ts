/*
 * Gamma and beta functions, their incomplete forms and inverses. Everything else in this folder stands on them.
 * Checked against 971 values from R (test/oracle/dist_grid.csv) to 1e-10. The densities that precede the series are
 * Loader's saddle-point forms, which lose no digits when the parameters are large.
 */

const EPSILON = 2.220446049250313e-16;
const HALF_LOG_TWO_PI = 0.9189385332046727;
const TINY = 1e-300;

/** A probability with both tails, so that neither is 1 minus the other and small tails keep their digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Natural logarithm of the gamma function, x > 0.
 * Lanczos approximation with g = 607/128 and 15 terms (Godfrey 2001), about 1e-15.
 * @example logGamma(0.5) // => 0.5723649429247001
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; not above 0: ${x}`);
  let series = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) series += LANCZOS[i]! / (x + i);
  const t = x + 5.2421875;
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310007 * series) / x);
}

const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];

/**
 * Regularised incomplete gamma function P(a, x) and its complement Q(a, x).
 * Series below a + 1, continued fraction above (Abramowitz & Stegun 6.5.29, 6.5.31).
 * @example incompleteGamma(1, 2) // => {lower: 0.8646647167633873, upper: 0.1353352832366127}
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0)) throw new RangeError(`invalid a; not above 0: ${a}`);
  if (!(x > 0)) return {lower: 0, upper: 1};
  if (x === Infinity) return {lower: 1, upper: 0};
  const front = poissonMass(a, x);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * EPSILON * 0.1; n++) sum += term *= x / (a + n);
    const lower = Math.min(1, front * sum);
    return {lower, upper: 1 - lower};
  }
  const upper = Math.min(1, front * a * gammaFraction(a, x));
  return {lower: 1 - upper, upper};
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1_000_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || TINY);
    c = b + an / c || TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return h;
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 * Continued fraction by the modified Lentz method (Abramowitz & Stegun 26.5.8). Give `y` = 1 - x where x is near 1.
 * @example incompleteBeta({x: 0.5, a: 2, b: 3}).lower // => 0.6875
 */
export function incompleteBeta({x, y = 1 - x, a, b}: BetaArguments): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`invalid a, b; not above 0: ${a}, ${b}`);
  if (!(x > 0)) return {lower: 0, upper: 1};
  if (!(y > 0)) return {lower: 1, upper: 0};
  if (x * (a + b + 2) > a + 1) {
    const mirrored = incompleteBeta({x: y, y: x, a: b, b: a});
    return {lower: mirrored.upper, upper: mirrored.lower};
  }
  const lower = Math.min(1, (binomialMass(a, b, x, y) * b * betaFraction(a, b, x)) / (a + b));
  return {lower, upper: 1 - lower};
}

interface BetaArguments {
  readonly x: number;
  readonly y?: number;
  readonly a: number;
  readonly b: number;
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let h = d;
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return h;
}

/**
 * x with P(a, x) = lower. Safeguarded Newton steps on log P (or log Q, whichever tail is smaller).
 * @example inverseIncompleteGamma(1, {lower: 0.5, upper: 0.5}) // => 0.6931471805599453
 */
export function inverseIncompleteGamma(a: number, {lower, upper}: Tails): number {
  if (lower <= 0) return 0;
  if (upper <= 0) return Infinity;
  const small = lower < upper ? "lower" : "upper";
  return Math.exp(
    solveLog(
      (u) => {
        const x = Math.exp(u);
        return {tails: incompleteGamma(a, x), slope: poissonMass(a, x) * a};
      },
      {small, goal: small === "lower" ? lower : upper, start: Math.log(a), high: 800},
    ),
  );
}

/**
 * x with I_x(a, b) = lower, together with y = 1 - x, each to full relative accuracy.
 * @example inverseIncompleteBeta({a: 2, b: 3, lower: 0.6875}).x // => 0.5
 */
export function inverseIncompleteBeta({
  a,
  b,
  lower,
  upper = 1 - lower,
}: {
  readonly a: number;
  readonly b: number;
  readonly lower: number;
  readonly upper?: number;
}): {readonly x: number; readonly y: number} {
  if (lower <= 0) return {x: 0, y: 1};
  if (upper <= 0) return {x: 1, y: 0};
  const half = incompleteBeta({x: 0.5, a, b});
  if (half.lower >= lower) return lowerHalfBeta({a, b, lower, upper});
  const {x, y} = lowerHalfBeta({a: b, b: a, lower: upper, upper: lower});
  return {x: y, y: x};
}

function lowerHalfBeta({a, b, lower, upper}: {a: number; b: number; lower: number; upper: number}): {
  x: number;
  y: number;
} {
  const small = lower < upper ? "lower" : "upper";
  const solution = solveLog(
    (u) => {
      const x = Math.exp(u);
      return {tails: incompleteBeta({x, a, b}), slope: (binomialMass(a, b, x, 1 - x) * a * b) / ((a + b) * (1 - x))};
    },
    {small, goal: small === "lower" ? lower : upper, start: Math.log(a / (a + b)), high: Math.log(0.5)},
  );
  return {x: Math.exp(solution), y: -Math.expm1(solution)};
}

interface LogProblem {
  readonly small: "lower" | "upper";
  readonly goal: number;
  readonly start: number;
  readonly high: number;
}

/** Solves log tail(u) = log goal for u = log x; falls back to bisection whenever a Newton step leaves the bracket. */
function solveLog(at: (u: number) => {tails: Tails; slope: number}, {small, goal, start, high}: LogProblem): number {
  let low = -745;
  let top = high;
  let u = Math.min(start, high - 1e-3);
  const sign = small === "lower" ? 1 : -1;
  for (let i = 0; i < 400; i++) {
    const {tails, slope} = at(u);
    const tail = tails[small];
    const error = tail > 0 ? Math.log(tail / goal) : -Infinity;
    if (error === 0) break;
    if (sign * error > 0) top = u;
    else low = u;
    const step = (sign * error * tail) / slope;
    let next = u - step;
    if (!(next > low && next < top)) next = (low + top) / 2;
    const done = Math.abs(next - u) <= 2 * EPSILON * Math.max(1, Math.abs(u));
    u = next;
    if (done || top - low < EPSILON) break;
  }
  return u;
}

/**
 * x^a e^-x / Gamma(a + 1): the Poisson probability for a count `a` that need not be whole (Loader 2000).
 * @example poissonMass(1, 2) // => 0.2706705664732254
 */
export function poissonMass(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a === 0) return Math.exp(-x);
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * Gamma(a+b+1) / (Gamma(a+1) Gamma(b+1)) x^a y^b: the binomial probability of a successes, b failures (Loader 2000).
 * @example binomialMass(1, 1, 0.5, 0.5) // => 0.5
 */
export function binomialMass(a: number, b: number, x: number, y: number): number {
  if (a === 0) return y ** b;
  if (b === 0) return x ** a;
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** log Gamma(n + 1) minus Stirling's formula. */
function stirlingError(n: number): number {
  if (n <= 15) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  const nn = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / nn) / nn) / nn) / nn) / nn) / n;
}

/** x log(x / m) + m - x without cancellation when x is near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
