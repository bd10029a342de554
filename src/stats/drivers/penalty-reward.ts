import {type LeastSquares, leastSquares, type RegressionRow} from "./least-squares.js";
import {linearContrast} from "./linear-contrast.js";

/** One complete answer: overall satisfaction, and the rating 1-5 of each attribute; `n` answers alike may be one. */
export interface AttributeAnswer {
  readonly overall: number;
  readonly ratings: readonly number[];
  /** defaults to 1 */
  readonly n?: number;
}

export interface PenaltyReward {
  /** change of overall satisfaction at 1-2, and at 5, against 3-4 */
  readonly penalty: number;
  readonly penalty_se: number;
  readonly reward: number;
  readonly reward_se: number;
  /** is penalty + reward 0; plain and HC3 errors */
  readonly p_asymmetry: number;
  readonly p_asymmetry_hc3: number;
  /** "too_few" below 30 low or 30 high ratings */
  readonly kind: "basic" | "excitement" | "undecided" | "too_few";
}

/**
 * Which attributes punish when bad and which please when good (Brandt 1987; Mikulic & Prebezac 2008): least squares with
 * two dummies per attribute. Basic: penalty clearly larger; excitement: reward clearly larger. Associations only.
 * @example penaltyReward([[1, 1], [1, 2], [3, 3], [4, 4], [4, 5], [5, 5], [3, 2], [4, 3]].map(([overall, rating]) => ({overall, ratings: [rating]})))[0].kind // => "too_few"
 */
export function penaltyReward(answers: readonly AttributeAnswer[]): PenaltyReward[] {
  const rows = answers.map(
    ({overall, ratings, n = 1}): RegressionRow => ({
      y: overall,
      x: ratings.flatMap((rating) => [rating <= 2 ? 1 : 0, rating >= 5 ? 1 : 0]),
      n,
    }),
  );
  const fit = leastSquares(rows);
  return (answers[0]?.ratings ?? []).map((_, j) => {
    const [low, high] = [2 * j + 1, 2 * j + 2];
    const both = fit.coefficients.map((__, i) => (i === low || i === high ? 1 : 0));
    const plain = linearContrast(fit, both);
    const robust = linearContrast({...fit, covariance: fit.covariance_hc3}, both);
    const used = (column: number) => rows.reduce((sum, {x, n = 1}) => sum + n * x[column - 1]!, 0);
    return {
      ...effects(fit, {low, high}),
      p_asymmetry: plain.p,
      p_asymmetry_hc3: robust.p,
      kind:
        Math.min(used(low), used(high)) < 30
          ? "too_few"
          : plain.p > 0.05
            ? "undecided"
            : plain.estimate < 0
              ? "basic"
              : "excitement",
    };
  });
}

function effects({coefficients, se}: LeastSquares, {low, high}: {low: number; high: number}) {
  return {penalty: coefficients[low]!, penalty_se: se[low]!, reward: coefficients[high]!, reward_se: se[high]!};
}
