import type {ReportView} from "../../facts/view.js";
import {metrics} from "../../metrics/catalogue.js";
import type {Metric} from "../../metrics/metric.js";
import type {Figure} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {workedMetrics} from "../worked.js";

/** Every number of the report and what it means, from the catalogue. */
export function glossary(view: ReportView): Figure {
  const {language} = view;
  const zh = language === "zh";
  const sums = workedMetrics(view);
  return {
    id: "glossary",
    title: zh
      ? `本报告的 ${metrics.length} 个指标及其口径`
      : `The ${metrics.length} measures of this report and what they mean`,
    subtitle: zh
      ? "名称、公式、分母、本期算例、区间"
      : "Name, formula, base, a worked example with this report's numbers, interval",
    form: "table",
    unit: "count",
    categories: [],
    category_kind: "text",
    series: [],
    table: {
      columns: [
        {id: "name", label: zh ? "指标" : "Measure", unit: "text"},
        {id: "other_name", label: zh ? "英文" : "Chinese", unit: "text"},
        {id: "formula", label: zh ? "公式" : "Formula", unit: "text"},
        {id: "base", label: zh ? "分母与排除" : "Base and exclusions", unit: "text"},
        {id: "worked", label: zh ? "算例" : "Worked example", unit: "text"},
        {id: "method", label: zh ? "区间" : "Interval", unit: "text"},
        {id: "id", label: zh ? "代码" : "Code", unit: "text"},
      ],
      rows: metrics.map((metric) => {
        const words: {name: string; formula: string; base: string; note?: string} = metric[language];
        const base = (metric as Metric).under?.[view.churnRule]?.[language] ?? words.base;
        return [
          words.name,
          metric[zh ? "en" : "zh"].name,
          words.formula,
          `${base}${words.note ? `${zh ? "。" : ". "}${words.note}` : ""}`,
          sums.get(metric.id) ?? "",
          methodName(view, metric),
          metric.id,
        ];
      }),
    },
    n: metrics.length,
    method: zh ? "由指标目录生成" : "generated from the catalogue",
    metrics: metrics.map(({id}) => id),
    marts: [],
    notes: [],
    alt: zh ? "指标口径表。" : "Table of definitions.",
  };
}
