import {z} from "zod";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, each, flag, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {mart, table} from "../shape/table.js";
import {effectTables} from "./signal-effects.js";
import {signalNames} from "./signal-patterns.js";

const leadDays = ["median_days", "short_days", "long_days"] as const;

/** Signals before leaving, how long before it was known, what a missed renewal means, and the accounts to call now. */
export const signalTables = {
  ...effectTables,
  churn_lead_times: table({
    from: mart("churn_lead_times", {
      grain: ["signal"],
      row: {signal: text, signalled: count, lost: count, ...each(leadDays, number)},
    }),
    row: {
      signal: text,
      signalled: count.nullable(),
      lost: count,
      ...limitColumns("share"),
      ...each(leadDays, number.nullable()),
      flag,
    },
    derive: (rows) =>
      rows.map(({signal, signalled, lost, ...days}) => {
        const {flag} = smallN({n: signalled});
        if (flag === "suppressed")
          return {signal, signalled: null, lost, ...limits("share", undefined), ...noLead, flag};
        return {signal, signalled, lost, ...limits("share", wilsonInterval(signalled, lost)), ...days, flag};
      }),
  }),
  renewal_delays: table({
    from: mart("renewal_delays", {grain: ["days"], row: {days: count, contracts: count, lost: count}}),
    row: {
      days: count,
      contracts: count,
      lost: count.nullable(),
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
    },
    derive: (rows) =>
      rows.map(({days, contracts, lost}) => {
        if (contracts < 10) return {days, contracts, lost: null, value: null, lo: null, hi: null};
        const {estimate, low, high} = wilsonInterval(lost, contracts);
        return {days, contracts, lost, value: estimate, lo: low, hi: high};
      }),
  }),
  at_risk_accounts: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      tier: text,
      region: text,
      owner: text.nullable(),
      status: z.enum(["lapsed", "due", ""]),
      ends_date: text.nullable(),
      days_lapsed: count.nullable(),
      yearly_amount: number,
      ...each(signalNames, text.nullable()),
    },
  }),
};

const noLead = {median_days: null, short_days: null, long_days: null};
