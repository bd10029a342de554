import {goodmanIntervals} from "../../stats/estimates/goodman-intervals.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {unknownBounds} from "../../stats/survival/churn-reasons.js";
import {count, estimate, number} from "../shape/columns.js";
import {sum} from "../shape/sum.js";

const {value, lo, hi, flag} = estimate;

export const partColumns = {
  customers: count.nullable(),
  known: count,
  lost: count,
  value,
  lo,
  hi,
  least: number.nullable(),
  most: number.nullable(),
  flag,
};

/** Share of the known with joint limits, and the limits of the share of all; nothing is said of fewer than ten known. */
export function knownParts<Row extends {readonly customers: number}>(
  group: readonly Row[],
  isKnown: (row: Row) => boolean,
) {
  const known = group.filter(isKnown);
  const [all, asked] = [sum(group, "customers"), sum(known, "customers")];
  const intervals = known.length === 0 ? [] : goodmanIntervals(known.map(({customers}) => customers));
  const {flag} = smallN({n: asked});
  return new Map(
    group.map((row) => {
      const interval = intervals[known.indexOf(row)];
      const {customers} = row;
      const {low, high} = unknownBounds({known: customers, unknown: interval ? all - asked : 0, n: all});
      const shown = (value: number | undefined) => (flag === "suppressed" ? null : (value ?? null));
      return [
        row,
        {
          customers: flag === "suppressed" && interval ? null : customers,
          known: asked,
          lost: all,
          value: shown(interval?.estimate),
          lo: shown(interval?.low),
          hi: shown(interval?.high),
          least: shown(low),
          most: shown(high),
          flag,
        },
      ] as const;
    }),
  );
}
