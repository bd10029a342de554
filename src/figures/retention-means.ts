import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {dimensionName, memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";

const needs = ["contracts"];

/** Months kept of the first 24 (12, 6), by kind of customer: one number that needs no proportional hazards. */
export function retentionMeans(view: ReportView): FigureOrMissing {
  const id = "retention-means";
  const rows = view.rows("retention_means");
  const total = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!total) return missingFigure(view, {id, needs, shows: {zh: "平均留存月数", en: "mean months kept"}});
  const size = (dimension: unknown) => rows.filter((row) => row.dimension === dimension).length;
  const others = rows.filter(({dimension, flag}) => size(dimension) > 1 && flag !== "suppressed");
  const label = (row: MartRow) =>
    `${dimensionName(view, String(row.dimension))} · ${memberName(view, {dimension: String(row.dimension), member: String(row.member)})}`;
  const sure = others
    .filter((row) => row.p_adjusted !== null && Number(row.p_adjusted) <= 0.05 && Number(row.difference) < 0)
    .sort((a, b) => Number(a.difference) - Number(b.difference));
  const worst = sure[0];
  const months = (value: unknown) => formatNumber(Number(value), "score", view);
  const whole = `${months(total.value)}${zh ? "（" : " ("}${formatInterval([Number(total.lo), Number(total.hi)], "score", view)}${zh ? "）" : ")"}`;
  return estimateFigure(view, {
    id,
    title: worst
      ? zh
        ? `前 ${total.months} 个月平均留存 ${whole} 个月；${label(worst)}少 ${months(-Number(worst.difference))} 个月`
        : `Of the first ${total.months} months ${whole} are kept on average; “${label(worst)}” ${months(-Number(worst.difference))} fewer`
      : zh
        ? `前 ${total.months} 个月平均留存 ${whole} 个月，各类客户没有可断定的差异`
        : `Of the first ${total.months} months ${whole} are kept on average; no sure difference between groups`,
    subtitle: zh
      ? `限制平均留存时间（前 ${total.months} 个月），与其余客户相比`
      : `Restricted mean of the first ${total.months} months, against everybody else`,
    form: "dots",
    unit: "score",
    labels: zh ? "分组" : "Group",
    name: zh ? "平均留存月数" : "Mean months kept",
    metric: "retention",
    marts: ["retention_means"],
    n: Number(total.customers),
    rows: others.map((row) => ({
      label: label(row),
      value: Number(row.value),
      lo: row.lo as number | null,
      hi: row.hi as number | null,
      n: Number(row.customers),
      flag: row.flag as Flag,
    })),
    reference: {value: Number(total.value), label: zh ? `全部 ${months(total.value)}` : `All ${months(total.value)}`},
    method: zh
      ? "Kaplan–Meier 曲线下面积；与其余之差作 Benjamini–Hochberg 校正"
      : "area under the Kaplan–Meier curve; differences by Benjamini–Hochberg",
    notes: [
      zh
        ? "等级取观察结束（或离开）时的等级；入网年份在观察期内才有前几个月的记录。"
        : "The tier is the one held at the end of observation, or on leaving.",
    ],
  });
}
