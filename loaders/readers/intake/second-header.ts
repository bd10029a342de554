import {isBlank} from "./blank.js";
import {columnKinds, holdsData, looksLikeData} from "./looks.js";

type Cells = readonly (string | null)[];

/**
 * How many of the first lines below the header are more of it: question texts, units, the import ids of a survey tool.
 * @example extraHeaders([["number", "yuan"], ["1", "2.5"], ["2", "3"], ["3", "4"]]) // => 1
 */
export function extraHeaders(records: readonly Cells[]): number {
  const ids = records.findIndex((cells, index) => index < 4 && isImportIds(cells));
  const after = records.slice(ids + 1, ids + 51);
  if (ids > 0) return records.slice(0, ids).every((cells) => isSecondHeader(cells, after)) ? ids + 1 : 0;
  if (ids === 0) return 1;
  return records[0] && isSecondHeader(records[0], records.slice(1, 51)) ? 1 : 0;
}

/** Qualtrics writes {"ImportId":"QID1"} under each question. */
function isImportIds(cells: Cells): boolean {
  const filled = cells.filter((cell): cell is string => !isBlank(cell));
  const ids = filled.filter((cell) => /^\s*\{\s*"ImportId"\s*:/.test(cell)).length;
  return ids >= 1 && ids * 2 >= filled.length;
}

/** Words where all later records have numbers and dates, and no value of a record anywhere. */
function isSecondHeader(cells: Cells, later: readonly Cells[]): boolean {
  if (later.length < 3) return false;
  const typed = columnKinds(later, cells.length).flatMap((kind, column) =>
    kind !== undefined && kind !== "code" && isAlways(later, column) ? [column] : [],
  );
  const words = typed.filter((column) => !isBlank(cells[column]));
  return typed.length >= 2 && words.length >= 2 && !holdsData(cells);
}

const isAlways = (records: readonly Cells[], column: number): boolean =>
  records.every((cells) => isBlank(cells[column]) || looksLikeData(cells[column]!.trim()));
