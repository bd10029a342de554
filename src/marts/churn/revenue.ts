import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {count, each, month, number} from "../shape/columns.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {byMonth} from "../shape/months.js";
import {type Delivered, mart, table} from "../shape/table.js";

const parts = [
  "opening_amount",
  "kept_amount",
  "closing_amount",
  "lost_amount",
  "ended_otherwise_amount",
  "opening_sq",
  "kept_sq",
  "kept_opening",
  "closing_sq",
  "closing_opening",
] as const;
const told = ["opening_amount", "kept_amount", "lost_amount", "ended_otherwise_amount"] as const;

const amounts = mart("revenue_retention_by_month", {
  grain: ["month"],
  row: {
    month,
    customers: count,
    ...each(parts, number),
  },
});

export const revenueTables = {
  revenue_retention_by_month: byMonth(
    table({
      from: amounts,
      row: {
        month,
        customers: count,
        ...each(told, number.nullable()),
        ...limitColumns("gross"),
        ...limitColumns("net"),
      },
      derive: revenueRetention,
    }),
    {at: "month", metric: "revenue_retention", line: () => "all"},
  ),
};

/** Gross (what stays, at most 100 %) and net revenue retention of a month, weighted by what each customer paid. */
export function revenueRetention(rows: readonly Delivered<typeof amounts>[]) {
  return rows.map((row) => {
    const {month, customers, opening_amount, lost_amount, ended_otherwise_amount} = row;
    const ratio = (part: "kept" | "closing") => {
      const {estimate, se} = clusterRatio({
        n: opening_amount,
        total: row[`${part}_amount`],
        customers,
        sum_total_sq: row[`${part}_sq`],
        sum_total_n: row[`${part}_opening`],
        sum_n_sq: row.opening_sq,
      });
      const half = tQuantile(0.975, Math.max(1, customers - 1)) * se;
      return {estimate, low: estimate - half, high: estimate + half};
    };
    const [kept, net] = [ratio("kept"), ratio("closing")];
    const gross = {...kept, high: Math.min(1, kept.high)};
    const isShown = customers >= 10;
    const shown = (value: number) => (isShown ? finite(value) : null);
    return {
      month,
      customers,
      opening_amount: shown(opening_amount),
      kept_amount: shown(row.kept_amount),
      lost_amount: shown(lost_amount),
      ended_otherwise_amount: shown(ended_otherwise_amount),
      ...limits("gross", isShown ? gross : undefined),
      ...limits("net", isShown ? net : undefined),
    };
  });
}
