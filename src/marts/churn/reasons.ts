import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {unknownBounds} from "../../stats/survival/churn-reasons.js";
import {count, estimate, number, text} from "../shape/columns.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {period: text, kind: text, code: text};
const {value, lo, hi, flag} = estimate;

const named = mart("churn_reasons", {
  grain: ["period", "kind", "code"],
  row: {...key, named_by: count, only_reason: count, parts: count, interviews: count, lost: count},
});

export const reasonTables = {
  churn_reasons: table({
    from: named,
    row: {
      ...key,
      named_by: count.nullable(),
      interviews: count,
      lost: count,
      value,
      lo,
      hi,
      alone: number.nullable(),
      shared_out: number.nullable(),
      least: number.nullable(),
      most: number.nullable(),
      flag,
    },
    derive: reasonShares,
  }),
};

/** Parts of one reason are counted in 2,520ths, which ten and fewer reasons divide without a rest. */
const wholeReason = 2520;

/**
 * Reasons of those interviewed: named at all (Wilson), named alone, and shared out 1/k among k reasons; and between
 * which limits the share of all lost lies, whoever was not asked.
 */
export function reasonShares(rows: readonly Delivered<typeof named>[], {preset}: DeriveOptions) {
  return rows.map(({period, kind, code, named_by, only_reason, parts, interviews, ...row}) => {
    const lost = Math.max(interviews, row.lost);
    const {estimate, low, high} = wilsonInterval(named_by, interviews);
    const {flag} = smallN({n: interviews, estimate, low, high}, {preset});
    const key = {period, kind, code, named_by, interviews, lost};
    if (flag === "suppressed") return {...key, ...withheld, flag};
    const bounds = unknownBounds({known: named_by, unknown: lost - interviews, n: lost});
    return {
      ...key,
      value: estimate,
      lo: low,
      hi: high,
      alone: only_reason / interviews,
      shared_out: parts / wholeReason / interviews,
      least: bounds.low,
      most: bounds.high,
      flag,
    };
  });
}

const withheld = {
  named_by: null,
  value: null,
  lo: null,
  hi: null,
  alone: null,
  shared_out: null,
  least: null,
  most: null,
};
