/** How a number is written; see `src/words/format.ts`. Shares are 0 … 1, NPS −100 … 100. */
export type Unit =
  | "share"
  | "score"
  | "nps"
  | "per_10000"
  | "hours"
  | "days"
  | "minutes"
  | "seconds"
  | "months"
  | "count"
  | "money"
  | "ratio"
  | "p"
  | "points";
