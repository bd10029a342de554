import type {Dialect} from "./parse.js";

/**
 * Cells of one line whose quotes do not match, if they can be read as the expected number of cells: either
 * inner quotes are characters (`"10" boots"`), or else an opening one is (`"10,boots`).
 */
export function repairLine(
  line: string,
  {dialect, expected}: {dialect: Dialect; expected: number | undefined},
): string[] | undefined {
  if (expected === undefined || line.length > 1 << 20) return undefined;
  const inner = readLine(line, {dialect, opening: "closes"});
  if (inner?.length === expected) return inner;
  const opening = readLine(line, {dialect, opening: "literal"});
  return opening?.length === expected ? opening : undefined;
}

/**
 * closes: a quoted cell ends at the first quote before a delimiter, quotes inside are characters.
 * literal: a quoted cell holding a lone quote was never quoted, its opening quote is a character.
 */
export function readLine(
  line: string,
  {dialect, opening}: {dialect: Dialect; opening: "closes" | "literal"},
): string[] | undefined {
  const {delimiter, quote} = dialect;
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const end = line.startsWith(quote, at)
      ? closing(line, {from: at + quote.length, dialect, strict: opening === "literal"})
      : -1;
    if (end >= 0) {
      cells.push(line.slice(at + quote.length, end).replaceAll(quote + quote, quote));
      at = end + quote.length;
    } else {
      if (opening === "closes" && line.startsWith(quote, at)) return undefined;
      const next = line.indexOf(delimiter, at);
      const stop = next < 0 ? line.length : next;
      cells.push(line.slice(at, stop));
      at = stop;
    }
    if (at >= line.length) return cells;
    at += delimiter.length;
  }
}

/** Where the cell's closing quote is; −1 = none, or (strict) a lone quote comes before it. */
function closing(line: string, {from, dialect, strict}: {from: number; dialect: Dialect; strict: boolean}): number {
  const {delimiter, quote} = dialect;
  let at = line.indexOf(quote, from);
  while (at >= 0) {
    const next = at + quote.length;
    const ends = next === line.length || line.startsWith(delimiter, next);
    if (ends) return at;
    const doubled = line.startsWith(quote, next);
    if (!doubled && strict) return -1;
    at = line.indexOf(quote, doubled ? next + quote.length : next);
  }
  return -1;
}
