import type {ReadOptions} from "../intake/types.js";
import type {Dialect} from "./parse.js";
import {lineEnd, parseRecord} from "./parse.js";
import {readLine} from "./repair.js";

const delimiters = [",", ";", "\t", "|", "\u0001", "\u001f", "^", "~", ":", " ", ", ", "; "];
const readable = /^[\p{L}\p{N}\p{P}\p{S} \t\r\n\u3000]*$/u;

interface Candidate extends Dialect {
  readonly score: number;
}

/** Finds delimiter and quote from the head of a file: those that give most records the same number of cells. */
export function detectDialect(head: string, {whole, options}: {whole: boolean; options: ReadOptions}): Dialect {
  const quotes = options.quote !== undefined ? [options.quote] : ['"', "'", ""];
  const tries =
    options.delimiter !== undefined
      ? [unescapeTab(options.delimiter)]
      : delimiters.filter((each) => head.includes(each));
  let best: Candidate = {
    delimiter: unescapeTab(options.delimiter ?? ","),
    quote: quotes[0]!,
    backslash: false,
    score: 0,
  };
  for (const quote of quotes) {
    if (quote !== "" && !head.includes(quote) && quote !== quotes[0]) continue;
    for (const delimiter of tries) {
      const candidate = judge(head, {delimiter, quote, whole});
      if (candidate.score > best.score + 1e-9) best = candidate;
    }
  }
  // one column: a delimiter that does not occur, so that no text is cut
  if (best.score === 0 && options.delimiter === undefined)
    return {...best, delimiter: head.includes(",") ? "\u001f" : ","};
  return {delimiter: best.delimiter, quote: best.quote, backslash: best.backslash};
}

const unescapeTab = (delimiter: string) => (delimiter === "\\t" || delimiter === "tab" ? "\t" : delimiter);

function judge(head: string, {delimiter, quote, whole}: {delimiter: string; quote: string; whole: boolean}): Candidate {
  const backslash = quote !== "" && usesBackslash(head, {delimiter, quote});
  const dialect = {delimiter, quote, backslash};
  const widths = new Map<number, number>();
  let records = 0;
  let quoted = 0;
  let broken = 0;
  let clean = 0;
  let cells = 0;
  for (let at = head.charCodeAt(0) === 0xfeff ? 1 : 0; at < head.length && records < 500; ) {
    const parsed = parseRecord(head, at, {dialect, last: whole});
    if (parsed === "more") break;
    if (parsed === "broken") {
      broken++;
      records++;
      const line = lineEnd(head, at, true)!;
      const cells = readLine(head.slice(at, line.end), {dialect, opening: "closes"});
      if (cells) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      at = line.next;
      continue;
    }
    if (quote !== "" && head.startsWith(quote, at)) quoted++;
    at = parsed.end;
    if (parsed.cells.length === 1 && parsed.cells[0] === "") continue;
    records++;
    for (const cell of parsed.cells) {
      cells++;
      if (cell === cell.trim() && readable.test(cell)) clean++;
    }
    widths.set(parsed.cells.length, (widths.get(parsed.cells.length) ?? 0) + 1);
  }
  // several widths may be right (two tables below one another), so each counts by its own share
  let even = 0;
  let widest = 1;
  for (const [width, count] of widths) {
    const share = count / Math.max(records, 1);
    if (width > 1) even += share ** 2;
    if (width > widest && share >= 0.2) widest = width;
  }
  const best = even * Math.log2(widest);
  const tidy = cells === 0 ? 0 : clean / cells;
  const weight = delimiter === ":" ? 0.3 : delimiter === " " ? 0.6 : 1;
  // without quoting every quote is a character: only where nothing else makes even records
  const quotePenalty =
    quote === '"'
      ? 1
      : quote === ""
        ? head.includes('"')
          ? 0.4
          : 0.9
        : quoted > 0 || head.includes(delimiter + quote)
          ? 0.97
          : 0.5;
  return {
    ...dialect,
    score: best * weight * quotePenalty * (0.5 + tidy / 2) * (1 - (0.4 * broken) / Math.max(records, 1)),
  };
}

/** `\"` before something that is no delimiter, more often than a bare quote between letters. */
function usesBackslash(head: string, {delimiter, quote}: {delimiter: string; quote: string}): boolean {
  let escaped = 0;
  let bare = 0;
  for (let at = head.indexOf(quote, 1); at >= 0; at = head.indexOf(quote, at + 1)) {
    const next = head[at + 1] ?? "\n";
    if (next === "\n" || next === "\r" || next === quote || head.startsWith(delimiter, at + 1)) continue;
    if (head[at - 1] === "\\") escaped++;
    else if (/[\p{L}\p{N}]/u.test(head[at - 1]!) && /[\p{L}\p{N}]/u.test(next)) bare++;
  }
  return escaped > bare;
}
