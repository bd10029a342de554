import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {findings} from "./findings.js";

/** Overdue visits first, then who is worth what, who moved, whom to cultivate, and whether the rule was kept. */
export const valueSentences = (view: ReportView, drawn: DrawnFigures): string[] =>
  findings(view, drawn, [
    "visits-overdue",
    "service-standards",
    "tier-resources",
    "value-pareto",
    "tier-moves",
    "tier-moves-year",
    "tier-since-edition",
    "tier-candidates",
    "value-spread",
    "tag-portraits",
    "tier-check",
    "tier-damping",
  ]);
