import {concentration} from "../../stats/estimates/concentration.js";
import {count, number} from "../shape/columns.js";
import {type Delivered, mart, table} from "../shape/table.js";

const revenueAmounts = mart("revenue_amounts", {grain: ["amount"], row: {amount: number, customers: count}});
type Amount = Delivered<typeof revenueAmounts>;

/** How revenue is spread over those who buy: what the first so many bring, and how far it hangs on a few. */
export const concentrationTables = {
  revenue_shares: table({
    from: revenueAmounts,
    grain: ["top"],
    row: {top: number, customers: count, revenue: number, value: number},
    derive: revenueShares,
  }),
  revenue_concentration: table({
    from: revenueAmounts,
    grain: ["buyers"],
    row: {
      buyers: count,
      revenue: number,
      gini: number,
      effective_number: number,
      a_customers: count,
      a_share: number,
      risk_accounts: count,
      largest_share: number,
    },
    derive: revenueConcentration,
  }),
};

const tops = [0.01, 0.05, 0.1, 0.2, 0.5, 1];

/** Fewer buyers than this tell what one of them pays. */
const fewest = 20;

const amountsOf = (rows: readonly Amount[]): number[] =>
  [...rows]
    .sort((one, other) => other.amount - one.amount)
    .flatMap(({amount, customers}) => Array<number>(customers).fill(amount));

/** What the first 1, 5, 10 … % of those who buy bring; at least one customer each. */
export function revenueShares(rows: readonly Amount[]) {
  const amounts = amountsOf(rows);
  if (amounts.length < fewest) return [];
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return tops
    .filter((top) => Math.round(amounts.length * top) >= 5)
    .map((top) => {
      const customers = Math.round(amounts.length * top);
      const revenue = amounts.slice(0, customers).reduce((sum, amount) => sum + amount, 0);
      return {top, customers, revenue, value: revenue / total};
    });
}

export function revenueConcentration(rows: readonly Amount[]) {
  const amounts = amountsOf(rows);
  if (amounts.length < fewest) return [];
  const revenue = amounts.reduce((sum, amount) => sum + amount, 0);
  const {gini, effective_number, a_share, risk_accounts, classes} = concentration(amounts);
  const a_customers = classes.filter((each) => each === "A").length;
  const largest_share = amounts[0]! / revenue;
  return [
    {buyers: amounts.length, revenue, gini, effective_number, a_share, a_customers, risk_accounts, largest_share},
  ];
}
