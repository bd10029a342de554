/** What is to be shown, and what it would rest on. */
export type BaseQuestion =
  | {readonly kind: "survival_curve"; readonly events: number}
  | {readonly kind: "regression"; readonly events: number; readonly coefficients: number}
  | {
      readonly kind: "drivers";
      readonly complete: number;
      readonly rows: number;
      readonly drivers: number;
      readonly r2: number;
    }
  | {readonly kind: "reliability"; readonly n: number; readonly items: number}
  | {readonly kind: "brand"; readonly ratings: number}
  | {readonly kind: "predictive"; readonly events: number}
  | {readonly kind: "penalty_reward"; readonly low: number; readonly high: number};

/**
 * Is there enough to show a model or curve at all? In force under every preset of `smallN`: survival curves 10 events;
 * regressions 10 events per coefficient (Peduzzi 1995/96); drivers max(104 + p, 150) complete rows (Green 1991), 70 % of
 * all rows, R^2 >= .15; alpha and omega n >= 100 and 7 per item (Terwee 2007); a brand 30 ratings; AUC 10 events; penalty and
 * reward 30 low and 30 high ratings. Percentiles say it themselves (`quantileInterval`), and so do control charts (`limitStatus`).
 * @example isEnough({kind: "drivers", complete: 149, rows: 150, drivers: 6, r2: 0.4}) // => false
 * @example isEnough({kind: "regression", events: 80, coefficients: 8}) // => true
 */
export function isEnough(question: BaseQuestion): boolean {
  switch (question.kind) {
    case "survival_curve":
    case "predictive":
      return question.events >= 10;
    case "regression":
      return question.events >= 10 * question.coefficients;
    case "drivers": {
      const {complete, rows, drivers, r2} = question;
      return complete >= Math.max(104 + drivers, 150) && complete >= 0.7 * rows && r2 >= 0.15;
    }
    case "reliability":
      return question.n >= 100 && question.n >= 7 * question.items;
    case "brand":
      return question.ratings >= 30;
    case "penalty_reward":
      return question.low >= 30 && question.high >= 30;
  }
}

/**
 * A group so small that it is shown by name and count ("7 of 12 satisfied, 4 silent"), with no percentage and no interval.
 * @example isNamedGroup(12) // => true
 */
export function isNamedGroup(population: number): boolean {
  return population <= 30;
}
