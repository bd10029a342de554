import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";
import {churnRates} from "./rates.js";

/**
 * Churn of each kind of customer beside the rest of the customers, never beside a total that holds it: exact Poisson
 * ratio of the rates (or, without dates, the test of two shares), Benjamini-Hochberg within the dimension. Where
 * contracts end, also the share lost of those that came up for renewal: a short term comes up more often.
 */
export function churnAgainstRest(rows: readonly MartRow[], options: DeriveOptions): MartRow[] {
  const rated = churnRates(rows, options);
  const made = rated.map((row) => {
    const whole = rated.find(({dimension, clock}) => dimension === "all" && clock === row.clock);
    return {row, rest: row.dimension === "all" || !whole ? undefined : against(row, whole)};
  });
  const adjusted = new Map<MartRow, number>();
  for (const family of groupRows(made, ({row}) => `${row.clock}|${row.dimension}`).values()) {
    const tested = family.filter(({row, rest}) => rest && row.flag !== "suppressed");
    for (const [place, p] of benjaminiHochberg(tested.map(({rest}) => rest!.p)).entries())
      adjusted.set(tested[place]!.row, p);
  }
  const families = [...groupRows(rated, (row) => `${row.clock}|${row.dimension}`).values()];
  const withheld = new Set(families.flatMap((family) => [...smallOrTelling(family)]));
  return made.map(({row, rest}) => {
    const hidden = withheld.has(row);
    const due = Number(row.due);
    const renewal = wilsonInterval(Math.min(Number(row.lost), due), due);
    const isDue = !hidden && due >= 10;
    return {
      ...row,
      ...(hidden ? withoutValues : {}),
      lost: hidden ? null : row.lost!,
      due: isDue ? due : null,
      rest: hidden ? null : finite(rest?.rest),
      ratio: hidden ? null : finite(rest?.ratio),
      p_adjusted: finite(adjusted.get(row)),
      lost_of_due: isDue ? renewal.estimate : null,
      lost_of_due_lo: isDue ? renewal.low : null,
      lost_of_due_hi: isDue ? renewal.high : null,
    };
  });
}

/** Members too small to be told of, and the next smallest where one alone would follow from the total. */
const smallOrTelling = (family: readonly MartRow[]) =>
  hiddenRows(family, {size: ({customers}) => Number(customers), isSmall: ({flag}) => flag === "suppressed"});

const withoutValues = {
  value: null,
  lo: null,
  hi: null,
  share: null,
  share_lo: null,
  share_hi: null,
  flag: "suppressed",
};

function against(row: MartRow, whole: MartRow): {rest: number; ratio: number; p: number} {
  const less = (name: string) => Number(whole[name]) - Number(row[name]);
  if (row.clock === "months") {
    const [k, n] = [less("lost"), less("customers")];
    const [own, rest] = [Number(row.lost) / Number(row.customers), k / n];
    const {p} = twoProportionTest({k: Number(row.lost), n: Number(row.customers)}, {k, n});
    return {rest, ratio: own / rest, p};
  }
  const a = {events: Number(row.lost), exposure: Number(row.customer_months)};
  const b = {events: Math.max(0, less("lost")), exposure: less("customer_months")};
  if (!(a.exposure > 0 && b.exposure > 0)) return {rest: Number.NaN, ratio: Number.NaN, p: Number.NaN};
  const {estimate, p} = rateRatio(a, b);
  return {rest: b.events / b.exposure, ratio: estimate, p};
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;
