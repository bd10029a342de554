import {z} from "zod";
import {resolutionTimes} from "../../stats/survival/resolution-times.js";
import {count, date, estimate, month, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {shareOf} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";
import {returnShift} from "./shift.js";

const cohort = {
  product: text,
  ship_month: month,
  age_days: count,
  shipped: count,
  returned: count,
  is_aged: z.boolean(),
};
const cohorts = mart("return_cohorts", {grain: ["product", "ship_month", "age_days"], row: cohort});
const durations = mart("return_durations", {
  grain: ["days"],
  row: {days: count, done: count, still_open: count},
});

const asked = {
  dimension: z.enum(["all", "product", "reason"]),
  member: text,
  requests: count,
  accepted: count,
  exchanged: count,
  refused: count,
  still_open: count,
  not_told: count,
};
const requests = mart("returns_by_segment", {
  grain: ["dimension", "member"],
  row: {...asked, amount: number},
});

/** Goods that come back: by product and ship month at a fixed age, why, and how it was settled. */
export const returnTables = {
  return_cohorts: table({
    from: cohorts,
    row: {...cohort, ...estimate},
    derive: (rows, options) => rows.map((row) => ({...row, ...shareOf({k: row.returned, n: row.shipped}, options)})),
  }),
  return_products: table({
    from: cohorts,
    grain: ["product", "age_days"],
    row: {
      product: text,
      age_days: count,
      shipped: count,
      returned: count,
      ...estimate,
      /** From this ship month on clearly more, or fewer, come back than before; null where nothing of the kind shows. */
      since: month.nullable(),
      since_shipped: count.nullable(),
      since_returned: count.nullable(),
      before_shipped: count.nullable(),
      before_returned: count.nullable(),
    },
    derive: returnProducts,
  }),
  returns_by_segment: table({
    from: requests,
    row: {...asked, amount: number, ...estimate},
    derive: (rows, options) => {
      const all = rows.find(({dimension}) => dimension === "all")?.requests ?? 0;
      return rows.map((row) => ({...row, ...shareOf({k: row.requests, n: all}, options)}));
    },
  }),
  return_times: table({
    from: durations,
    grain: ["returns"],
    row: {returns: count, still_open: count, ...limitColumns("median_days"), p90_days: number.nullable()},
    derive: returnTimes,
  }),
  returns_open_listed: table({
    grain: ["return_id"],
    row: {return_id: text, requested_date: date, days: count, product: text, reason: text},
  }),
};

/** All aged ship months of a product together, and where its rate began to differ, if it did. */
export function returnProducts(rows: readonly Delivered<typeof cohorts>[], options: DeriveOptions) {
  const aged = rows.filter(({is_aged}) => is_aged);
  const keys = [...new Set(aged.map(({product, age_days}) => JSON.stringify([product, age_days])))];
  const groups = keys.map((key) => {
    const [product, age_days] = JSON.parse(key) as [string, number];
    const months = aged
      .filter((row) => row.product === product && row.age_days === age_days)
      .sort((a, b) => (a.ship_month < b.ship_month ? -1 : 1));
    return {product, age_days, months};
  });
  const families = new Map<number, number>();
  for (const {age_days} of groups) families.set(age_days, (families.get(age_days) ?? 0) + 1);
  return groups.map(({product, age_days, months}) => {
    const sum = (name: "shipped" | "returned") => months.reduce((total, row) => total + row[name], 0);
    const shift = returnShift(
      months.map((row) => ({label: row.ship_month, k: row.returned, n: row.shipped})),
      {family: families.get(age_days) ?? 1},
    );
    const [shipped, returned] = [sum("shipped"), sum("returned")];
    return {
      product,
      age_days,
      shipped,
      returned,
      ...shareOf({k: returned, n: shipped}, options),
      since: shift?.label ?? null,
      since_shipped: shift?.since.n ?? null,
      since_returned: shift?.since.k ?? null,
      before_shipped: shift?.before.n ?? null,
      before_returned: shift?.before.k ?? null,
    };
  });
}

/** Days from request to settling, those still open counted as "not yet" (Kaplan–Meier). */
export function returnTimes(rows: readonly Delivered<typeof durations>[]) {
  const done = rows.reduce((total, row) => total + row.done, 0);
  const open = rows.reduce((total, row) => total + row.still_open, 0);
  if (done + open < 10) return [];
  const times = resolutionTimes(
    [
      {time: 0, entered: done + open, exited: 0, events: 0},
      ...[...rows]
        .sort((a, b) => a.days - b.days)
        .map((row) => ({time: row.days || 0.5, entered: 0, exited: row.done + row.still_open, events: row.done})),
    ],
    {within: []},
  );
  const {estimate: p90} = times.p90;
  return [
    {
      returns: done + open,
      still_open: open,
      ...limits("median_days", times.median),
      p90_days: Number.isFinite(p90) ? p90 : null,
    },
  ];
}
