import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, estimate, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {shareOf} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const cohorts = mart("purchase_cohorts", {
  grain: ["cohort", "age_months"],
  row: {cohort: text, age_months: count, size: count, bought: count},
});

const buyers = mart("buyers_by_purchases", {
  grain: ["purchases"],
  row: {purchases: count, customers: count, amount: number},
});

const cells = mart("recency_frequency", {
  grain: ["recency", "frequency"],
  row: {recency: count, frequency: count, customers: count, amount: number},
});

/** What orders alone tell: how often customers buy, whether they come back, and who has not come for long. */
export const orderTables = {
  buyers_by_purchases: table({
    from: buyers,
    row: {
      purchases: count,
      customers: count.nullable(),
      amount: number.nullable(),
      flag,
    },
    derive: (rows, options) =>
      withoutFew(rows, options).map((row) =>
        row.flag === "suppressed" ? {...row, customers: null, amount: null} : row,
      ),
  }),
  repeat_buyers: table({
    from: buyers,
    grain: ["buyers"],
    row: {buyers: count, again: count.nullable(), ...estimate},
    derive: repeatBuyers,
  }),
  purchase_cohorts: table({
    from: cohorts,
    row: {cohort: text, age_months: count, n: count, ...estimate},
    derive: cohortShares,
  }),
  recency_frequency: table({
    from: cells,
    row: {recency: count, frequency: count, customers: count.nullable(), amount: number.nullable(), flag},
    derive: (rows, options) =>
      withoutFew(rows, options).map((row) =>
        row.flag === "suppressed" ? {...row, customers: null, amount: null} : row,
      ),
  }),
};

/** Parts of one whole: those of too few customers are withheld, and with a single one the next smallest, else it could be told from the rest. */
function withoutFew<Row extends {readonly customers: number}>(rows: readonly Row[], {preset}: DeriveOptions) {
  const few = rows.filter(({customers}) => smallN({n: customers, customers}, {preset}).flag === "suppressed");
  const next = [...rows].filter((row) => !few.includes(row)).sort((one, other) => one.customers - other.customers);
  const hidden = new Set(few.length === 1 ? [...few, ...next.slice(0, 1)] : few);
  return rows.map((row) => ({
    ...row,
    flag: hidden.has(row)
      ? ("suppressed" as const)
      : smallN({n: row.customers, customers: row.customers}, {preset}).flag,
  }));
}

const withheld = {value: null, lo: null, hi: null, flag: "suppressed"} as const;

/** Of those who bought in the window, the share who bought more than once. */
export function repeatBuyers(rows: readonly Delivered<typeof buyers>[], options: DeriveOptions) {
  const all = rows.reduce((sum, {customers}) => sum + customers, 0);
  if (all === 0) return [];
  const once = withoutFew(rows, options).find(({purchases}) => purchases === 1);
  const again = all - (once?.customers ?? 0);
  const share = once?.flag === "suppressed" ? withheld : shareOf({k: again, n: all}, options);
  return [{buyers: all, again: share.value === null ? null : again, ...share}];
}

/** Share of each cohort that bought again in the three months up to each age, and of all cohorts of that age together. */
export function cohortShares(rows: readonly Delivered<typeof cohorts>[], {preset}: DeriveOptions) {
  const cell = (cohort: string, {age_months, n, k}: {age_months: number; n: number; k: number}) => {
    const {estimate: value, low: lo, high: hi} = wilsonInterval(k, n);
    const {flag: shown} = smallN({n, customers: n, estimate: value, low: lo, high: hi}, {preset});
    const values = shown === "suppressed" ? {value: null, lo: null, hi: null} : {value, lo, hi};
    return {cohort, age_months, n, ...values, flag: shown};
  };
  const together = [...groupRows(rows, ({age_months}) => String(age_months)).values()].map((group) => {
    const sum = (name: "size" | "bought") => group.reduce((total, row) => total + row[name], 0);
    return cell("all", {age_months: group[0]!.age_months, n: sum("size"), k: sum("bought")});
  });
  return [
    ...rows.map(({cohort, age_months, size, bought}) => cell(cohort, {age_months, n: size, k: bought})),
    ...together,
  ];
}
