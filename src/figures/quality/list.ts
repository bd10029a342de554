import type {FigureEntry} from "../entry.js";
import {crossCheckSamples, crossChecks} from "./cross-checks.js";
import {duplicateCustomers} from "./duplicates.js";
import {importFiles} from "./files.js";
import {maskedByKind} from "./masked.js";
import {reconciliation} from "./reconciliation.js";
import {rejectsByReason, rejectsListed} from "./rejects.js";
import {sourceMonths} from "./source-months.js";
import {surveyAudit} from "./survey-audit.js";
import {surveyResponse} from "./survey-response.js";
import {reconciliationSuspects} from "./suspects.js";
import {unreadFiles} from "./unread-files.js";

export const dataQualityFigures: readonly FigureEntry[] = [
  {id: "reconciliation", draw: reconciliation},
  {id: "reconciliation-suspects", draw: reconciliationSuspects},
  {id: "cross-checks", draw: crossChecks},
  {id: "cross-check-samples", draw: crossCheckSamples},
  {id: "duplicate-customers", draw: duplicateCustomers},
  {id: "survey-audit", draw: surveyAudit},
  {id: "survey-response", draw: surveyResponse},
  {id: "source-months", draw: sourceMonths},
  {id: "unread-files", draw: unreadFiles},
  {id: "import-files", draw: importFiles},
  {id: "masked-by-kind", draw: maskedByKind},
  {id: "rejects-by-reason", draw: rejectsByReason},
  {id: "rejects-listed", draw: rejectsListed},
];
