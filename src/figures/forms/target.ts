import type {ReportView} from "../../facts/view.js";
import {metricOf} from "../../metrics/catalogue.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import {targetOf} from "../../words/target.js";
import type {Reference} from "../figure.js";

/** The target of a metric as a line across its months, in steps where rules/targets.yaml dates it; named as it stands now. */
export function targetLine(
  view: ReportView,
  {metric, months}: {metric: string; months: readonly string[]},
): {reference?: Reference} {
  const values = months.map((month) => targetOf(view, {metric, month})?.target ?? null);
  const value = values.at(-1);
  if (value == null) return {};
  const text = formatNumber(value, metricOf(metric).unit, view);
  const label = say(view, {zh: `目标 ${text}`, en: `Target ${text}`});
  return {reference: {value, label, ...(values.some((each) => each !== value) ? {values} : {})}};
}
