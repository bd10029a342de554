import type {ReportView} from "../../facts/view.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";
import {impossibleMonths, ruleNotes} from "./retention-length.js";

const needs = ["contracts"];

/** Cohorts by quarter of joining: empty where the future is. */
export function retentionCohorts(view: ReportView): FigureOrMissing {
  const id = "retention-cohorts";
  const rows = view.rows("retention_by_cohort");
  const zh = view.language === "zh";
  if (rows.length < 3)
    return missingLosses(view, {id, needs, shows: {zh: "同期群留存三角", en: "the cohort triangle"}});
  const silent = impossibleMonths(view);
  const ages = [...new Set(rows.map((row) => row.age_months))].filter((age) => age >= silent).sort((a, b) => a - b);
  const cohorts = [...new Set(rows.map(({cohort}) => cohort))].sort((a, b) =>
    a === "all" ? 1 : b === "all" ? -1 : a < b ? -1 : 1,
  );
  const cell = (cohort: string, age: number) => rows.find((row) => row.cohort === cohort && row.age_months === age);
  const known = ages.filter((each) => cell("all", each)?.value != null);
  const age = known.findLast((each) => each <= 12) ?? known[0];
  const pooled = age === undefined ? undefined : cell("all", age);
  if (!pooled) return missingLosses(view, {id, needs, shows: {zh: "同期群留存三角", en: "the cohort triangle"}});
  return tableFigure(view, {
    id,
    title: zh
      ? `入网满 ${age} 个月仍是客户的占 ${formatNumber(pooled.value, "share", view)}`
      : `${formatNumber(pooled.value, "share", view)} are still customers ${age} months after joining`,
    subtitle: zh
      ? "按入网季度的留存；还没到的月龄留空"
      : "Retention by quarter of joining; ages not yet reached are empty",
    n: pooled.n,
    method: zh
      ? "Wilson 95% 区间；合计逐段相乘（Kaplan–Meier）"
      : "Wilson 95% interval; together step by step (Kaplan–Meier)",
    marts: ["retention_by_cohort"],
    metrics: ["retention"],
    columns: [
      column("cohort", zh ? "入网季度" : "Joined in"),
      column("size", zh ? "客户" : "Customers", "count"),
      ...ages.map((each) => column(`m${each}`, zh ? `${each} 月` : `${each} mo`)),
    ],
    rows: [
      ...cohorts.map((cohort) => [
        cohort === "all" ? (zh ? "合计" : "Together") : cohort,
        cell(cohort, ages[0]!)?.n ?? 0,
        ...ages.map((each) => {
          const found = cell(cohort, each);
          return found?.value === null || found === undefined ? "" : formatNumber(found.value, "share", view);
        }),
      ]),
      [
        zh ? "合计的 95% 区间" : "95% limits of all together",
        null,
        ...ages.map((each) => {
          const found = cell("all", each);
          return found?.value == null ? "" : formatInterval([found.lo, found.hi], "share", view);
        }),
      ],
    ],
    notes: ruleNotes(view, silent),
  });
}
