import {z} from "zod";
import {covarianceOfSums} from "../../stats/numbers/covariance.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {omegaTotal} from "../../stats/surveys/omega-total.js";
import {cronbachAlpha} from "../../stats/surveys/reliability.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {construct: text, dimension: text, member: text};
const scale = {scale_min: number, scale_max: number};

const constructScores = mart("construct_scores", {
  grain: ["construct", "dimension", "member"],
  row: {...key, items: count, n: count, customers: count, total: number, sum_sq: number, ...scale},
});

const constructMoments = mart("construct_moments", {
  grain: ["construct", "part", "other"],
  row: {construct: text, part: text, other: text, n: count, sum_x: number, sum_y: number, sum_xy: number},
});

/** Several items that ask of one thing: their mean by respondent, and whether they do measure one thing. */
export const constructTables = {
  construct_scores: table({
    from: constructScores,
    row: {
      ...key,
      ...scale,
      items: count,
      n: count.nullable(),
      value: number.nullable(),
      sd: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      flag,
    },
    derive: constructEstimates,
  }),
  /** Of constructs of three items or more; alpha is Cronbach's with Feldt's limits, over all respondents. */
  construct_reliability: table({
    from: constructMoments,
    grain: ["construct"],
    row: {
      construct: text,
      alpha: number,
      alpha_lo: number,
      alpha_hi: number,
      omega: number,
      verdict: z.enum(["good", "low", "redundant", "indeterminate"]),
    },
    derive: reliabilities,
  }),
};

/** The mean over respondents of the mean of their items, with a t interval in which a customer counts once. */
function constructEstimates(rows: readonly Delivered<typeof constructScores>[], {preset}: DeriveOptions) {
  return rows.map(({construct, dimension, member, scale_min, scale_max, items, n, customers, total, sum_sq}) => {
    const key = {construct, dimension, member, scale_min, scale_max, items};
    const {flag} = smallN({n, kind: "mean"}, {preset});
    if (flag === "suppressed") return {...key, n: null, value: null, sd: null, lo: null, hi: null, flag};
    const value = total / n / items;
    const sd = Math.sqrt(Math.max(0, (sum_sq - (total * total) / n) / (n - 1))) / items;
    const half = customers > 1 ? (tQuantile(0.975, customers - 1) * sd) / Math.sqrt(customers) : Number.NaN;
    return {...key, n, value, sd, lo: value - half, hi: value + half, flag};
  });
}

/** Two items have no alpha, nor has a construct with an item that everybody rates alike. */
function reliabilities(moments: readonly Delivered<typeof constructMoments>[], {preset}: DeriveOptions) {
  return [...groupRows(moments, ({construct}) => construct)].flatMap(([construct, sums]) => {
    const items = [...new Set(sums.map(({part}) => part))].sort();
    const n = sums[0]!.n;
    if (items.length < 3 || smallN({n, kind: "mean"}, {preset}).flag === "suppressed") return [];
    const covariance = covarianceOfSums(sums, items);
    if (covariance.some((row, at) => !(row[at]! > 0))) return [];
    const {estimate, low, high, verdict} = cronbachAlpha(covariance, n);
    return [{construct, alpha: estimate, alpha_lo: low, alpha_hi: high, omega: omegaTotal(covariance).raw, verdict}];
  });
}
