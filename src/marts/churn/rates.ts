import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {estimate, number} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {daysPerMonth, rate} from "../shape/rates.js";
import type {DeriveOptions} from "../shape/table.js";

export const rateColumns = {customer_months: number, ...estimate};
export const shareColumns = limitColumns("share");

/** Customers lost per customer-month, exact Poisson limits, as columns. */
export function churnRate(
  {lost, customer_months, n}: {lost: number; customer_months: number; n: number},
  {preset}: DeriveOptions,
) {
  return {customer_months, ...rate({events: lost, exposure: customer_months, per: 1, n, preset})};
}

interface Watched {
  readonly customers: number;
  readonly lost: number;
  /** Customer-days; customer-months where the file has no dates. */
  readonly exposure: number;
  readonly clock?: string;
}

/**
 * The rate, and beside it the plain share lost of all customers (Wilson), which is all that a file without dates allows.
 */
export function churnRates<Row extends Watched>(rows: readonly Row[], {preset}: DeriveOptions) {
  return rows.map((row) => {
    const {customers: n, lost, exposure, clock} = row;
    const made = churnRate(
      {lost, customer_months: clock === "months" ? exposure : exposure / daysPerMonth, n},
      {preset},
    );
    // Who may be lost several times is no part of a whole.
    const isPart = made.flag !== "suppressed" && lost <= n;
    return {...row, ...made, ...limits("share", isPart ? wilsonInterval(lost, n) : undefined)};
  });
}
