import {type FileHandle, open} from "node:fs/promises";
import type {Dialect} from "./record-parse.js";

export interface ScanResult {
  readonly records: number;
  /** Some cell may hold nothing but three or more blanks. */
  readonly longBlanks: boolean;
  /** Some record ends with a delimiter: the database forgives one too many there, so the cells must be counted. */
  readonly openEnds: boolean;
}

/**
 * Counts the records of a regular file from its bytes, independently of the database: a line break ends a record where
 * the quotes before it are even.
 * @returns undefined when the file is not regular: NUL, an empty line, or a line ending unlike the first
 */
export async function scanRecords(
  path: string,
  {from, dialect, newline}: {from: number; dialect: Dialect; newline: "\n" | "\r\n" | "\r"},
): Promise<ScanResult | undefined> {
  const file = await open(path, "r");
  try {
    return await scan(file, {from, dialect, crlf: newline === "\r\n"});
  } finally {
    await file.close();
  }
}

async function scan(
  file: FileHandle,
  {from, dialect, crlf}: {from: number; dialect: Dialect; crlf: boolean},
): Promise<ScanResult | undefined> {
  const chunk = Buffer.allocUnsafe(1 << 20);
  const quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  const gaps = [`${dialect.delimiter}   `, "\n   ", ...(dialect.quote === "" ? [] : [`${dialect.quote}   `])];
  const highest = Math.max(quote, 13);
  let position = from;
  let records = 0;
  let inside = 0;
  let longBlanks = false;
  let openEnds = false;
  let before = 10; // the byte before this one
  let beforeThat = 0;
  for (;;) {
    const {bytesRead} = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const bytes = chunk.subarray(0, bytesRead);
    longBlanks ||= gaps.some((gap) => bytes.includes(gap));
    for (let at = 0; at < bytesRead; at++) {
      const byte = bytes[at]!;
      if (byte > highest) continue;
      if (byte === quote) {
        // an opening quote stands at the start of a cell, or right after a quote (a doubled one)
        const prior = at > 0 ? bytes[at - 1]! : before;
        if (inside === 0 && prior !== delimiter && prior !== 10 && prior !== quote) return undefined;
        inside ^= 1;
      } else if (byte < 14 && inside === 0) {
        if (byte === 10) {
          const prior = at > 0 ? bytes[at - 1]! : before;
          if (crlf) {
            if (prior !== 13) return undefined;
            const earlier = at > 1 ? bytes[at - 2]! : at === 1 ? before : beforeThat;
            if (earlier === 10) return undefined;
            openEnds ||= earlier === delimiter;
          } else if (prior === 10 || prior === 13) return undefined;
          else openEnds ||= prior === delimiter;
          records++;
        } else if (byte === 13) {
          if (!crlf || (at + 1 < bytesRead && bytes[at + 1] !== 10)) return undefined;
        } else if (byte === 0) return undefined;
      } else if (byte === 0) return undefined;
    }
    beforeThat = bytesRead > 1 ? bytes[bytesRead - 2]! : before;
    before = bytes[bytesRead - 1]!;
  }
  if (inside === 1) return undefined;
  // the last record may lack its line break
  return {
    records: position > from && before !== 10 ? records + 1 : records,
    longBlanks,
    openEnds: openEnds || before === delimiter,
  };
}

/** Counts the cells of a file whose quotes are regular. */
export async function countCells(path: string, {from, dialect}: {from: number; dialect: Dialect}): Promise<number> {
  const file = await open(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(1 << 20);
    const quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
    const delimiter = dialect.delimiter.charCodeAt(0);
    let position = from;
    let inside = 0;
    let cells = 0;
    let before = 10;
    for (;;) {
      const {bytesRead} = await file.read(chunk, 0, chunk.length, position);
      if (bytesRead === 0) return before === 10 ? cells : cells + 1;
      position += bytesRead;
      for (let at = 0; at < bytesRead; at++) {
        const byte = chunk[at]!;
        if (byte === quote) inside ^= 1;
        else if (inside === 0 && (byte === delimiter || byte === 10)) cells++;
      }
      before = chunk[bytesRead - 1]!;
    }
  } finally {
    await file.close();
  }
}
