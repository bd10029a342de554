import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {chiSquareUpper} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, estimate, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {sum} from "../shape/sum.js";
import {type Delivered, mart, table} from "../shape/table.js";

const {value, lo, hi, flag} = estimate;
const kind = {period: text, dimension: text, member: text};
const choice = {period: text, cause: text, brand: text};

const asked = mart("churn_coverage", {
  grain: ["period", "dimension", "member"],
  row: {...kind, lost: count, interviewed: count},
});
const rated = mart("churn_advantage", {
  grain: ["period", "cause", "brand"],
  row: {...choice, n: count, total: number, sum_sq: number},
});

export const interviewTables = {
  churn_coverage: table({
    from: asked,
    row: {
      ...kind,
      lost: count.nullable(),
      interviewed: count.nullable(),
      value,
      lo,
      hi,
      lost_share: number.nullable(),
      interviewed_share: number.nullable(),
      p: number.nullable(),
      flag,
    },
    derive: interviewCoverage,
  }),
  churn_advantage: table({from: rated, row: {...choice, n: count.nullable(), ...estimate}, derive: rivalAdvantage}),
};

/**
 * Who was interviewed: coverage by kind of customer, and whether the kinds are asked alike (chi-square). Kinds withheld
 * count there as one: by the test of each alone they could be told.
 */
export function interviewCoverage(rows: readonly Delivered<typeof asked>[]) {
  return [...groupRows(rows, (row) => `${row.period}|${row.dimension}`).values()].flatMap((group) => {
    const [lost, interviewed] = [sum(group, "lost"), sum(group, "interviewed")];
    const withheld = hiddenRows(group, {size: (row) => row.lost, isSmall: (row) => row.lost < 10});
    const hidden = [...withheld];
    const together = hidden.length > 0 ? [{lost: sum(hidden, "lost"), interviewed: sum(hidden, "interviewed")}] : [];
    const p = alikeP([...group.filter((row) => !withheld.has(row)), ...together], interviewed / lost);
    return group.map((row) => {
      const {period, dimension, member} = row;
      if (withheld.has(row)) return {period, dimension, member, ...nothing, p};
      const {estimate, low, high} = wilsonInterval(row.interviewed, row.lost);
      return {
        ...row,
        value: estimate,
        lo: low,
        hi: high,
        lost_share: row.lost / lost,
        interviewed_share: interviewed > 0 ? row.interviewed / interviewed : null,
        p,
        flag: smallN({n: row.lost}).flag,
      };
    });
  });
}

const nothing = {
  lost: null,
  interviewed: null,
  value: null,
  lo: null,
  hi: null,
  lost_share: null,
  interviewed_share: null,
  flag: "suppressed" as const,
};

/** Pearson's chi-square: whether kinds of customers were interviewed in the same share; null for one kind alone. */
function alikeP(kinds: readonly {readonly lost: number; readonly interviewed: number}[], share: number): number | null {
  const chi2 = kinds.reduce((total, {lost: n, interviewed: k}) => {
    return total + (k - n * share) ** 2 / (n * share) + (n - k - n * (1 - share)) ** 2 / (n * (1 - share));
  }, 0);
  return kinds.length > 1 && Number.isFinite(chi2) ? chiSquareUpper(chi2, kinds.length - 1) : null;
}

/** How much better the rival is said to be: mean on 0 to 10 with its t interval, ten answers or more. */
export function rivalAdvantage(rows: readonly Delivered<typeof rated>[]) {
  return rows.map(({period, cause, brand, n, total, sum_sq}) => {
    const mean = total / n;
    const variance = n > 1 ? Math.max(0, (sum_sq - n * mean * mean) / (n - 1)) : Number.NaN;
    const {low, high} = meanInterval({n, mean, variance});
    const {flag} = smallN({n, kind: "mean"});
    const shown = (value: number) => (flag === "suppressed" ? null : value);
    return {
      period,
      cause,
      brand,
      n: shown(n),
      value: shown(mean),
      lo: shown(low),
      hi: shown(high),
      flag,
    };
  });
}
