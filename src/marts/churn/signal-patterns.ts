import {count, each, text} from "../shape/columns.js";
import {type Delivered, mart} from "../shape/table.js";

/** What may tell of leaving before it happens, in the order of the columns. */
export const signalNames = [
  "complaint",
  "low_score",
  "fewer_orders",
  "unanswered_callback",
  "rival_mentioned",
] as const;
export type SignalName = (typeof signalNames)[number];

/** Customer-months alike in month, region and signals given (1) or not (0), and how many of them ended. */
export const signalPatterns = mart("churn_signal_patterns", {
  grain: ["month", "region", ...signalNames, "contract_due"],
  row: {
    month: text,
    region: text,
    ...each(signalNames, count),
    contract_due: count,
    customer_months: count,
    lost: count,
  },
});
export type Pattern = Delivered<typeof signalPatterns>;
