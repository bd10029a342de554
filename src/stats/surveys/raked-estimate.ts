import type {ClusterSums} from "../estimates/cluster-ratio.js";
import {solveLinear} from "../numbers/linear-algebra.js";
import type {WeightedEstimate} from "./post-stratify.js";
import {type Margins, type RakeCell, type RakeOptions, rakeWeights} from "./rake-weights.js";

/** A cell of the sample with its sums per customer; a customer is in one cell. */
export type RakedCell = RakeCell & ClusterSums;

/**
 * Mean or share raked to several margins, with the standard error of survey::rake: the residuals of y on the margin
 * dummies (base weights), weighted by the raked weights and summed per customer. A total is the base times both.
 * @example rakedEstimate([{levels: {a: "x"}, n: 2, total: 2, customers: 2, sum_total_sq: 2, sum_total_n: 2, sum_n_sq: 2}, {levels: {a: "y"}, n: 2, total: 1, customers: 2, sum_total_sq: 1, sum_total_n: 1, sum_n_sq: 2}], {a: {x: 60, y: 40}}) // => {estimate: 0.8, se: 0.1632993162}
 */
export function rakedEstimate(
  cells: readonly RakedCell[],
  margins: Margins,
  options: RakeOptions = {},
): WeightedEstimate & {readonly trimmed_share: number} {
  const {weights, trimmed_share} = rakeWeights(cells, margins, options);
  const sum = (value: (cell: RakedCell, i: number) => number) =>
    cells.reduce((total, cell, i) => total + value(cell, i), 0);
  const base = sum((cell, i) => weights[i]! * cell.n);
  const fitted = fittedMeans(cells, margins);
  const squares = sum((cell, i) => {
    const m = fitted[i]!;
    return weights[i]! ** 2 * (cell.sum_total_sq - 2 * m * cell.sum_total_n + m * m * cell.sum_n_sq);
  });
  const customers = sum((cell) => cell.customers);
  return {
    estimate: sum((cell, i) => weights[i]! * cell.total) / base,
    se: Math.sqrt((customers / (customers - 1)) * squares) / base,
    weights,
    n_eff: base ** 2 / sum((cell, i) => weights[i]! ** 2 * cell.n),
    trimmed_share,
  };
}

/** Least squares of y on an intercept and the levels of every margin but its first. */
function fittedMeans(cells: readonly RakedCell[], margins: Margins): number[] {
  const dummies = Object.entries(margins).flatMap(([margin, levels]) =>
    Object.keys(levels)
      .filter((level) => cells.some((cell) => cell.n > 0 && cell.levels[margin] === level))
      .slice(1)
      .map((level) => ({margin, level})),
  );
  const design = cells.map(({levels}) => [1, ...dummies.map(({margin, level}) => (levels[margin] === level ? 1 : 0))]);
  const size = dummies.length + 1;
  const products = (i: number, j: number) =>
    cells.reduce((total, {n}, c) => total + n * design[c]![i]! * design[c]![j]!, 0);
  const normal = Array.from({length: size}, (_, i) => Array.from({length: size}, (__, j) => products(i, j)));
  const right = Array.from({length: size}, (_, i) =>
    cells.reduce((all, {total}, c) => all + total * design[c]![i]!, 0),
  );
  const coefficients = solveLinear(normal, right);
  return design.map((row) => row.reduce((total, value, i) => total + value * coefficients[i]!, 0));
}
