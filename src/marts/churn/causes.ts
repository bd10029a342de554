import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {sum} from "../shape/sum.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {knownParts, partColumns} from "./known-parts.js";

/** Amounts of fewer customers than this are never shown by cause. */
const fewest = 5;

const lostByCause = mart("churn_causes", {
  grain: ["period", "cause"],
  row: {
    period: text,
    cause: text,
    customers: count,
    monthly_amount: number.nullable(),
    amount_sq: number.nullable(),
  },
});

export const causeTables = {
  churn_causes: table({
    from: lostByCause,
    row: {
      period: text,
      cause: text,
      ...partColumns,
      monthly_amount: number.nullable(),
      amount_all: number.nullable(),
      amount_share: number.nullable(),
      amount_lo: number.nullable(),
      amount_hi: number.nullable(),
    },
    derive: causeShares,
  }),
};

/**
 * Customers and revenue lost by cause; shares of those whose cause is known hold together at 95 % (Goodman), shares of
 * the amount are linearised by customer. Amounts of few customers are withheld, with one more where they would follow.
 */
export function causeShares(rows: readonly Delivered<typeof lostByCause>[]) {
  return [...groupRows(rows, ({period}) => period).values()].flatMap((group) => {
    const parts = knownParts(group, ({cause}) => cause !== "unknown");
    const [all, amounts, squares] = [sum(group, "customers"), sum(group, "monthly_amount"), sum(group, "amount_sq")];
    const hidden = hiddenRows(group, {
      size: ({customers}) => customers,
      isSmall: ({customers}) => customers < fewest,
    });
    return group.map((row) => {
      const isShown = !hidden.has(row) && row.monthly_amount !== null && amounts > 0;
      const own = {total: row.monthly_amount ?? 0, square: row.amount_sq ?? 0};
      const {estimate, se} = clusterRatio({
        n: amounts,
        total: own.total,
        customers: all,
        sum_total_sq: own.square,
        sum_total_n: own.square,
        sum_n_sq: squares,
      });
      const half = all > 1 ? tQuantile(0.975, all - 1) * se : Number.NaN;
      const shown = (value: number) => (isShown && Number.isFinite(value) ? value : null);
      return {
        period: row.period,
        cause: row.cause,
        ...parts.get(row)!,
        monthly_amount: shown(own.total),
        amount_all: amounts > 0 ? amounts : null,
        amount_share: shown(estimate),
        amount_lo: shown(Math.max(0, estimate - half)),
        amount_hi: shown(Math.min(1, estimate + half)),
      };
    });
  });
}
