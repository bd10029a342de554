import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {correlationOfSums} from "../../stats/numbers/correlation-of-sums.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, rowOf, text} from "../shape/columns.js";
import type {Mart, MartRow} from "../shape/mart.js";

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** How each brand is rated, and which items go with overall satisfaction. */
export const brandScoreMarts: readonly Mart[] = [
  {
    name: "brand_scores",
    grain: ["item", "question", "brand"],
    row: rowOf({
      item: text,
      question: text,
      brand: text,
      n: count,
      total: number,
      sum_sq: number,
      satisfied: count,
      dissatisfied: count,
      scale_min: number,
      scale_max: number,
    }),
    derive: (rows, {preset}) =>
      rows.map((row) => {
        const n = Number(row.n);
        const {item, question, brand, scale_min, scale_max} = row;
        const {flag} = smallN({n, kind: "mean"}, {preset});
        const shown = flag === "suppressed" ? noScores : scores(row, n);
        return {
          item: item!,
          question: question!,
          brand: brand!,
          scale_min: scale_min!,
          scale_max: scale_max!,
          ...shown,
          flag,
        };
      }),
  },
  {
    name: "item_correlations",
    grain: ["item"],
    row: rowOf({
      item: text,
      n: count,
      sum_x: number,
      sum_y: number,
      sum_xx: number,
      sum_yy: number,
      sum_xy: number,
    }),
    derive: (rows) =>
      rows.map((row) => {
        const part = (name: string) => Number(row[name]);
        const {estimate, low, high} = correlationOfSums({
          n: part("n"),
          sum_x: part("sum_x"),
          sum_y: part("sum_y"),
          sum_xx: part("sum_xx"),
          sum_yy: part("sum_yy"),
          sum_xy: part("sum_xy"),
        });
        const enough = part("n") >= 30;
        return {
          item: row.item!,
          n: row.n!,
          value: enough ? finite(estimate) : null,
          lo: enough ? finite(low) : null,
          hi: enough ? finite(high) : null,
        };
      }),
  },
];

const noScores: MartRow = Object.fromEntries(
  [
    "n",
    "value",
    "lo",
    "hi",
    "satisfied",
    "satisfied_lo",
    "satisfied_hi",
    "dissatisfied",
    "dissatisfied_lo",
    "dissatisfied_hi",
  ].map((name) => [name, null]),
);

/** Mean by t, shares of the top and bottom boxes by Wilson. */
function scores(row: MartRow, n: number): MartRow {
  const mean = Number(row.total) / n;
  const {low, high} = meanInterval({n, mean, variance: (Number(row.sum_sq) - n * mean * mean) / (n - 1)});
  const [top, bottom] = [wilsonInterval(Number(row.satisfied), n), wilsonInterval(Number(row.dissatisfied), n)];
  return {
    n,
    value: mean,
    lo: low,
    hi: high,
    satisfied: top.estimate,
    satisfied_lo: top.low,
    satisfied_hi: top.high,
    dissatisfied: bottom.estimate,
    dissatisfied_lo: bottom.low,
    dissatisfied_hi: bottom.high,
  };
}
