/** A cell of the sample: one level per margin and its answers (or sum of base weights). */
export interface RakeCell {
  readonly levels: Readonly<Record<string, string>>;
  readonly n: number;
}

/** Customers in the base by margin and level. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Weights by iterative proportional fitting: after it every margin of the weighted sample equals the base
 * (Deming & Stephan 1940; Deville, Sarndal & Sautory 1993). One weight per cell, for one answer of it; they add up to
 * the base. Weights above `trim` times the median are cut and the rest fitted again.
 * Throws, naming the level, where the base has a level without answers, and after 500 sweeps without agreement.
 * @example rakeWeights([{levels: {a: "x"}, n: 2}, {levels: {a: "y"}, n: 2}], {a: {x: 30, y: 10}}) // => {weights: [15, 5], trimmed_share: 0}
 */
export function rakeWeights(
  cells: readonly RakeCell[],
  margins: Margins,
  {tolerance = 1e-10, sweeps = 500, trim = 5}: RakeOptions = {},
): {readonly weights: readonly number[]; readonly trimmed_share: number} {
  const weights = settle(cells, margins, {tolerance, sweeps, start: cells.map(() => 1)});
  const cap = trim * weightedMedian(cells, weights);
  const over = weights.map((weight, i) => cells[i]!.n > 0 && weight > cap * (1 + 1e-9));
  if (!over.some(Boolean)) return {weights, trimmed_share: 0};
  const cut = weights.map((weight) => Math.min(weight, cap));
  const answers = cells.reduce((sum, cell) => sum + cell.n, 0);
  const trimmed = cells.reduce((sum, cell, i) => sum + (over[i] ? cell.n : 0), 0);
  return {weights: settle(cells, margins, {tolerance, sweeps, start: cut}), trimmed_share: trimmed / answers};
}

export interface RakeOptions {
  /** largest relative error of a margin; defaults to 1e-10 */
  readonly tolerance?: number;
  /** rounds before giving up; defaults to 500 */
  readonly sweeps?: number;
  /** multiple of the median weight; defaults to 5 */
  readonly trim?: number;
}

function settle(
  cells: readonly RakeCell[],
  margins: Margins,
  {tolerance, sweeps, start}: {tolerance: number; sweeps: number; start: readonly number[]},
): number[] {
  const weights = [...start];
  const groups = Object.entries(margins).flatMap(([margin, levels]) =>
    Object.entries(levels).map(([level, goal]) => {
      const members = cells.flatMap((cell, i) => (cell.levels[margin] === level && cell.n > 0 ? [i] : []));
      if (goal > 0 && members.length === 0) throw new RangeError(`${margin} "${level}": ${goal} customers, no answer`);
      return {goal, members};
    }),
  );
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let worst = 0;
    for (const {goal, members} of groups) {
      const sum = members.reduce((total, i) => total + weights[i]! * cells[i]!.n, 0);
      if (sum === 0) continue;
      worst = Math.max(worst, Math.abs(sum - goal) / Math.max(goal, 1e-300));
      for (const i of members) weights[i]! *= goal / sum;
    }
    if (worst < tolerance) return weights;
  }
  throw new RangeError(`raking did not settle in ${sweeps} sweeps; do the margins add up to the same base?`);
}

function weightedMedian(cells: readonly RakeCell[], weights: readonly number[]): number {
  const order = weights.map((weight, i) => ({weight, n: cells[i]!.n})).sort((a, b) => a.weight - b.weight);
  const half = order.reduce((sum, {n}) => sum + n, 0) / 2;
  let running = 0;
  for (const {weight, n} of order) {
    running += n;
    if (running >= half) return weight;
  }
  return Number.NaN;
}
