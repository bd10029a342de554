import {z} from "zod";
import {personalKindIds} from "../../words/personal-kinds.js";
import {count, text} from "../shape/columns.js";
import {table} from "../shape/table.js";

/** row: left out · cell: emptied · aside: no record, such as a line of totals. */
const severity = z.enum(["row", "cell", "aside"]);

/** What was read, what was not taken, and what nothing reads. */
export const importTables = {
  import_files: table({
    grain: ["source", "entity", "file", "sheet"],
    row: {
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
    },
  }),
  masked_by_kind: table({
    grain: ["kind", "source", "entity", "column"],
    row: {kind: z.enum(personalKindIds), source: text, entity: text, column: text, pieces: count},
  }),
  rejects_by_reason: table({
    grain: ["source", "entity", "severity", "column", "reason"],
    row: {source: text, entity: text, severity, column: text, reason: text, cells: count},
  }),
  rejects_listed: table({
    grain: ["source", "entity", "file", "row", "column", "reason", "value"],
    row: {
      source: text,
      entity: text,
      file: text,
      row: count,
      column: text,
      value: text.nullable(),
      reason: text,
      severity,
    },
  }),
  unread_files: table({grain: ["kind", "file"], row: {kind: z.enum(["export", "reference"]), file: text}}),
};
