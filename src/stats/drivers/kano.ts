/** Answers by Kano class: attractive, one-dimensional, must-be, indifferent. */
export interface KanoCounts {
  readonly A: number;
  readonly O: number;
  readonly M: number;
  readonly I: number;
}

/**
 * How much an attribute can please (better) and annoy (worse) (Berger et al., CQM 1993).
 * @example kano({A: 7, O: 33, M: 46, I: 14}) // => {better: 0.4, worse: -0.79}
 */
export function kano({A, O, M, I}: KanoCounts): {readonly better: number; readonly worse: number} {
  const n = A + O + M + I;
  return {better: (A + O) / n, worse: -(O + M) / n};
}
