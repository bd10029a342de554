/** sum w, sum w x, sum w x x' (lower triangle) over those at risk. */
export interface RiskSums {
  s0: number;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
}

/**
 * Empty sums for p covariates.
 * @example riskSums(2).s0 // => 0
 */
export function riskSums(p: number): RiskSums {
  return {s0: 0, s1: new Float64Array(p), s2: new Float64Array(p * p)};
}

/**
 * Lets row i join the sums with its weight, or leave them with the negative of it.
 * @example addRisk(riskSums(1), Float64Array.of(3), {i: 0, weight: 2}) // => undefined
 */
export function addRisk(risk: RiskSums, x: Float64Array, {i, weight}: {i: number; weight: number}): void {
  const {s1, s2} = risk;
  const p = s1.length;
  risk.s0 += weight;
  for (let a = 0; a < p; a++) {
    const wa = weight * x[i * p + a]!;
    s1[a]! += wa;
    for (let b = 0; b <= a; b++) s2[a * p + b]! += wa * x[i * p + b]!;
  }
}
