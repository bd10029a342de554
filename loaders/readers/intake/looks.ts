import {isBlank} from "./blank.js";

const number = /^[-+(]?[¥￥$€£]?\s?\d[\d,.\s]*\)?%?(e[-+]?\d+)?$/i;
const date =
  /^(\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?月?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})([ T]+\D{0,3}\d{1,2}:\d{2}.*)?$/;
const other = /^(\d{1,2}:\d{2}(:\d{2})?|https?:\/\/\S+|\S+@\S+\.\S+|true|false|null|n\/a|-|\?)$/i;
/** A number of a record: letters, then at least three digits. */
const code = /^[\p{L}_-]{0,6}\d{3,}[\w-]*$/u;

type Cells = readonly (string | null)[];

/** A number, a date, a time, an address: what stands in records and not in headers. */
export const looksLikeData = (cell: string): boolean => number.test(cell) || date.test(cell) || other.test(cell);

export type Kind = "number" | "date" | "code" | "other";

/** The kind of a value by its looks; words have none. */
const kindOf = (cell: string): Kind | undefined =>
  number.test(cell)
    ? "number"
    : date.test(cell)
      ? "date"
      : code.test(cell)
        ? "code"
        : other.test(cell)
          ? "other"
          : undefined;

/** For each column, what kind of value stands in it almost without exception (a blank is none). */
export function columnKinds(records: readonly Cells[], width: number): (Kind | undefined)[] {
  return Array.from({length: width}, (_, column) => {
    const values = records.map((cells) => cells[column]).filter((cell): cell is string => !isBlank(cell));
    const kinds = values.map((cell) => kindOf(cell.trim()));
    const most = kinds.find((kind) => kinds.filter((each) => each === kind).length >= 0.8 * kinds.length);
    return most;
  });
}

/** A line that fills half of the columns, and most of those of one kind with values of that kind. */
export function resembles(cells: Cells, kinds: readonly (Kind | undefined)[]): boolean {
  const typed = kinds.filter((kind) => kind !== undefined).length;
  const filled = cells.filter((cell) => !isBlank(cell)).length;
  // without numbers and dates only a line as full as a record can be one
  if (typed === 0) return cells.length >= 3 && filled === kinds.length;
  const same = kinds.filter((kind, column) => {
    const cell = cells[column];
    return kind !== undefined && !isBlank(cell) && kindOf(cell!.trim()) === kind;
  }).length;
  return same * 2 > typed && filled * 2 >= kinds.length;
}

/** Values of a record stand in the line, so that it is no header. */
export const holdsData = (cells: Cells): boolean =>
  cells.some((cell) => !isBlank(cell) && kindOf(cell!.trim()) !== undefined);
