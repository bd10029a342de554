import {lastFinalMonth} from "../facts/churn/months.js";
import {isKnown, whereKnown} from "../facts/known.js";
import {metricTotal} from "../facts/metric.js";
import type {ReportView} from "../facts/view.js";
import type {Row} from "../marts/list.js";
import {sum} from "../marts/shape/sum.js";
import {formatMonth, formatNumber} from "../words/format.js";
import {periodName} from "../words/period.js";
import {counted, say} from "../words/say.js";
import {divided, exact, isNear, type Sum, wholeNumber} from "./worked-sums.js";

/** Metrics with tables of their own. */
export const ownSums: Readonly<Record<string, (view: ReportView, metric: string) => Sum | undefined>> = {
  csat_score: scoreSum,
  complaint_rate: complaintSum,
  churn_rate: churnSum,
  churned_share(view) {
    const row = view.rows("churn_by_segment").find(({dimension, clock}) => dimension === "all" && clock === "months");
    return isKnown(row, "lost", "share")
      ? {of: periodName(view), value: row.share, unit: "share", sum: divided(view, [row.lost, row.customers])}
      : undefined;
  },
  retention: retentionSum,
  reason_share(view) {
    const [row] = whereKnown(view.rows("churn_reasons"), "named_by", "value")
      .filter(({period, kind}) => period === "window" && kind === "category")
      .sort((a, b) => b.value - a.value);
    return row && isNear(row.named_by / row.interviews, row.value)
      ? {
          of: view.label("churn_reasons", row.code),
          value: row.value,
          unit: "share",
          sum: divided(view, [row.named_by, row.interviews]),
        }
      : undefined;
  },
  brand_gap(view) {
    const [row] = whereKnown(view.rows("brand_gaps"), "own", "rival", "gap")
      .filter(({period}) => period === "window")
      .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
    const score = (value: number) => formatNumber(value, "score", view);
    return row
      ? {
          of: `${view.label("items", row.item)}${say(view, {zh: "，与", en: ", beside "})}${view.label("brands", row.brand)}`,
          ...{value: row.gap, unit: "ratio", sum: `${score(row.own)} − ${score(row.rival)}`},
        }
      : undefined;
  },
  driver_share(view) {
    const rows = whereKnown(view.rows("driver_shares"), "value").sort((a, b) => b.value - a.value);
    const total = sum(rows, "value");
    return rows.length > 1 && isNear(total, 1)
      ? {
          of: rows.map(({item}) => view.label("items", item)).join(say(view, {zh: "、", en: ", "})),
          ...{value: 1, unit: "share", sum: rows.map(({value}) => formatNumber(value, "share", view)).join(" + ")},
        }
      : undefined;
  },
  winback_rate(view) {
    const row = view.rows("winback_by_group").find(({dimension}) => dimension === "all");
    return isKnown(row, "aged", "returned_180", "within_180")
      ? {of: periodName(view), value: row.within_180, unit: "share", sum: divided(view, [row.returned_180, row.aged])}
      : undefined;
  },
  repeat_purchase(view) {
    const [row] = whereKnown(view.rows("repeat_buyers"), "again", "value");
    return row
      ? {of: periodName(view), value: row.value, unit: "share", sum: divided(view, [row.again, row.buyers])}
      : undefined;
  },
  return_rate(view) {
    const [row] = whereKnown(view.rows("return_products"), "returned", "shipped", "value")
      .filter(({age_days}) => age_days === 30)
      .sort((a, b) => b.value - a.value);
    return row
      ? {
          of: view.label("products", row.product),
          value: row.value,
          unit: "share",
          sum: divided(view, [row.returned, row.shipped]),
        }
      : undefined;
  },
  commitment_kept(view) {
    const row = view.rows("commitments_by_kind").find(({dimension}) => dimension === "all");
    return isKnown(row, "kept", "missed", "value")
      ? {
          ...{of: periodName(view), value: row.value, unit: "share"},
          sum: `${wholeNumber(view, row.kept)} ÷ (${wholeNumber(view, row.kept)} + ${wholeNumber(view, row.missed)})`,
        }
      : undefined;
  },
  revenue_retention(view) {
    const last = lastFinalMonth(view)?.month ?? "";
    const row = whereKnown(view.rows("revenue_retention_by_month"), "opening_amount", "kept_amount", "gross").find(
      ({month}) => month === last,
    );
    return row && isNear(row.kept_amount / row.opening_amount, row.gross)
      ? {
          of: formatMonth(row.month, view),
          value: row.gross,
          unit: "share",
          sum: divided(view, [row.kept_amount, row.opening_amount]),
        }
      : undefined;
  },
  first_time_fix(view) {
    const row = view.rows("site_jobs").find(({dimension}) => dimension === "all");
    return isKnown(row, "fixed", "due", "fixed_share")
      ? {of: periodName(view), value: row.fixed_share, unit: "share", sum: divided(view, [row.fixed, row.due])}
      : undefined;
  },
  prospect_won(view) {
    const all = view.rows("prospect_answers").find(({speed}) => speed === "all");
    return all?.won == null
      ? undefined
      : {of: periodName(view), value: all.won / all.decided, unit: "share", sum: divided(view, [all.won, all.decided])};
  },
  care_cost(view) {
    const rows = whereKnown(view.rows("care_by_group"), "cost");
    const parts = rows.filter(({dimension}) => dimension === "kind");
    const all = rows.find(({dimension}) => dimension === "all");
    return all && parts.length > 1 && isNear(sum(parts, "cost"), all.cost)
      ? {
          ...{of: periodName(view), value: all.cost, unit: "money"},
          sum: parts.map(({cost}) => wholeNumber(view, cost)).join(" + "),
        }
      : undefined;
  },
  card_stale(view) {
    const row = view.rows("customer_files").find(({dimension}) => dimension === "all");
    return row?.dated
      ? {
          of: periodName(view),
          value: (row.stale ?? 0) / row.dated,
          unit: "share",
          sum: divided(view, [row.stale ?? 0, row.dated]),
        }
      : undefined;
  },
};

