import type {ReportView} from "../../facts/view.js";
import {metricOf} from "../../metrics/catalogue.js";
import {formatNumber} from "../../words/format.js";

/** The target of a metric as a reference line, where rules/targets.yaml sets one. */
export function targetLine(view: ReportView, metric: string): {reference?: {value: number; label: string}} {
  const target = view.targets.find((each) => each.metric === metric);
  if (!target) return {};
  const value = formatNumber(target.target, metricOf(metric).unit, view);
  return {reference: {value: target.target, label: view.language === "zh" ? `目标 ${value}` : `Target ${value}`}};
}
