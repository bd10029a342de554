import {normalQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption} from "../numbers/interval.js";

/**
 * Which ranks each brand may hold, for all brands together at 95 % (Klein, Wright & Wieczorek, JRSS C 2020). Rank 1 is
 * the highest estimate. "We are 2nd" is said only where best and worst are both 2.
 * @example rankSets([{estimate: 7.9, se: 0.12}, {estimate: 8.1, se: 0.15}, {estimate: 7.2, se: 0.1}, {estimate: 7.85, se: 0.2}, {estimate: 6.4, se: 0.11}]) // => {z: 2.568763168, best: [1, 1, 3, 1, 5], worst: [3, 3, 4, 4, 5]}
 */
export function rankSets(
  brands: readonly {readonly estimate: number; readonly se: number}[],
  {confidence = 0.95}: ConfidenceOption = {},
): {readonly z: number; readonly best: readonly number[]; readonly worst: readonly number[]} {
  const count = brands.length;
  const z = -normalQuantile((1 - confidence ** (1 / count)) / 2);
  const limits = brands.map(({estimate, se}) => ({low: estimate - z * se, high: estimate + z * se}));
  return {
    z,
    best: limits.map((own) => 1 + limits.filter((other) => other.low > own.high).length),
    worst: limits.map((own) => count - limits.filter((other) => other.high < own.low).length),
  };
}
