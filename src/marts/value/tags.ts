import {metricInterval} from "../../stats/estimates/metric-interval.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {daysPerMonth} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const tagProfiles = mart("tag_profiles", {
  grain: ["tag"],
  row: {
    tag: text,
    label_zh: text,
    label_en: text,
    customers: count,
    revenue: number,
    answers: count,
    raters: count,
    dissatisfied: count,
    sum_total_sq: count,
    sum_total_n: count,
    sum_n_sq: count,
    lost: count,
    exposure: count,
  },
});

/** Portrait tags by published rules: how many bear one, what they buy, how satisfied they are, how many leave. */
export const tagTables = {
  tag_profiles: table({
    from: tagProfiles,
    row: {
      tag: text,
      label_zh: text,
      label_en: text,
      customers: count.nullable(),
      revenue: number.nullable(),
      answers: count.nullable(),
      ...limitColumns("dissatisfied"),
      ...limitColumns("churn"),
    },
    derive: tagRates,
  }),
};

/** Of a tag that fewer customers bear than the small-n rule shows, nothing is told: it would point at a person. */
export function tagRates(rows: readonly Delivered<typeof tagProfiles>[], {preset}: DeriveOptions) {
  return rows.map((row) => {
    const {tag, label_zh, label_en, customers} = row;
    const isTold = smallN({n: customers, kind: "mean"}, {preset}).flag !== "suppressed";
    const sums = {...row, n: row.answers, total: row.dissatisfied, customers: row.raters};
    const csat = isTold && row.answers > 0 ? metricInterval("share", sums) : undefined;
    const churn = row.exposure > 0 ? poissonRate({events: row.lost, exposure: row.exposure / daysPerMonth}) : undefined;
    const isCsat = csat !== undefined && smallN(csat, {preset}).flag !== "suppressed";
    const isChurn =
      isTold &&
      churn !== undefined &&
      smallN({n: customers, kind: "rate", events: row.lost, ...churn}, {preset}).flag !== "suppressed";
    return {
      tag,
      label_zh,
      label_en,
      customers: isTold ? customers : null,
      revenue: isTold ? row.revenue : null,
      answers: isCsat ? row.answers : null,
      ...limits("dissatisfied", isCsat ? csat : undefined),
      ...limits("churn", isChurn ? churn : undefined),
    };
  });
}
