import {inside} from "../words/capital.js";
import type {Report} from "../words/report.js";
import {type MetricId, metricOf} from "./catalogue.js";

/** A metric as a sentence calls it: without the bracketed part of its name, which the definition keeps. */
export function spokenName({language}: Pick<Report, "language">, metric: MetricId | string): string {
  const {name} = metricOf(metric)[language];
  // Without its bracket, effort would read as its opposite.
  return metric === "ces" ? name : name.replace(/ *[(（][^)）]*[)）]$/, "");
}

/** The same after a colon or a comma: "dissatisfied", but "SLA met". */
export function spokenInside(view: Pick<Report, "language">, metric: MetricId | string): string {
  return inside(spokenName(view, metric));
}
