import {type Dialect, parseRecord} from "../readers/text/parse.js";

/** A record of a small CSV file that a person wrote: its cells by column, and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  /** The cell of a column, without blanks around it; undefined where it is empty. */
  cell(column: string): string | undefined;
}

const dialect: Dialect = {delimiter: ",", quote: '"', backslash: false};

/** Columns and records of a CSV text; blank records are left out. What follows a quote that never closes is one cell. */
export function csvRows(text: string): {columns: readonly string[]; rows: readonly CsvRow[]} {
  const records: {cells: readonly string[]; line: number}[] = [];
  for (let at = 0, line = 1; at < text.length; ) {
    const read = parseRecord(text, at, {dialect, last: true});
    const {cells, end, breaks} =
      typeof read === "string" ? {cells: [text.slice(at)], end: text.length, breaks: 0} : read;
    if (cells.some((cell) => cell.trim() !== "")) records.push({cells, line});
    line += breaks + 1;
    at = end;
  }
  const [head, ...body] = records;
  const columns = (head?.cells ?? []).map((name) => name.trim());
  const rows = body.map(({cells, line}) => ({
    line,
    cell: (column: string) => cells[columns.indexOf(column)]?.trim() || undefined,
  }));
  return {columns, rows};
}
