import {crossCheckSamples, crossChecks} from "./cross-checks.js";
import {duplicateCustomers} from "./duplicate-customers.js";
import type {FigureEntry} from "./figure-entry.js";
import {freshness} from "./freshness.js";
import {importFiles} from "./import-files.js";
import {reconciliation} from "./reconciliation.js";
import {reconciliationSuspects} from "./reconciliation-suspects.js";
import {rejectsByReason, rejectsListed} from "./reject-tables.js";
import {sourceGaps} from "./source-gaps.js";
import {surveyAudit} from "./survey-audit.js";
import {surveyResponse} from "./survey-response.js";

export const dataQualityFigures: readonly FigureEntry[] = [
  {id: "reconciliation", draw: reconciliation},
  {id: "reconciliation-suspects", draw: reconciliationSuspects},
  {id: "cross-checks", draw: crossChecks},
  {id: "cross-check-samples", draw: crossCheckSamples},
  {id: "duplicate-customers", draw: duplicateCustomers},
  {id: "survey-audit", draw: surveyAudit},
  {id: "survey-response", draw: surveyResponse},
  {id: "source-gaps", draw: sourceGaps},
  {id: "freshness", draw: freshness},
  {id: "import-files", draw: importFiles},
  {id: "rejects-by-reason", draw: rejectsByReason},
  {id: "rejects-listed", draw: rejectsListed},
];
