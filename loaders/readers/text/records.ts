import {closeSync, openSync, readSync} from "node:fs";
import {StringDecoder} from "node:string_decoder";
import {chunkFor} from "../bytes/chunk.js";
import {isBlank} from "../intake/blank.js";
import {limits} from "../intake/limits.js";
import type {Reason} from "../intake/reasons.js";
import {type Dialect, lineEnd, type Parsed, type ParsedRecord, parseRecord} from "./parse.js";
import {repairLine} from "./repair.js";

export interface TextRecord {
  readonly cells: readonly string[];
  /** Why the record cannot be taken, or (stray_quote) what was mended. */
  readonly flaw?: Reason;
  /** The record as it came; only where it has a flaw. */
  readonly line?: string;
  /** Empty cells beyond the last column were left out. */
  readonly isTrimmed?: boolean;
}

/**
 * All records of a UTF-8 text file, in order, each exactly once. With `expected` cells per record, records of another
 * width come with a flaw; quotes that do not match are confined to the physical line where they began.
 */
export function* readRecords(
  path: string,
  {
    dialect,
    expected,
    widest,
    from = 0,
    damaged = false,
  }: {dialect: Dialect; expected?: number; widest?: number; from?: number; damaged?: boolean},
): Generator<TextRecord> {
  const file = openSync(path, "r");
  const decoder = new StringDecoder("utf8");
  const chunk = chunkFor(path, 1 << 20);
  let position = from;
  let text = "";
  let at = 0;
  let last = false;
  let suspect = false;
  const fill = () => {
    const length = readSync(file, chunk, 0, chunk.length, position);
    position += length;
    last = length === 0;
    text = text.slice(at) + (last ? decoder.end() : decoder.write(chunk.subarray(0, length)));
    at = 0;
    suspect ||= text.includes("\u0000") || (damaged && text.includes("\ufffd"));
  };
  const stain = (start: number, end: number): Reason | undefined => {
    if (!suspect) return undefined;
    const raw = text.slice(start, end);
    if (raw.includes("\u0000")) return "nul_character";
    return damaged && raw.includes("\ufffd") ? "undecodable_bytes" : undefined;
  };
  try {
    fill();
    if (from === 0 && text.startsWith("\ufeff")) at = 1;
    for (;;) {
      if (at >= text.length && last) return;
      const parsed = withinColumns(parseRecord(text, at, {dialect, last}), {expected, widest});
      if (parsed === "more" && text.length - at < limits.recordLength) {
        fill();
        continue;
      }
      if (typeof parsed !== "string" && fits(parsed, {text, at, dialect, expected})) {
        const flaw = stain(at, parsed.end);
        yield flaw ? {cells: parsed.cells, flaw, line: text.slice(at, parsed.end).replace(/\r?\n$|\r$/, "")} : parsed;
        at = parsed.end;
        continue;
      }
      const line = lineEnd(text, at, last);
      if (!line) {
        if (text.length - at < limits.recordLength) {
          fill();
          continue;
        }
        const kept = text.slice(at, at + limits.keptLine);
        skipLine();
        yield {cells: [], flaw: "record_too_long", line: kept};
        continue;
      }
      const raw = text.slice(at, line.end);
      if (typeof parsed !== "string" && parsed.cells.length === expected && parsed.loose > 0 && parsed.breaks === 0) {
        // one inch sign is a character; quotes in two cells are a cell torn at a delimiter
        const flaw = parsed.loose === 1 ? "stray_quote" : "broken_quotes";
        yield {cells: parsed.cells, flaw: stain(at, line.end) ?? flaw, line: raw};
        at = line.next;
        continue;
      }
      const torn = typeof parsed === "string" || parsed.breaks > 0 || parsed.loose > 0;
      const mended = torn && dialect.quote !== "" ? repairLine(raw, {dialect, expected}) : undefined;
      if (mended) {
        yield {cells: mended, flaw: stain(at, line.end) ?? "stray_quote", line: raw};
        at = line.next;
        continue;
      }
      if (typeof parsed === "string") {
        yield {cells: [], flaw: "broken_quotes", line: raw};
        at = line.next;
        continue;
      }
      const whole = parsed.breaks === 0 || !startsRecord(text, line.next, {dialect, expected});
      const flaw = whole
        ? parsed.cells.length < (expected ?? 0)
          ? "too_few_cells"
          : "too_many_cells"
        : "broken_quotes";
      const end = whole ? parsed.end : line.next;
      yield {cells: whole ? parsed.cells : [], flaw, line: text.slice(at, end).replace(/\r?\n$|\r$/, "")};
      at = end;
    }
  } finally {
    closeSync(file);
  }

  function skipLine(): void {
    for (;;) {
      const lf = text.indexOf("\n", at);
      if (lf >= 0) {
        at = lf + 1;
        return;
      }
      at = text.length;
      if (last) return;
      fill();
    }
  }
}

/**
 * A record less the empty cells beyond the last column, where most records of the file are as wide as it is: some exports
 * end every row with one delimiter too many. A single wide record may be a shifted one.
 */
function withinColumns(
  parsed: Parsed,
  {expected, widest}: {expected: number | undefined; widest: number | undefined},
): (ParsedRecord & {isTrimmed?: boolean}) | "more" | "broken" {
  if (typeof parsed === "string" || expected === undefined || parsed.cells.length !== widest) return parsed;
  if (parsed.cells.length <= expected || !parsed.cells.slice(expected).every(isBlank)) return parsed;
  return {...parsed, cells: parsed.cells.slice(0, expected), isTrimmed: true};
}

/** Right width, and no cell has swallowed a whole record. */
function fits(
  record: ParsedRecord,
  {text, at, dialect, expected}: {text: string; at: number; dialect: Dialect; expected: number | undefined},
): boolean {
  if (expected === undefined) return true;
  const isEmptyLine = record.cells.length === 1 && record.cells[0] === "";
  if (record.cells.length !== expected) return isEmptyLine;
  if (record.loose > 0) return false;
  if (record.breaks === 0 || expected < 4) return true;
  let line = lineEnd(text, at, true);
  for (let looked = 0; line && line.next < record.end && looked < 50; looked++) {
    if (startsRecord(text.slice(0, record.end), line.next, {dialect, expected})) return false;
    line = lineEnd(text, line.next, true);
  }
  return true;
}

function startsRecord(
  text: string,
  start: number,
  {dialect, expected}: {dialect: Dialect; expected: number | undefined},
): boolean {
  const parsed = parseRecord(text, start, {dialect, last: true});
  return typeof parsed !== "string" && parsed.cells.length === expected && parsed.end > start;
}
