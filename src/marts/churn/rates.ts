import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";
import {daysPerMonth, rate} from "../shape/rates.js";

/**
 * Customers lost per customer-month, exact Poisson limits, and beside it the plain share lost of all customers
 * (Wilson), which is all that a file without dates allows.
 */
export function churnRates(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return rows.map((row) => {
    const days = Number(row.customer_days ?? row.exposure);
    const customer_months =
      row.clock === "months" ? days : days / (row.days === undefined ? daysPerMonth : Number(row.days));
    const n = Number(row.customers ?? row.opening_customers);
    const made = rate({events: Number(row.lost), exposure: customer_months, per: 1, n, preset});
    const share =
      row.customers === undefined ? {} : shareColumns(Number(row.lost), {n, hidden: made.flag === "suppressed"});
    return {...row, customer_months, ...made, ...share};
  });
}

function shareColumns(k: number, {n, hidden}: {n: number; hidden: boolean}) {
  // Who may be lost several times is no part of a whole.
  if (k > n) return {share: null, share_lo: null, share_hi: null};
  const {estimate, low, high} = wilsonInterval(k, n);
  return hidden ? {share: null, share_lo: null, share_hi: null} : {share: estimate, share_lo: low, share_hi: high};
}
