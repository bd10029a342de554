import {isBlank} from "./blank.js";

/**
 * The columns that a download of rejected rows puts before the row's own: reason (zh, en), columns and values that were
 * wrong, file and row it came from, and the line as it was, where it could not be cut into cells.
 */
export const reasonColumns = ["_原因", "_reason", "_column", "_value", "_file", "_row", "_line"] as const;

type Cells = readonly (string | null)[];

/** A download of rejected rows that was dropped in again: its own columns, and which rows nobody has corrected. */
export interface ReturnedRows {
  /** The columns without those added. */
  readonly columns: readonly string[];
  own(cells: Cells): Cells;
  /** All that was wrong still stands there, or nothing but the added columns is filled in. */
  isUncorrected(cells: Cells): boolean;
}

/** @param columns unique names as `columnNames` makes them */
export function returnedRows(columns: readonly string[]): ReturnedRows | undefined {
  const bare = columns.map((name) => name.replace(/^(_file|_row) \(2\)$/, "$1"));
  const added = new Set(bare.flatMap((name, index) => (reasonColumns.some((each) => each === name) ? [index] : [])));
  if (!["_原因", "_reason", "_value"].every((name) => bare.includes(name))) return undefined;
  const value = bare.indexOf("_value");
  const own = (cells: Cells) => cells.filter((_, index) => !added.has(index)).map(unguarded);
  return {
    columns: columns.filter((_, index) => !added.has(index)),
    own,
    isUncorrected(cells) {
      const filled = new Set(own(cells).flatMap((cell) => (isBlank(cell) ? [] : [cell!.trim()])));
      if (filled.size === 0) return cells.some((cell) => !isBlank(cell));
      const wrong = unguarded(cells[value] ?? null)?.trim() ?? "";
      if (wrong === "") return false;
      return filled.has(wrong) || wrong.split("; ").every((part) => filled.has(part.trim()));
    },
  };
}

/** The download writes ' before what a spreadsheet would run; here it goes again. */
const unguarded = (cell: string | null): string | null => cell?.replace(/^'(?=\s*[=+\-@|%＝＋－＠\t\r\n])/, "") ?? null;
