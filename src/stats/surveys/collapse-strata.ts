import type {Stratum} from "./post-stratify.js";

/** A named stratum. */
export interface NamedStratum extends Stratum {
  readonly name: string;
}

/**
 * Merges strata that are too thin to carry a weight (fewer than 20 answers, or a weight above 5 times the average), in
 * the order that the rules declare: each pair says which stratum goes into which. What was merged is returned, to be
 * printed; nothing is merged that the rules do not name.
 * @example collapseStrata([{name: "a", population: 50, n: 5, total: 4, customers: 5, sum_total_sq: 4, sum_total_n: 4, sum_n_sq: 5}, {name: "b", population: 50, n: 45, total: 30, customers: 45, sum_total_sq: 30, sum_total_n: 30, sum_n_sq: 45}], [["a", "b"]]).merged // => [["a", "b"]]
 */
export function collapseStrata(
  strata: readonly NamedStratum[],
  order: readonly (readonly [string, string])[],
  {
    minimum = 20,
    ratio = 5,
  }: {
    /** fewest answers; defaults to 20 */ readonly minimum?: number /** largest weight; defaults to 5 */;
    readonly ratio?: number;
  } = {},
): {readonly strata: readonly NamedStratum[]; readonly merged: readonly (readonly [string, string])[]} {
  const left = new Map(strata.map((stratum) => [stratum.name, stratum]));
  const base = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  const isThin = (stratum: Stratum) => stratum.n < minimum || stratum.population / base / (stratum.n / n) > ratio;
  const merged: (readonly [string, string])[] = [];
  for (const [from, into] of order) {
    const [thin, other] = [left.get(from), left.get(into)];
    if (!thin || !other || !(isThin(thin) || isThin(other))) continue;
    left.delete(from);
    left.set(into, {...addSums(thin, other), name: into});
    merged.push([from, into]);
  }
  return {strata: [...left.values()], merged};
}

function addSums(a: Stratum, b: Stratum): Stratum {
  return {
    population: a.population + b.population,
    n: a.n + b.n,
    total: a.total + b.total,
    customers: a.customers + b.customers,
    sum_total_sq: a.sum_total_sq + b.sum_total_sq,
    sum_total_n: a.sum_total_n + b.sum_total_n,
    sum_n_sq: a.sum_n_sq + b.sum_n_sq,
  };
}
