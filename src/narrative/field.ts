import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {findings} from "./findings.js";

/** Where work on site does not hold, what comes back more than it used to, and how returns were settled. */
export const fieldSentences = (view: ReportView, drawn: DrawnFigures): string[] =>
  findings(view, drawn, [
    "return-rates",
    "first-time-fix",
    "second-visits",
    "appointment-kept-trend",
    "site-promises",
    "return-outcomes",
    "return-reasons",
    "open-returns",
    "returned-orders",
    "site-cost",
    "site-by-technician",
  ]);
