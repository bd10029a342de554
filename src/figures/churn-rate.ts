import {formatInterval, formatMonth, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {dimensionName, inOrder, memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {targetLine} from "./target-line.js";

/** The last month whose churn can no longer change: its grace period has passed. */
export const lastFinalMonth = (view: ReportView): MartRow | undefined =>
  view.rows("churn_by_month").findLast((row) => row.is_provisional === false);

/** Customers lost per customer-month, month by month; the months still within the grace period are provisional. */
export function churnTrend(view: ReportView): FigureOrMissing {
  const id = "churn-trend";
  const rows = view.rows("churn_by_month");
  const last = lastFinalMonth(view);
  if (rows.length < 2 || !last)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "各月流失率", en: "churn month by month"}});
  const zh = view.language === "zh";
  const value = formatNumber(Number(last.value), "share", view);
  const interval = formatInterval([Number(last.lo), Number(last.hi)], "share", view);
  const peak = peakMonth(rows);
  return estimateFigure(view, {
    id,
    title: zh
      ? `${formatMonth(String(last.month), view)}流失率 ${value}（${interval}），流失 ${last.lost} 户${peak ? `；${formatMonth(String(peak.month), view)}最高，明显高于平时` : ""}`
      : `Churn ${value} (${interval}) in ${formatMonth(String(last.month), view)}: ${last.lost} customers${peak ? `; the peak in ${formatMonth(String(peak.month), view)} is clearly above normal` : ""}`,
    subtitle: zh
      ? "当月流失客户 ÷ 在约客户月数；宽限期未过的月份尚无定数，不画"
      : "Customers lost ÷ customer-months under contract; months still within the grace period are not drawn",
    form: "lines",
    unit: "share",
    labels: zh ? "月份" : "Month",
    metric: "churn_rate",
    marts: ["churn_by_month"],
    n: rows.reduce((sum, row) => sum + Number(row.lost), 0),
    rows: rows.map((row) => ({
      label: String(row.month),
      // Within the grace period nobody counts as lost yet: a rate of 0 would be no news but an artefact.
      value: row.is_provisional ? null : (row.value as number | null),
      lo: row.is_provisional ? null : (row.lo as number | null),
      hi: row.is_provisional ? null : (row.hi as number | null),
      n: Number(row.opening_customers),
      flag: row.is_provisional ? "provisional" : (row.flag as Flag),
    })),
    notes: [
      zh
        ? "被淘汰、停业、搬迁的客户另计，不算流失。样本量一栏是月初在约客户数。"
        : "Customers eliminated, closed down or moved away are kept apart. The column n counts customers at the start of the month.",
    ],
    ...targetLine(view, "churn_rate"),
  });
}

/** The highest final month, where its whole interval lies above the mean of the others. */
export function peakMonth(rows: readonly MartRow[]): MartRow | undefined {
  const final = rows.filter((row) => row.is_provisional === false && row.value !== null);
  const peak = [...final].sort((a, b) => Number(b.value) - Number(a.value))[0];
  const others = final.filter((row) => row !== peak);
  const mean =
    others.reduce((sum, row) => sum + Number(row.lost), 0) /
    others.reduce((sum, row) => sum + Number(row.customer_months), 0);
  return peak && others.length >= 6 && Number(peak.lo) > mean ? peak : undefined;
}

/** Churn of each kind of customer over the window; the share lost where the file has no dates. */
export function churnBySegment(view: ReportView): FigureOrMissing {
  const id = "churn-by-segment";
  const rows = view.rows("churn_by_segment");
  const total = rows.find((row) => row.dimension === "all");
  // A column that only says who has left and who has not explains nothing.
  const tells = (dimension: unknown) =>
    rows.some((row) => row.dimension === dimension && Number(row.share) > 0 && Number(row.share) < 1);
  const dimensions = [...new Set(rows.map((row) => String(row.dimension)))].filter(
    (dimension) => dimension !== "all" && tells(dimension),
  );
  if (!total || dimensions.length === 0)
    return missingFigure(view, {
      id,
      needs: ["contracts", "customers"],
      shows: {zh: "各类客户的流失率", en: "churn by kind of customer"},
    });
  const zh = view.language === "zh";
  const isShare = total.clock === "months"; // no dates: only the share lost is known
  const [value, lo, hi] = isShare ? ["share", "share_lo", "share_hi"] : ["value", "lo", "hi"];
  const known = ["tier", "region", "segment", "customer_type"];
  const chosen = [
    ...known.filter((each) => dimensions.includes(each)),
    ...dimensions.filter((each) => !known.includes(each) && !["sex", "age_band", "role"].includes(each)),
  ];
  const list = chosen.flatMap((dimension) =>
    inOrder(view, {
      dimension,
      members: rows
        .filter((row) => row.dimension === dimension && row[value!] !== null)
        .map((row) => ({...row, dimension, member: String(row.member), n: Number(row.customers)})),
    }).slice(0, 10),
  ) as unknown as (MartRow & {dimension: string; member: string; n: number})[];
  const label = (row: {dimension: string; member: string}) =>
    `${dimensionName(view, row.dimension)} · ${memberName(view, row)}`;
  const highest = list
    .filter((row) => Number(row[lo!]) > Number(total[hi!]) && row.flag === "")
    .sort((a, b) => Number(b[value!]) - Number(a[value!]))[0];
  const text = (row: MartRow) => formatNumber(Number(row[value!]), "share", view);
  const measure = zh ? (isShare ? "流失占比" : "月流失率") : isShare ? "share churned" : "monthly churn";
  return estimateFigure(view, {
    id,
    title: highest
      ? zh
        ? `${label(highest)}${measure}最高：${text(highest)}，全部为 ${text(total)}`
        : `Highest ${measure}: ${label(highest)}, ${text(highest)} against ${text(total)} overall`
      : zh
        ? `各类客户的${measure}没有明显高于总体（${text(total)}）的`
        : `No kind of customer is clearly above the overall ${measure} of ${text(total)}`,
    subtitle: isShare
      ? zh
        ? "流失客户 ÷ 全部客户；导出里没有日期"
        : "Customers churned ÷ customers; the export has no dates"
      : zh
        ? `每月流失客户 ÷ 在约客户月数；${periodName(view)}`
        : `Customers lost ÷ customer-months under contract; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "分组" : "Group",
    name: measure,
    metric: isShare ? "churned_share" : "churn_rate",
    marts: ["churn_by_segment"],
    n: Number(total.customers),
    rows: list.map((row) => ({
      label: label(row),
      value: row[value!] as number | null,
      lo: row[lo!] as number | null,
      hi: row[hi!] as number | null,
      n: row.n,
      flag: row.flag as Flag,
    })),
    reference: {value: Number(total[value!]), label: zh ? `全部 ${text(total)}` : `All ${text(total)}`},
  });
}
