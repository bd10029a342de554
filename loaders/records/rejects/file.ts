import {rejectReason} from "../../../src/words/reject-reasons.js";
import {reasonColumns} from "../../readers/intake/returned-rows.js";
import type {RejectedRow, RejectTable} from "./tables.js";

/** A text that a spreadsheet would run; plain numbers and dates are none. */
const formula = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/;
const plain = /^\s*[+-]?[\d.,:/ %-]+$/;

/**
 * The rejected rows of one export as CSV: the reason first, then the row under its own headers. Corrected, with or
 * without the added columns, it goes back into the exports folder: the reader knows the file by its name or its columns,
 * and leaves out the rows that are still as they were.
 *
 * @example rejectsFile({source: "crm", entity: "customers", headers: ["编号"], rows: []}).name // "rejects-crm-customers.csv"
 */
export function rejectsFile({source, entity, headers, rows}: RejectTable): {name: string; text: string} {
  const hasLines = rows.some(({line}) => line !== "");
  const head = [...reasonColumns.filter((name) => hasLines || name !== "_line"), ...headers];
  const padded = (cells: readonly string[]) => headers.map((_, index) => cells[index] ?? "");
  const lines = rows.map((row) => [...reasonCells(row), ...(hasLines ? [row.line] : []), ...padded(row.cells)]);
  const text = [head, ...lines].map((cells) => cells.map(field).join(",")).join("\r\n");
  return {name: `rejects-${source}-${entity}.csv`, text: `\ufeff${text}\r\n`};
}

const reasonCells = ({reasons, columns, values, file, row}: RejectedRow): string[] => [
  reasons.map((code) => rejectReason(code, {language: "zh"})).join("；"),
  reasons.map((code) => rejectReason(code, {language: "en"})).join("; "),
  columns.filter(Boolean).join("; "),
  values.filter(Boolean).join("; "),
  file,
  String(row),
];

/** Neither a spreadsheet nor a terminal shows these; lines and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function field(text: string): string {
  const value = text.replace(controls, "");
  const inert = formula.test(value) && !plain.test(value) ? `'${value}` : value;
  return /[",\r\n\t;]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}
