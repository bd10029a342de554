import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {findings} from "./findings.js";

/** What was ordered, whether customers come back, and who has not come for long. */
export const ordersSentences = (view: ReportView, drawn: DrawnFigures): string[] =>
  findings(view, drawn, [
    "recency-frequency",
    "order-amount",
    "buyers-by-purchases",
    "repeat-purchase-trend",
    "purchase-cohorts",
    "orders-by-segment",
  ]);
