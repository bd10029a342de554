import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, groupName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";
import {meanFinding, sinceJoining} from "./retention.js";

type Mean = Row<"retention_means">;

const needs = ["contracts"];

/** Months kept of the first 24 (12, 6), by kind of customer: one number that needs no proportional hazards. */
export function retentionMeans(view: ReportView): FigureOrMissing {
  const id = "retention-means";
  const rows = view.rows("retention_means").filter(sinceJoining);
  const total = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!total) return missingFigure(view, {id, needs, shows: {zh: "平均留存月数", en: "mean months kept"}});
  const size = (dimension: string) => rows.filter((row) => row.dimension === dimension).length;
  const others = rows.filter(({dimension, flag}) => size(dimension) > 1 && flag !== "suppressed");
  const label = (row: Mean) =>
    `${dimensionName(view, row.dimension)} · ${memberName(view, {dimension: row.dimension, member: row.member})}`;
  const nameOf = (row: Mean) => groupName(view, {dimension: row.dimension, member: row.member});
  const sure = whereKnown(others, "difference", "p_adjusted")
    .filter((row) => row.p_adjusted <= 0.05 && row.difference < 0)
    .sort((a, b) => a.difference - b.difference);
  const worst = sure[0];
  const months = (value: number) => formatNumber(value, "score", view);
  const figure = estimateFigure(view, {
    id,
    title: worst
      ? zh
        ? `${meanFinding(view, total)}；${nameOf(worst)}比其余客户少 ${months(-worst.difference)} 个月`
        : `${meanFinding(view, total)}; ${months(-worst.difference)} fewer than the rest: ${nameOf(worst).replace(/^(Customers|Tier) /, (word) => word.toLowerCase())}`
      : zh
        ? `${meanFinding(view, total)}，各类客户没有可断定的差异`
        : `${meanFinding(view, total)}; no sure difference between groups`,
    subtitle: zh
      ? `前几个月里平均留存多久（限制平均，前 ${total.months} 个月），与其余客户相比`
      : `Restricted mean of the first ${total.months} months, against everybody else`,
    form: "dots",
    unit: "score",
    labels: zh ? "分组" : "Group",
    name: zh ? "平均留存月数" : "Mean months kept",
    metric: "retention",
    marts: ["retention_means"],
    n: total.customers,
    rows: others.map((row) => ({
      label: label(row),
      value: row.value,
      lo: row.lo,
      hi: row.hi,
      n: row.customers,
      flag: row.flag,
    })),
    reference: {value: total.value, label: zh ? `全部 ${months(total.value)}` : `All ${months(total.value)}`},
    method: zh
      ? "Kaplan–Meier 曲线下面积；与其余之差作 Benjamini–Hochberg 校正"
      : "area under the Kaplan–Meier curve; differences by Benjamini–Hochberg",
    notes:
      view.churnRule !== "contract"
        ? []
        : [
            zh
              ? "合同类型取观察开始时（或入网时）的；等级另见按等级的留存。"
              : "Contract as held when the records begin, or on joining; for tiers see retention by tier.",
          ],
  });
  return {
    ...figure,
    table: {
      columns: [...figure.table.columns, column("lost", zh ? "其间离开" : "Gone by then", "count")],
      rows: figure.table.rows.map((cells, index) => [...cells, others[index]!.lost]),
    },
  };
}
