import type {Mart} from "../list.js";
import {crossCheckMarts} from "./cross-checks.js";
import {reconciliationMarts} from "./reconciliation.js";
import {surveyAuditMarts} from "./survey-audit.js";

/** What is known of the records themselves: do they agree with the ledger, with each other, and how were they got? */
export const qualityMarts: readonly Mart[] = [...reconciliationMarts, ...crossCheckMarts, ...surveyAuditMarts];
