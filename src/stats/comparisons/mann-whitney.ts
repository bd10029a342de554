import {normalTwoSided} from "../numbers/distributions.js";
import {ranks} from "../numbers/ranks.js";

/**
 * Mann-Whitney test of two independent samples with tie correction, and Cliff's delta = P(a > b) - P(a < b).
 * For answers on a Likert scale. `p_continuity` is R's default for larger samples.
 * @example mannWhitney([1, 2, 3], [2, 3, 4]) // => {w: 2, cliff_delta: -0.5555555556}
 */
export function mannWhitney(
  a: readonly number[],
  b: readonly number[],
): {readonly w: number; readonly p: number; readonly p_continuity: number; readonly cliff_delta: number} {
  const [n1, n2] = [a.length, b.length];
  const n = n1 + n2;
  const all = [...a, ...b];
  const ranked = ranks(all);
  const w = ranked.slice(0, n1).reduce((sum, rank) => sum + rank, 0) - (n1 * (n1 + 1)) / 2;
  const sizes = new Map<number, number>();
  for (const value of all) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const ties = [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
  const sd = Math.sqrt(((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1))));
  const distance = w - (n1 * n2) / 2;
  return {
    w,
    p: normalTwoSided(distance / sd),
    p_continuity: normalTwoSided(Math.max(0, Math.abs(distance) - 0.5) / sd),
    cliff_delta: (2 * w) / (n1 * n2) - 1,
  };
}
