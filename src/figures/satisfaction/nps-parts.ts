import {type CountedMetric, isCounted, metricRows, metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {weightNotes} from "../../facts/weights.js";
import {metricOf} from "../../metrics/catalogue.js";
import {dimensionName, inOrder, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing, Series} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** Promoters, passives and detractors as parts of 100 %: the same NPS can hide very different tails. */
export function npsBar(view: ReportView): FigureOrMissing {
  const id = "nps-parts";
  const total = metricTotal(view, {metric: "nps", period: "window"});
  if (!total || !isCounted(total))
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "推荐者、被动者与贬损者的构成", en: "promoters, passives and detractors"},
    });
  const members = ["tier", "region"].flatMap((dimension) =>
    inOrder(view, {dimension, members: metricRows(view, {metric: "nps", period: "window", dimension})}),
  );
  const rows = [total, ...members.filter(isCounted)];
  const zh = view.language === "zh";
  const label = (row: CountedMetric) =>
    row.dimension === "all"
      ? memberName(view, row)
      : `${dimensionName(view, row.dimension)} · ${memberName(view, row)}`;
  const parts = [
    {id: "detractors", name: zh ? "贬损者 0–6" : "Detractors 0–6", of: detractors},
    {
      id: "passives",
      name: zh ? "被动者 7–8" : "Passives 7–8",
      of: passives,
    },
    {id: "promoters", name: zh ? "推荐者 9–10" : "Promoters 9–10", of: promoters},
  ];
  const series: Series[] = parts.map((part) => ({
    id: part.id,
    name: part.name,
    ...(part.id === "passives" ? {role: "context" as const} : {}),
    points: rows.map((row) => ({value: part.of(row), n: row.n, flag: row.flag})),
  }));
  const share = formatNumber(parts[0]!.of(total), "share", view);
  const nps = formatNumber(total.value, "nps", view);
  return {
    id,
    title: zh ? `净推荐值 ${nps} 背后，${share} 的回答者是贬损者` : `Behind an NPS of ${nps}, ${share} are detractors`,
    subtitle: zh
      ? `推荐意愿 0–10 的构成；${periodName(view)}`
      : `Make-up of the answers 0–10 to “would you recommend us”; ${periodName(view)}`,
    form: "stacked",
    unit: "share",
    categories: rows.map(label),
    category_kind: "text",
    category_title: zh ? "分组" : "Group",
    series,
    table: {
      columns: [
        {id: "label", label: zh ? "分组" : "Group", unit: "text"},
        ...parts.map((part) => ({id: part.id, label: part.name, unit: "share" as const})),
        {id: "nps", label: "NPS", unit: "nps"},
        {id: "lo", label: zh ? "区间下限" : "Lower limit", unit: "nps"},
        {id: "hi", label: zh ? "区间上限" : "Upper limit", unit: "nps"},
        {id: "n", label: zh ? "样本量" : "n", unit: "count"},
        {id: "flag", label: zh ? "标记" : "Flag", unit: "text"},
      ],
      rows: rows.map((row) => [
        label(row),
        ...parts.map((part) => part.of(row)),
        row.value,
        row.lo,
        row.hi,
        row.n,
        row.flag,
      ]),
    },
    n: total.n,
    method: methodName(view, metricOf("nps")),
    metrics: ["nps"],
    marts: ["metric_by_segment"],
    notes: weightNotes(view, {metric: "nps", period: "window"}),
    alt: zh ? `净推荐值 ${nps}，贬损者 ${share}。` : `NPS ${nps}, detractors ${share}.`,
  };
}

/** Shares of the answers at either end, with the weights of the answers where these carry any. */
const detractors = ({negative, negative_share, n}: CountedMetric): number => negative_share ?? negative / n;
const promoters = (row: CountedMetric): number =>
  row.negative_share === null ? row.positive / row.n : row.value / 100 + row.negative_share;
const passives = (row: CountedMetric): number =>
  row.negative_share === null ? (row.n - row.positive - row.negative) / row.n : 1 - promoters(row) - detractors(row);
