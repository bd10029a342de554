import {count, number, rowOf, text} from "../shape/columns.js";
import type {Mart} from "../shape/mart.js";
import {crossCheckMarts} from "./cross-checks.js";
import {reconciliationMarts} from "./reconciliation.js";
import {surveyAuditMarts} from "./survey-audit.js";

/** What is known of the records themselves: what was read, do they agree with the ledger and with each other? */
export const qualityMarts: readonly Mart[] = [
  {
    name: "import_files",
    grain: ["source", "entity", "file", "sheet"],
    row: rowOf({
      source: text,
      entity: text,
      file: text,
      sheet: text,
      format: text,
      encoding: text,
      bytes: count,
      sha256: text,
      rows_in: count,
      rows_kept: count,
      rows_rejected: count,
      rows_set_aside: count,
      records: count,
      notes_zh: text,
      notes_en: text,
    }),
  },
  {
    name: "rejects_by_reason",
    grain: ["source", "entity", "severity", "column", "reason"],
    row: rowOf({source: text, entity: text, severity: text, column: text, reason: text, cells: count}),
  },
  {
    name: "rejects_listed",
    grain: ["source", "entity", "file", "row", "column", "reason", "value"],
    row: rowOf({
      source: text,
      entity: text,
      file: text,
      row: count,
      column: text,
      value: text.nullable(),
      reason: text,
      severity: text,
    }),
  },
  {
    name: "source_freshness",
    grain: ["entity"],
    row: rowOf({
      entity: text,
      first_date: text,
      last_date: text,
      rows_in_month: count,
      rows_in_previous_month: count,
      rows_usual: number,
    }),
  },
  ...reconciliationMarts,
  ...crossCheckMarts,
  ...surveyAuditMarts,
];
