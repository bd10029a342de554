import type {DeriveOptions, MartRow} from "../shape/mart.js";
import {daysPerMonth, rate} from "../shape/rates.js";

/**
 * Complaints per 10,000 customers and month, exact Poisson limits. Without a customer base there is no rate, and the
 * row says so (`flag` "no_base"); counts stay.
 */
export function complaintRates(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return rows.map((row) => {
    if (row.customer_days === null || row.customer_days === 0)
      return {...row, customer_months: null, value: null, lo: null, hi: null, flag: "no_base"};
    const customer_months = Number(row.customer_days) / (row.days === undefined ? daysPerMonth : Number(row.days));
    return {
      ...row,
      customer_months,
      ...rate({
        events: Number(row.complaints),
        exposure: customer_months,
        per: 10_000,
        n: Number(row.customers),
        preset,
      }),
    };
  });
}
