import {smallN} from "../../stats/privacy/small-n.js";
import {count, estimate, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
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

/** A part of all buyers as it is shown: both numbers, or neither. */
const part = {customers: count.nullable(), amount: number.nullable(), flag};

/** What orders alone tell: how often customers buy, whether they come back, and who has not come for long. */
export const orderTables = {
  buyers_by_purchases: table({
    from: buyers,
    row: {purchases: count, ...part},
    derive: (rows, options) => {
      const hidden = hiddenParts(rows, options);
      return rows.map((row) => shownPart(row, {...options, hidden}));
    },
  }),
  repeat_buyers: table({
    from: buyers,
    grain: ["buyers"],
    row: {buyers: count, again: count.nullable(), ...estimate},
    derive: repeatBuyers,
  }),
  purchase_cohorts: table({
    from: cohorts,
    row: {cohort: text, age_months: count, n: count.nullable(), ...estimate},
    derive: cohortShares,
  }),
  recency_frequency: table({
    from: cells,
    row: {recency: count, frequency: count, ...part},
    derive: (rows, options) => {
      const hidden = hiddenCells(rows, options);
      return rows.map((row) => shownPart(row, {...options, hidden}));
    },
  }),
};

interface Part {
  readonly customers: number;
  readonly amount: number;
}

/** A count of customers, not a share of them: the stricter preset's limits of width do not concern it. */
const flagOf = ({customers}: Pick<Part, "customers">, {preset}: Pick<DeriveOptions, "preset">) =>
  smallN({n: customers, customers, kind: "mean"}, {preset}).flag;

const isFew = (options: DeriveOptions) => (row: Part) => flagOf(row, options) === "suppressed";

const shownPart = <Row extends Part>(row: Row, {hidden, ...options}: DeriveOptions & {hidden: ReadonlySet<Part>}) =>
  hidden.has(row)
    ? {...row, customers: null, amount: null, flag: "suppressed" as const}
    : {...row, flag: flagOf(row, options)};

const hiddenParts = <Row extends Part>(rows: readonly Row[], options: DeriveOptions): Set<Row> =>
  hiddenRows(rows, {size: ({customers}) => customers, isSmall: isFew(options)});

/** How many buy how often is published beside it: no cell follows from the others of its frequency. */
const hiddenCells = (rows: readonly Delivered<typeof cells>[], options: DeriveOptions): Set<Part> =>
  new Set(
    [...groupRows(rows, ({frequency}) => String(frequency)).values()].flatMap((line) => [
      ...hiddenParts(line, options),
    ]),
  );

const withheld = {value: null, lo: null, hi: null, flag: "suppressed"} as const;

/** Of those who bought in the window, the share who bought more than once. */
export function repeatBuyers(rows: readonly Delivered<typeof buyers>[], options: DeriveOptions) {
  const all = rows.reduce((sum, {customers}) => sum + customers, 0);
  if (all === 0) return [];
  const once = rows.find(({purchases}) => purchases === 1);
  const again = all - (once?.customers ?? 0);
  const isHidden = once !== undefined && hiddenParts(rows, options).has(once);
  const share = isHidden ? withheld : shareOf({k: again, n: all}, options);
  return [{buyers: all, again: share.value === null ? null : again, ...share}];
}

/** Share of each cohort that bought again in the three months up to each age, and of all cohorts of that age together. */
export function cohortShares(rows: readonly Delivered<typeof cohorts>[], options: DeriveOptions) {
  return [...groupRows(rows, ({age_months}) => String(age_months)).values()].flatMap((group) =>
    ageShares(group, options),
  );
}

/** The cohorts of one age and their sum, which is shown: none of them follows from it. */
function ageShares(group: readonly Delivered<typeof cohorts>[], options: DeriveOptions) {
  const share = ({size, bought}: {size: number; bought: number}) => shareOf({k: bought, n: size}, options);
  const sum = (name: "size" | "bought") => group.reduce((total, row) => total + row[name], 0);
  const {age_months} = group[0]!;
  const together = {size: sum("size"), bought: sum("bought")};
  const hidden = hiddenRows(group, {size: ({size}) => size, isSmall: (row) => share(row).flag === "suppressed"});
  return [
    ...group.map((row) =>
      hidden.has(row)
        ? {cohort: row.cohort, age_months, n: null, ...withheld}
        : {cohort: row.cohort, age_months, n: row.size, ...share(row)},
    ),
    {cohort: "all", age_months, n: together.size, ...share(together)},
  ];
}
