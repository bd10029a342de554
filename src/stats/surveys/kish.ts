/**
 * Kish's design effect of weights and the effective number of answers: deff = n sum w^2 / (sum w)^2.
 * Assumes weights unrelated to the answer; where a linearised error exists use p (1 - p) / SE^2 instead. Kish 1965, 1992.
 * @example kish({n: 4, sum: 5, sum_sq: 7}) // => {deff: 1.12, n_eff: 3.5714285714}
 */
export function kish({n, sum, sum_sq}: {readonly n: number; readonly sum: number; readonly sum_sq: number}): {
  readonly deff: number;
  readonly n_eff: number;
} {
  return {deff: (n * sum_sq) / sum ** 2, n_eff: sum ** 2 / sum_sq};
}

/**
 * Does the sample need weighting? True where a segment's share of the answers is more than 5 points off its share of
 * the base (DeBell & Krosnick 2009).
 * @example needsWeighting([{n: 60, population: 500}, {n: 40, population: 500}]) // => true
 */
export function needsWeighting(
  segments: readonly {readonly n: number; readonly population: number}[],
  {limit = 0.05}: {/** largest gap that is let pass; defaults to 0.05 */ readonly limit?: number} = {},
): boolean {
  const n = segments.reduce((sum, segment) => sum + segment.n, 0);
  const base = segments.reduce((sum, segment) => sum + segment.population, 0);
  return segments.some((segment) => Math.abs(segment.n / n - segment.population / base) > limit);
}
