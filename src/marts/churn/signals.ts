import {z} from "zod";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {count, number, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {churnSignals, regionHazards} from "./signal-effects.js";

/** What may tell of leaving before it happens, in the order of the columns. */
export const signalNames = [
  "complaint",
  "low_score",
  "fewer_orders",
  "unanswered_callback",
  "rival_mentioned",
] as const;

const patternRow = rowOf({
  month: text,
  region: text,
  ...Object.fromEntries([...signalNames, "contract_due"].map((name) => [name, count])),
  customer_months: count,
  lost: count,
});
const patternGrain = ["month", "region", ...signalNames, "contract_due"];

/** Signals before leaving, how long before it was known, what a missed renewal means, and the accounts to call now. */
export const churnSignalMarts: readonly Mart[] = [
  {
    name: "churn_signal_patterns",
    grain: patternGrain,
    row: patternRow,
    derive: churnSignals,
    publishedAs: "churn_signals",
    publishedGrain: ["signal"],
  },
  {
    name: "churn_signal_patterns",
    grain: patternGrain,
    row: patternRow,
    derive: regionHazards,
    publishedAs: "churn_region_hazards",
    publishedGrain: ["region"],
  },
  {
    name: "churn_lead_times",
    grain: ["signal"],
    row: rowOf({
      signal: text,
      signalled: count,
      lost: count,
      median_days: number,
      short_days: number,
      long_days: number,
    }),
    derive: (rows) =>
      rows.map((row) => {
        const signalled = Number(row.signalled);
        const {estimate, low, high} = wilsonInterval(signalled, Number(row.lost));
        const hidden = signalled < 10;
        const shown = (value: number) => (hidden ? null : value);
        return {
          signal: row.signal!,
          signalled: shown(signalled),
          lost: row.lost!,
          share: shown(estimate),
          share_lo: shown(low),
          share_hi: shown(high),
          median_days: shown(Number(row.median_days)),
          short_days: shown(Number(row.short_days)),
          long_days: shown(Number(row.long_days)),
          flag: hidden ? "suppressed" : signalled < 30 ? "hollow" : "",
        };
      }),
  },
  {
    name: "renewal_delays",
    grain: ["days"],
    row: rowOf({days: count, contracts: count, lost: count}),
    derive: (rows) =>
      rows.map(({days, contracts, lost}) => {
        const {estimate, low, high} = wilsonInterval(Number(lost), Number(contracts));
        const hidden = Number(contracts) < 10;
        return {
          days: days!,
          contracts: contracts!,
          lost: hidden ? null : lost!,
          value: hidden ? null : estimate,
          lo: hidden ? null : low,
          hi: hidden ? null : high,
        };
      }),
  },
  {
    name: "at_risk_accounts",
    grain: ["customer_id"],
    row: rowOf({
      customer_id: text,
      tier: text,
      region: text,
      owner: text.nullable(),
      status: z.enum(["lapsed", "due", ""]),
      ends_date: text.nullable(),
      days_lapsed: count.nullable(),
      yearly_amount: number,
      ...Object.fromEntries(signalNames.map((name) => [name, text.nullable()])),
    }),
  },
];
