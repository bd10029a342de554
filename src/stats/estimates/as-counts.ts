/**
 * A share as whole answers out of as many as they are worth: an exact test knows no halves.
 * @example asCounts({estimate: 0.4, n_eff: 10.7}) // => {k: 4, n: 10}
 */
export function asCounts({estimate, n_eff}: {readonly estimate: number; readonly n_eff: number}): {
  k: number;
  n: number;
} {
  const n = Math.max(1, Math.floor(n_eff + 1e-9));
  return {k: Math.min(n, Math.round(estimate * n)), n};
}
