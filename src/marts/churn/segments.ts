import {z} from "zod";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";
import {churnRates, rateColumns, shareColumns} from "./rates.js";

const key = {dimension: text, member: text, clock: z.enum(["days", "months"])};

const watched = mart("churn_by_segment", {
  grain: ["dimension", "member"],
  row: {...key, customers: count, lost: count, exposure: count, due: count},
});
type Watched = Delivered<typeof watched>;
type Rated = ReturnType<typeof churnRates<Watched>>[number];

export const segmentTables = {
  churn_by_segment: table({
    from: watched,
    row: {
      ...key,
      customers: count,
      lost: count.nullable(),
      exposure: count,
      due: count.nullable(),
      ...rateColumns,
      ...shareColumns,
      rest: number.nullable(),
      ratio: number.nullable(),
      p_adjusted: number.nullable(),
      ...limitColumns("lost_of_due"),
    },
    derive: churnAgainstRest,
  }),
};

/**
 * Churn of each kind of customer beside the rest of the customers, never beside a total that holds it: exact Poisson
 * ratio of the rates (or, without dates, the test of two shares), Benjamini-Hochberg within the dimension. Where
 * contracts end, also the share lost of those that came up for renewal: a short term comes up more often.
 */
export function churnAgainstRest(rows: readonly Watched[], options: DeriveOptions) {
  const rated = churnRates(rows, options);
  const made = rated.map((row) => {
    const whole = rated.find(({dimension, clock}) => dimension === "all" && clock === row.clock);
    return {row, rest: row.dimension === "all" || !whole ? undefined : against(row, whole)};
  });
  const adjusted = new Map<Rated, number>();
  for (const family of groupRows(made, ({row}) => `${row.clock}|${row.dimension}`).values()) {
    const tested = family.filter(({row, rest}) => rest && row.flag !== "suppressed");
    for (const [place, p] of benjaminiHochberg(tested.map(({rest}) => rest!.p)).entries())
      adjusted.set(tested[place]!.row, p);
  }
  const families = [...groupRows(rated, (row) => `${row.clock}|${row.dimension}`).values()];
  const withheld = new Set(families.flatMap((family) => [...smallOrTelling(family)]));
  return made.map(({row, rest}) => {
    const hidden = withheld.has(row);
    const {lost, due} = row;
    const isDue = !hidden && due >= 10;
    return {
      ...row,
      ...(hidden ? withoutValues : {}),
      lost: hidden ? null : lost,
      due: isDue ? due : null,
      rest: hidden ? null : finite(rest?.rest),
      ratio: hidden ? null : finite(rest?.ratio),
      p_adjusted: finite(adjusted.get(row)),
      ...limits("lost_of_due", isDue ? wilsonInterval(Math.min(lost, due), due) : undefined),
    };
  });
}

/** Members too small to be told of, and the next smallest where one alone would follow from the total. */
const smallOrTelling = (family: readonly Rated[]) =>
  hiddenRows(family, {size: ({customers}) => customers, isSmall: ({flag}) => flag === "suppressed"});

const withoutValues = {
  value: null,
  lo: null,
  hi: null,
  share: null,
  share_lo: null,
  share_hi: null,
  flag: "suppressed" as const,
};

function against(row: Rated, whole: Rated): {rest: number; ratio: number; p: number} {
  const rest = {lost: whole.lost - row.lost, customers: whole.customers - row.customers};
  if (row.clock === "months") {
    const share = rest.lost / rest.customers;
    const {p} = twoProportionTest({k: row.lost, n: row.customers}, {k: rest.lost, n: rest.customers});
    return {rest: share, ratio: row.lost / row.customers / share, p};
  }
  const a = {events: row.lost, exposure: row.customer_months};
  const b = {events: Math.max(0, rest.lost), exposure: whole.customer_months - row.customer_months};
  if (!(a.exposure > 0 && b.exposure > 0)) return {rest: Number.NaN, ratio: Number.NaN, p: Number.NaN};
  const {estimate, p} = rateRatio(a, b);
  return {rest: b.events / b.exposure, ratio: estimate, p};
}
