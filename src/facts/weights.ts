import {metricOf} from "../metrics/catalogue.js";
import {formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import {metricTotal} from "./metric.js";
import type {ReportView} from "./view.js";

/**
 * Where the answers carry weights: that they are weighted, how many plain answers they are worth, and what the
 * measure is with each answer counted once.
 * @param period a month, or "window"
 */
export function weightNotes(view: ReportView, {metric, period}: {metric: string; period: string}): string[] {
  const total = metricTotal(view, {metric, period});
  if (!total || total.plain === null || total.n_eff === null) return [];
  const plain = formatNumber(total.plain, metricOf(metric).unit, view);
  const n_eff = formatNumber(Math.round(total.n_eff), "count", view);
  const when = period === "window" ? {zh: "整个窗口", en: "over the window"} : {zh: "当月", en: "in the month"};
  return [
    say(view, {
      zh: `按问卷自带的权重计算（有效样本量 ${n_eff}）；每份回答算一份时，${when.zh}为 ${plain}。`,
      en: `Weighted by the answers' own weights (n_eff ${n_eff}); with each answer counted once it is ${plain} ${when.en}.`,
    }),
  ];
}
