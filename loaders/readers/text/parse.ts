/** How cells and records are told apart. */
export interface Dialect {
  readonly delimiter: string;
  /** "" = no quoting */
  readonly quote: string;
  /** A backslash before a quote makes it a character. */
  readonly backslash: boolean;
}

export interface ParsedRecord {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly end: number;
  /** Line breaks inside cells. */
  readonly breaks: number;
  /** Cells without quotes around them that hold an odd number of quotes: one is an inch, two are a torn cell. */
  readonly loose: number;
}

/** `more`: the text ends inside the record · `broken`: quotes do not match. */
export type Parsed = ParsedRecord | "more" | "broken";

const LF = 10;
const CR = 13;

/**
 * Reads one record at `start` by the strict rule: a cell is either free of quotes at its start, or quoted from end to
 * end with inner quotes doubled. LF, CRLF and CR each end a record.
 * @param last whether the text ends where the file ends
 */
export function parseRecord(text: string, start: number, {dialect, last}: {dialect: Dialect; last: boolean}): Parsed {
  const {delimiter, quote, backslash} = dialect;
  const cells: string[] = [];
  const [delimiterCode, quoteCode] = [delimiter.charCodeAt(0), quote === "" ? -1 : quote.charCodeAt(0)];
  const wide = delimiter.length;
  let breaks = 0;
  let loose = 0;
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === quoteCode) {
      const closed = closeQuote(text, at + 1, {dialect, last});
      if (typeof closed === "string") return closed;
      breaks += closed.breaks;
      cells.push(closed.cell);
      at = closed.end;
    } else {
      let end = at;
      let quotes = 0;
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (code === quoteCode) quotes++;
        else if (code === LF || code === CR) break;
        else if (code === delimiterCode && (wide === 1 || text.startsWith(delimiter, end))) break;
      }
      if (end === text.length && !last) return "more";
      if (quotes % 2 === 1) loose++;
      const cell = text.slice(at, end);
      cells.push(backslash && cell.includes("\\") ? cell.replaceAll(`\\${quote}`, quote) : cell);
      at = end;
    }
    const code = text.charCodeAt(at);
    if (at >= text.length) return last ? {cells, end: at, breaks, loose} : "more";
    if (code === LF) return {cells, end: at + 1, breaks, loose};
    if (code === CR) {
      if (at + 1 >= text.length && !last) return "more";
      return {cells, end: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1, breaks, loose};
    }
    at += wide;
    if (at >= text.length && !last) return "more";
  }
}

function closeQuote(
  text: string,
  from: number,
  {dialect, last}: {dialect: Dialect; last: boolean},
): {cell: string; end: number; breaks: number} | "more" | "broken" {
  const {delimiter, quote, backslash} = dialect;
  let inner = from;
  for (;;) {
    const at = text.indexOf(quote, inner);
    if (at < 0) return last ? "broken" : "more";
    const next = at + 1;
    if (next + delimiter.length > text.length && !last) return "more";
    if (backslash && escapes(text, at, from)) {
      inner = next;
      continue;
    }
    if (text.startsWith(quote, next)) {
      inner = next + 1;
      continue;
    }
    const code = text.charCodeAt(next);
    if (next < text.length && code !== LF && code !== CR && !text.startsWith(delimiter, next)) return "broken";
    let cell = text.slice(from, at);
    if (cell.includes(quote)) {
      if (backslash) cell = cell.replaceAll(`\\${quote}`, quote);
      cell = cell.replaceAll(quote + quote, quote);
    }
    return {cell, end: next, breaks: countBreaks(cell)};
  }
}

/** An odd number of backslashes stands before the quote. */
function escapes(text: string, at: number, from: number): boolean {
  let count = 0;
  while (at - 1 - count >= from && text[at - 1 - count] === "\\") count++;
  return count % 2 === 1;
}

function countBreaks(cell: string): number {
  let count = 0;
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index);
    if (code === LF || (code === CR && cell.charCodeAt(index + 1) !== LF)) count++;
  }
  return count;
}

/** Where the physical line at `start` ends, and where the next begins; undefined = not in this text. */
export function lineEnd(text: string, start: number, last: boolean): {end: number; next: number} | undefined {
  const lf = text.indexOf("\n", start);
  const stop = lf < 0 ? text.length : lf;
  const cr = text.slice(start, stop).indexOf("\r");
  if (cr >= 0) {
    const at = start + cr;
    if (at + 1 >= text.length && !last) return undefined;
    return {end: at, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1};
  }
  if (lf >= 0) return {end: lf, next: lf + 1};
  return last ? {end: text.length, next: text.length} : undefined;
}
