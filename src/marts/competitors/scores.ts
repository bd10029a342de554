import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {correlationOfSums} from "../../stats/numbers/correlation-of-sums.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {mart, table} from "../shape/table.js";

const key = {item: text, question: text, brand: text};

/** How each brand is rated, and which items go with overall satisfaction. */
export const scoreTables = {
  brand_scores: table({
    from: mart("brand_scores", {
      grain: ["item", "question", "brand"],
      row: {...key, n: count, total: number, sum_sq: number, satisfied: count, dissatisfied: count},
    }),
    row: {
      ...key,
      n: count.nullable(),
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      ...limitColumns("satisfied"),
      ...limitColumns("dissatisfied"),
      flag,
    },
    derive: (rows, {preset}) =>
      rows.map((row) => {
        const {item, question, brand, n} = row;
        const {flag} = smallN({n, kind: "mean"}, {preset});
        return {item, question, brand, ...(flag === "suppressed" ? noScores : scores(row)), flag};
      }),
  }),
  item_correlations: table({
    from: mart("item_correlations", {
      grain: ["item"],
      row: {item: text, n: count, sum_x: number, sum_y: number, sum_xx: number, sum_yy: number, sum_xy: number},
    }),
    row: {item: text, n: count, value: number.nullable(), lo: number.nullable(), hi: number.nullable()},
    derive: (rows) =>
      rows.map(({item, n, ...sums}) => {
        const {estimate, low, high} = correlationOfSums({n, ...sums});
        const shown = (value: number) => (n >= 30 ? finite(value) : null);
        return {item, n, value: shown(estimate), lo: shown(low), hi: shown(high)};
      }),
  }),
};

const noScores = {
  n: null,
  value: null,
  lo: null,
  hi: null,
  ...limits("satisfied", undefined),
  ...limits("dissatisfied", undefined),
};

interface Sums {
  readonly n: number;
  readonly total: number;
  readonly sum_sq: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
}

/** Mean by t, shares of the top and bottom boxes by Wilson. */
function scores({n, total, sum_sq, satisfied, dissatisfied}: Sums) {
  const mean = total / n;
  const {low, high} = meanInterval({n, mean, variance: (sum_sq - n * mean * mean) / (n - 1)});
  return {
    n,
    value: mean,
    lo: low,
    hi: high,
    ...limits("satisfied", wilsonInterval(satisfied, n)),
    ...limits("dissatisfied", wilsonInterval(dissatisfied, n)),
  };
}
