import {chiSquareUpper} from "../numbers/distributions.js";
import type {Share} from "./newcombe-difference.js";

/**
 * Is there a trend in shares over ordered periods? Cochran-Armitage test with equally spaced scores.
 * `slope` is the change of the share per period. Armitage, Biometrics 1955.
 * @example cochranArmitage([{k: 10, n: 100}, {k: 15, n: 100}, {k: 20, n: 100}]) // => {chi2: 3.9215686275, slope: 0.05}
 */
export function cochranArmitage(periods: readonly Share[]): {
  readonly chi2: number;
  readonly p: number;
  readonly slope: number;
} {
  const sum = (value: (share: Share, score: number) => number) =>
    periods.reduce((total, share, i) => total + value(share, i), 0);
  const n = sum((share) => share.n);
  const mean = sum((share) => share.k) / n;
  const spread = sum((share, score) => score * score * share.n) - sum((share, score) => score * share.n) ** 2 / n;
  const trend = sum((share, score) => score * (share.k - share.n * mean));
  const chi2 = (trend * trend) / (mean * (1 - mean) * spread);
  return {chi2, p: chiSquareUpper(chi2, 1), slope: trend / spread};
}
