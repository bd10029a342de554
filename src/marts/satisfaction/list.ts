import {count, number, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {driverShareMart} from "./driver-shares.js";
import {itemEstimates} from "./items.js";

/** What customers say in surveys, item by item, and which items go with overall satisfaction. */
export const satisfactionMarts: readonly Mart[] = [
  {
    name: "item_scores",
    grain: ["item", "question", "dimension", "member"],
    derive: itemEstimates,
    row: rowOf({
      item: text,
      question: text,
      dimension: text,
      member: text,
      n: count,
      customers: count,
      total: number,
      sum_sq: number,
      satisfied: count,
      dissatisfied: count,
      weight: number.nullable(),
      weight_sq: number.nullable(),
      weighted_total: number.nullable(),
      scale_min: number,
      scale_max: number,
    }),
  },
  {
    name: "score_distribution",
    grain: ["question", "item", "score"],
    row: rowOf({question: text, item: text, score: number, answers: count}),
  },
  driverShareMart,
];
