import {z} from "zod";
import {count, month, number, text} from "../shape/columns.js";
import {byMonth} from "../shape/months.js";
import {mart, table} from "../shape/table.js";
import {causeTables} from "./causes.js";
import {cohortTables} from "./cohorts.js";
import {interviewTables} from "./coverage.js";
import {destinationTables} from "./destinations.js";
import {incidenceTables} from "./incidence.js";
import {leavingTables} from "./leaving.js";
import {churnRate, churnRates, rateColumns, shareColumns} from "./rates.js";
import {reasonTables} from "./reasons.js";
import {comparisonTables} from "./retention-comparisons.js";
import {curveTables} from "./retention-curves.js";
import {meanTables} from "./retention-means.js";
import {revenueTables} from "./revenue.js";
import {segmentTables} from "./segments.js";
import {signalTables} from "./signals.js";
import {waveTables} from "./waves.js";

const ends = {
  month,
  lost: count,
  ended_otherwise: count,
  eliminated: count,
  involuntary: count,
  moved: count,
  pending: count,
  opening_customers: count,
  is_provisional: z.boolean(),
};
/** What the rate divides by; it leaves the door as customer-months. */
const watched = {days: count, customer_days: count};
const byRule = {
  factor: number,
  rule: text,
  silent_days_source: text,
  rule_days: count.nullable(),
  customers: count,
  lost: count,
  last_date: text,
};

/** Who leaves, how fast, why and where to. */
export const churnTables = {
  churn_by_month: {
    ...byMonth(
      table({
        from: mart("churn_by_month", {grain: ["month"], row: {...ends, ...watched}}),
        row: {...ends, ...rateColumns},
        derive: (rows, options) =>
          rows.map((row) => {
            const {lost, customer_days, days, opening_customers: n} = row;
            return {...row, ...churnRate({lost, customer_months: customer_days / days, n}, options)};
          }),
      }),
      {at: "month", metric: "churn_rate", line: () => "all"},
    ),
    stays: ["opening_customers", "customer_months"],
  },
  ...segmentTables,
  ...leavingTables,
  churn_rule_variants: table({
    from: mart("churn_rule_variants", {grain: ["factor"], row: {...byRule, exposure: count}}),
    row: {...byRule, lost: count.nullable(), ...rateColumns, ...shareColumns},
    derive: churnRates,
  }),
  ...waveTables,
  ...revenueTables,
  ...curveTables,
  ...comparisonTables,
  ...meanTables,
  ...cohortTables,
  ...incidenceTables,
  ...reasonTables,
  ...causeTables,
  ...destinationTables,
  ...interviewTables,
  ...signalTables,
};
