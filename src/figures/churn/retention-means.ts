import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, groupName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";
import {sinceJoining} from "./retention.js";
import {horizonNotes, impossibleMonths, ruleNotes} from "./retention-length.js";

type Mean = Row<"retention_means">;

const needs = ["contracts"];

/** Months kept of the first so many, by kind of customer: one number that needs no proportional hazards. */
export function retentionMeans(view: ReportView): FigureOrMissing {
  const id = "retention-means";
  const rows = whereKnown(view.rows("retention_means"), "value", "lo", "hi").filter(
    (row) => sinceJoining(row) && row.months > impossibleMonths(view),
  );
  const total = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!total) return missingLosses(view, {id, needs, shows: {zh: "平均留存月数", en: "mean months kept"}});
  // Only what looks equally far may be laid side by side.
  const alike = rows.filter(({months}) => months === total.months);
  const size = (dimension: string) => alike.filter((row) => row.dimension === dimension).length;
  const others = alike.filter(({dimension, flag}) => size(dimension) > 1 && flag !== "suppressed");
  if (others.length === 0)
    return missingLosses(view, {
      id,
      needs: ["customers"],
      shows: {zh: "各类客户的平均留存月数", en: "mean months kept by kind of customer"},
    });
  const label = (row: Mean) =>
    `${dimensionName(view, row.dimension)} · ${memberName(view, {dimension: row.dimension, member: row.member})}`;
  const [worst] = whereKnown(others, "difference", "difference_hi")
    .filter(({difference_hi}) => difference_hi < 0)
    .sort((a, b) => a.difference - b.difference);
  const months = (value: number) => formatNumber(value, "score", view);
  const figure = estimateFigure(view, {
    id,
    title: titleOf(view, {worst, months: total.months}),
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
    notes: [
      ...horizonNotes(view, total),
      ...ruleNotes(view, impossibleMonths(view)),
      ...(view.churnRule !== "contract"
        ? []
        : [
            zh
              ? "合同类型取观察开始时（或入网时）的；等级另见按等级的留存。"
              : "Contract as held when the records begin, or on joining; for tiers see retention by tier.",
          ]),
    ],
  });
  return withLengths(view, {figure, rows: others});
}

function titleOf(
  view: ReportView,
  {worst, months}: {worst: {dimension: string; member: string; difference: number} | undefined; months: number},
): string {
  if (!worst)
    return say(view, {zh: "各类客户平均留存看不出差别", en: "No clear gap in mean months kept between groups"});
  const name = groupName(view, {dimension: worst.dimension, member: worst.member});
  const fewer = formatNumber(-worst.difference, "score", view);
  return say(view, {
    zh: `${name}前 ${months} 个月平均比其余客户少留 ${fewer} 个月`,
    en: `${name}: kept ${fewer} months less of the first ${months} than the rest`,
  });
}

/** The same with what else is known of each row's curve. */
function withLengths(view: ReportView, {figure, rows}: {figure: Figure; rows: readonly Mean[]}): Figure {
  const zh = view.language === "zh";
  return {
    ...figure,
    table: {
      columns: [
        ...figure.table.columns,
        column("lost", zh ? "其间离开" : "Gone by then", "count"),
        column("difference", zh ? "比其余客户多留" : "More than the rest", "ratio"),
        ...limitColumns(view, "ratio", "difference"),
        column("median", zh ? "半数离开的月数" : "Months until half are gone", "score"),
        ...limitColumns(view, "score", "median"),
      ],
      rows: figure.table.rows.map((cells, index) => [
        ...cells,
        ...numbersOf(rows[index]!, [
          ...(["lost", "difference", "difference_lo", "difference_hi"] as const),
          ...(["median", "median_lo", "median_hi"] as const),
        ]),
      ]),
    },
  };
}
