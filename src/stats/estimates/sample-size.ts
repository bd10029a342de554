import {normalMultiplier, normalQuantile} from "../numbers/distributions.js";
import type {ConfidenceOption} from "../numbers/interval.js";

/**
 * Answers needed to know one share within +- margin; with `population` the finite-base figure (Cochran 1977).
 * @example sampleSize({margin: 0.05}) // => 385
 * @example sampleSize({margin: 0.05, population: 1000}) // => 278
 */
export function sampleSize(
  {
    margin,
    p = 0.5,
    population = Infinity,
  }: {
    readonly margin: number;
    /** expected share; defaults to 0.5, the worst case */
    readonly p?: number;
    /** size of the base; defaults to Infinity */
    readonly population?: number;
  },
  {confidence = 0.95}: ConfidenceOption = {},
): number {
  const n = (normalMultiplier(confidence) ** 2 * p * (1 - p)) / margin ** 2;
  return Math.ceil(n / (1 + (n - 1) / population));
}

/**
 * Answers needed in each of two groups to see p1 differ from p2 at two-sided 5 % with the given power.
 * @example sampleSizePerGroup(0.8, 0.85) // => 903
 */
export function sampleSizePerGroup(
  p1: number,
  p2: number,
  {power = 0.8}: {/** defaults to 0.8 */ readonly power?: number} = {},
): number {
  const z = normalMultiplier(0.95) + normalQuantile(power);
  return Math.ceil((z * z * (p1 * (1 - p1) + p2 * (1 - p2))) / (p1 - p2) ** 2);
}