/** Mean of a score: each step times how many gave it. */
function scoreSum(view: ReportView): Sum | undefined {
  const whole = metricTotal(view, {metric: "csat_score", period: "window"});
  const rows = whereKnown(view.rows("score_distribution"), "answers").filter(({question}) => question === "csat");
  const n = sum(rows, "answers");
  const value = rows.reduce((total, {score, answers}) => total + score * answers, 0) / n;
  if (!whole || whole.value === null || !isNear(value, whole.value)) return undefined;
  const terms = rows
    .toSorted((a, b) => a.score - b.score)
    .map(({score, answers}) => `${score} × ${wholeNumber(view, answers)}`);
  return {of: periodName(view), value, unit: "score", sum: `(${terms.join(" + ")}) ÷ ${wholeNumber(view, n)}`};
}

function complaintSum(view: ReportView): Sum | undefined {
  const row = view.rows("complaints_by_month").findLast((each) => each.month === view.month);
  if (!isKnown(row, "complaints", "customer_months", "value")) return undefined;
  const active = exact(view, row.customer_months, 1);
  return {
    ...{of: formatMonth(row.month, view), value: row.value, unit: "per_10000"},
    sum: say(view, {
      zh: `投诉 ${wholeNumber(view, row.complaints)} 件 ÷ 按天折算的有效客户 ${active} 户 × 10,000`,
      en: `${wholeNumber(view, row.complaints)} complaints ÷ ${active} active customers (by days active) × 10,000`,
    }),
  };
}

function churnSum(view: ReportView): Sum | undefined {
  const row: Row<"churn_by_month"> | undefined = lastFinalMonth(view);
  if (!isKnown(row, "lost", "customer_months", "value")) return undefined;
  return {
    ...{of: formatMonth(row.month, view), value: row.value, unit: "share"},
    sum: say(view, {
      zh: `流失 ${wholeNumber(view, row.lost)} 户 ÷ 按天折算的在册客户 ${exact(view, row.customer_months, 1)} 户`,
      en: `${wholeNumber(view, row.lost)} lost ÷ ${exact(view, row.customer_months, 1)} customers (by days ${view.churnRule === "contract" ? "under contract" : "there"})`,
    }),
  };
}

/** One step of the curve: who was still there, times the share of those at risk that stayed. */
function retentionSum(view: ReportView): Sum | undefined {
  const rows = whereKnown(view.rows("retention_curves"), "value").filter(
    ({dimension, clock}) => dimension === "all" && clock === "months",
  );
  const at = rows.findIndex(({value}, index) => index > 0 && value < rows[index - 1]!.value);
  const cohort = whereKnown(view.rows("retention_by_cohort"), "value").findLast(
    ({cohort: name, value}) => name !== "all" && value < 1,
  );
  if (at > 0) {
    const [before, row] = [rows[at - 1]!, rows[at]!];
    const gone = Math.round(row.n_risk * (1 - row.value / before.value));
    return {
      of: say(view, {zh: `满 ${row.month} 个月`, en: `after ${counted(row.month, "month")}`}),
      value: row.value,
      unit: "share",
      sum: `${formatNumber(before.value, "share", view)} × (1 − ${wholeNumber(view, gone)} ÷ ${wholeNumber(view, row.n_risk)})`,
    };
  }
  if (!cohort) return undefined;
  const {n, value, age_months, cohort: name} = cohort;
  return {
    of: say(view, {zh: `${name} 入网，满 ${age_months} 个月`, en: `joined in ${name}, after ${age_months} months`}),
    ...{value, unit: "share", sum: divided(view, [Math.round(n * value), n])},
  };
}
