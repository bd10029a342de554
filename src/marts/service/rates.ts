import {z} from "zod";
import {count, month, number, period, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {byMonth} from "../shape/months.js";
import {rate} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const base = {customers: count.nullable()};
/** What the rate divides by: customer-days ÷ days of the month, added up over several months. */
const watched = {customer_months: number.nullable()};
const perCustomers = {
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
        row: {...months, ...watched, ...perCustomers},
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
        row: {...bySegment, ...watched, ...perCustomers},
        derive: segmentRates,
      }),
      {at: "period", metric: "complaint_rate"},
    ),
    stays: ["customers", "customer_months"],
  },
};

interface Complaints {
  readonly complaints: number;
  readonly customer_months: number | null;
  readonly customers: number | null;
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
    const {complaints, customer_months, customers} = row;
    if (!customer_months)
      return {...row, customer_months: null, value: null, lo: null, hi: null, flag: "no_base" as const};
    return {...row, ...rate({events: complaints, exposure: customer_months, per: 10_000, n: customers ?? 0, preset})};
  });
}
