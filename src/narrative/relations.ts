import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {findings} from "./findings.js";

/** What we owed customers and did not do, what care cost, and what the files are worth. */
export const relationsSentences = (view: ReportView, drawn: DrawnFigures): string[] =>
  findings(view, drawn, [
    "commitments",
    "file-review",
    "person-or-page",
    "paid-extras",
    "care-cost",
    "care-renewals",
    "customer-events",
    "event-effects",
    "prospect-flows",
    "prospect-answers",
    "missed-commitments",
    "visits-planned",
    "file-fields",
    "files-to-review",
    "event-guests",
    "prospects-open",
  ]);
