import type {Mart, MartRow} from "../marts.js";
import {benjaminiHochberg} from "../stats/benjamini-hochberg.js";
import {normalMultiplier} from "../stats/distributions.js";
import {logisticRegression} from "../stats/logistic-regression.js";
import {rateRatio} from "../stats/rate-ratio.js";
import {wilsonInterval} from "../stats/wilson-interval.js";
import {count, number, rowOf, text} from "./columns.js";

/** What may tell of leaving before it happens, in the order of the columns. */
export const signalNames = [
  "complaint",
  "low_score",
  "fewer_orders",
  "unanswered_callback",
  "rival_mentioned",
] as const;

/** Signals before leaving, the accounts that give them now, and how long before it was known. */
export const churnSignalMarts: readonly Mart[] = [
  {
    name: "churn_signal_patterns",
    grain: [...signalNames, "contract_due"],
    row: rowOf({
      ...Object.fromEntries([...signalNames, "contract_due"].map((name) => [name, count])),
      customer_months: count,
      lost: count,
    }),
    derive: churnSignals,
    publishedAs: "churn_signals",
    publishedGrain: ["signal"],
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
        const {estimate, low, high} = wilsonInterval(Number(row.signalled), Number(row.lost));
        const hidden = Number(row.signalled) < 6; // a median has no interval below six
        return {
          signal: row.signal!,
          signalled: row.signalled!,
          lost: row.lost!,
          share: estimate,
          share_lo: low,
          share_hi: high,
          median_days: hidden ? null : row.median_days!,
          short_days: hidden ? null : row.short_days!,
          long_days: hidden ? null : row.long_days!,
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
      yearly_amount: number,
      ...Object.fromEntries([...signalNames, "contract_due"].map((name) => [name, text.nullable()])),
    }),
  },
];

/**
 * Each signal's lift: how much more often customers leave who gave it in the 90 days before, against those who did not
 * (ratio of shares, exact), and the hazard ratio with all signals taken together (discrete-time hazard, complementary
 * log-log; Prentice & Gloeckler 1978). Where custom can only end with a contract, months without one due are left out.
 * The row "(base)" carries the share lost without any signal and the model's constant.
 */
export function churnSignals(rows: readonly MartRow[]): MartRow[] {
  const all = sum(rows, "lost");
  if (all === 0) return [];
  const dueOnly = rows.filter(({contract_due}) => contract_due === 1);
  const isDue = sum(dueOnly, "lost") === all;
  const risk = isDue ? dueOnly : rows;
  const seen = signalNames.filter((name) => risk.some((row) => row[name] === 1));
  const model = logisticRegression(
    risk.map((row) => ({
      x: seen.map((name) => Number(row[name])),
      k: Number(row.lost),
      n: Number(row.customer_months),
    })),
    {link: "cloglog"},
  );
  const isFitted = seen.length > 0 && all >= 10 * seen.length && !model.separated;
  const z = normalMultiplier(0.95);
  const made = seen.map((name, place) => {
    const [given, not] = [1, 0].map((value) => risk.filter((row) => row[name] === value)) as [MartRow[], MartRow[]];
    const part = (group: readonly MartRow[]) => ({events: sum(group, "lost"), exposure: sum(group, "customer_months")});
    const [a, b] = [part(given), part(not)];
    const [coefficient, se] = [model.coefficients[place + 1]!, model.se[place + 1]!];
    return {name, a, b, ratio: rateRatio(a, b), coefficient, se, share: wilsonInterval(a.events, a.exposure)};
  });
  const adjusted = benjaminiHochberg(made.map(({ratio}) => ratio.p));
  const silent = risk.filter((row) => signalNames.every((name) => row[name] === 0));
  const base = wilsonInterval(sum(silent, "lost"), sum(silent, "customer_months"));
  const months = isDue ? "due" : "all";
  return [
    {
      signal: "(base)",
      months,
      customer_months: sum(silent, "customer_months"),
      lost: sum(silent, "lost"),
      value: base.estimate,
      lo: base.low,
      hi: base.high,
      without: null,
      lift: null,
      lift_lo: null,
      lift_hi: null,
      p_adjusted: null,
      coefficient: isFitted ? model.coefficients[0]! : null,
      hazard_ratio: null,
      hazard_lo: null,
      hazard_hi: null,
      flag: "",
    },
    ...made.map(({name, a, b, ratio, coefficient, se, share}, index) => {
      const hidden = a.exposure < 10;
      const shown = (value: number) => (hidden || !Number.isFinite(value) ? null : value);
      return {
        signal: name as string,
        months,
        customer_months: a.exposure,
        lost: hidden ? null : a.events,
        value: shown(share.estimate),
        lo: shown(share.low),
        hi: shown(share.high),
        without: b.events / b.exposure,
        lift: shown(ratio.estimate),
        lift_lo: shown(ratio.low),
        lift_hi: shown(ratio.high),
        p_adjusted: shown(adjusted[index]!),
        coefficient: isFitted && !hidden ? coefficient : null,
        hazard_ratio: isFitted ? shown(Math.exp(coefficient)) : null,
        hazard_lo: isFitted ? shown(Math.exp(coefficient - z * se)) : null,
        hazard_hi: isFitted ? shown(Math.exp(coefficient + z * se)) : null,
        flag: hidden ? "suppressed" : a.exposure < 30 ? "hollow" : "",
      };
    }),
  ];
}

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name]), 0);
