import {crossCheckTables} from "./cross-checks.js";
import {importTables} from "./imports.js";
import {monthTables} from "./months.js";
import {reconciliationTables} from "./reconciliation.js";
import {surveyAuditTables} from "./survey-audit.js";
import {surveyResponseTables} from "./survey-response.js";

/** What is known of the records themselves: what was read, do they agree with the ledger and with each other? */
export const qualityTables = {
  ...monthTables,
  ...importTables,
  ...reconciliationTables,
  ...crossCheckTables,
  ...surveyResponseTables,
  ...surveyAuditTables,
};
