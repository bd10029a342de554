import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import type {DeriveOptions, MartRow} from "../list.js";

/** Mean length of a month in days, where several months are one exposure. */
export const daysPerMonth = 30.4375;

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

/** Part of a whole with Wilson limits, e.g. customers naming a reason of customers interviewed. */
export function shareOf(
  rows: readonly MartRow[],
  {part, whole, preset}: DeriveOptions & {readonly part: string; readonly whole: string},
): MartRow[] {
  return rows.map((row) => {
    const [k, n] = [Number(row[part]), Number(row[whole])];
    const {estimate, low, high} = wilsonInterval(k, n);
    const {flag} = smallN({n, estimate, low, high}, {preset});
    return {
      ...row,
      ...(flag === "suppressed" ? {value: null, lo: null, hi: null} : {value: estimate, lo: low, hi: high}),
      flag,
    };
  });
}

function rate({
  events,
  exposure,
  per,
  n,
  preset,
}: DeriveOptions & {events: number; exposure: number; per: number; n: number}) {
  const {estimate, low, high} = poissonRate({events, exposure}, {per});
  const {flag} = smallN({n, kind: "rate", events, estimate, low, high}, {preset});
  if (!(exposure > 0)) return {value: null, lo: null, hi: null, flag};
  return flag === "suppressed" ? {value: null, lo: null, hi: null, flag} : {value: estimate, lo: low, hi: high, flag};
}

function shareColumns(k: number, {n, hidden}: {n: number; hidden: boolean}) {
  // Who may be lost several times is no part of a whole.
  if (k > n) return {share: null, share_lo: null, share_hi: null};
  const {estimate, low, high} = wilsonInterval(k, n);
  return hidden ? {share: null, share_lo: null, share_hi: null} : {share: estimate, share_lo: low, share_hi: high};
}
