import {z} from "zod";
import {count, month, number, period, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {byMonth} from "../shape/months.js";
import {daysPerMonth, rate} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const base = {customers: count.nullable()};
/** What the rate divides by; it leaves the door as customer-months. */
const watched = {customer_days: count.nullable()};
const perCustomers = {
  customer_months: number.nullable(),
  value: number.nullable(),
  lo: number.nullable(),
  hi: number.nullable(),
  flag: z.enum(["", "hollow", "suppressed", "no_base", "partial", "missing"]),
};
const months = {month, complaints: count, complainants: count, days: count, ...base};
const bySegment = {
  period,
  dimension: text,
  member: text,
  complaints: count,
  complainants: count,
  done: count,
  ...base,
};

const segments = mart("complaints_by_segment", {
  grain: ["period", "dimension", "member"],
  row: {...bySegment, ...watched},
});

export const complaintTables = {
  complaints_by_month: {
    ...byMonth(
      table({
        from: mart("complaints_by_month", {grain: ["month"], row: {...months, ...watched}}),
        row: {...months, ...perCustomers},
        derive: complaintRates,
      }),
      {at: "month", metric: "complaint_rate"},
    ),
    stays: ["customers", "customer_months"],
  },
  complaints_by_segment: {
    ...byMonth(
      table({
        from: segments,
        row: {...bySegment, ...perCustomers},
        derive: segmentRates,
      }),
      {at: "period", metric: "complaint_rate"},
    ),
    stays: ["customers", "customer_months"],
  },
};

interface Complaints {
  readonly complaints: number;
  readonly customer_days: number | null;
  readonly customers: number | null;
  /** Of the month; without it the customer-days of several months are counted in months of usual length. */
  readonly days?: number;
}

type Segment = Delivered<typeof segments>;

/** The same by segment; where one alone is withheld of those that add up to all, the smallest of the others goes with it. */
function segmentRates(rows: readonly Segment[], options: DeriveOptions) {
  const made = complaintRates(rows, options);
  const totals = new Map(
    made.filter(({dimension}) => dimension === "all").map(({period: of, complaints}) => [of, complaints]),
  );
  const families = [...groupRows(made, (row) => `${row.period}|${row.dimension}`).values()];
  const telling = new Set(
    families
      .filter((family) => family.length > 1 && sum(family, "complaints") === totals.get(family[0]!.period))
      .flatMap((family) => [
        ...hiddenRows(family, {size: (row) => row.customers ?? 0, isSmall: ({flag}) => flag === "suppressed"}),
      ]),
  );
  return made.map((row) =>
    telling.has(row) ? {...row, value: null, lo: null, hi: null, flag: "suppressed" as const} : row,
  );
}

/**
 * Complaints per 10,000 customers and month, exact Poisson limits. Without a customer base there is no rate, and the
 * row says so (`flag` "no_base"); counts stay.
 */
export function complaintRates<Row extends Complaints>(rows: readonly Row[], {preset}: DeriveOptions) {
  return rows.map((row) => {
    if (!row.customer_days)
      return {...row, customer_months: null, value: null, lo: null, hi: null, flag: "no_base" as const};
    const customer_months = row.customer_days / (row.days ?? daysPerMonth);
    const made = rate({events: row.complaints, exposure: customer_months, per: 10_000, n: row.customers ?? 0, preset});
    return {...row, customer_months, ...made};
  });
}
