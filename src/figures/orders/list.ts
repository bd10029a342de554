import type {FigureEntry} from "../entry.js";
import {metricBySegment} from "../forms/by-segment.js";
import {metricTrend} from "../forms/trend.js";
import {buyersByPurchases, purchaseCohorts} from "./again.js";
import {orderAmount} from "./amount.js";
import {recencyFrequency} from "./recency.js";
import {ordersBySegment} from "./segments.js";

export const ordersFigures: readonly FigureEntry[] = [
  {id: "order-amount", draw: orderAmount},
  {
    id: "repeat-purchase-trend",
    draw: (view) => metricTrend(view, {id: "repeat-purchase-trend", metric: "repeat_purchase"}),
  },
  {id: "buyers-by-purchases", draw: buyersByPurchases},
  {id: "recency-frequency", draw: recencyFrequency},
  {id: "orders-by-segment", draw: ordersBySegment},
  {id: "purchase-cohorts", draw: purchaseCohorts},
  {
    id: "repeat-purchase-by-segment",
    draw: (view) =>
      metricBySegment(view, {
        id: "repeat-purchase-by-segment",
        metric: "repeat_purchase",
        dimensions: ["tier", "region", "channel", "product"],
      }),
  },
];
