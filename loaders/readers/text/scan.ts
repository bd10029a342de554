import {isAscii} from "node:buffer";
import {closeSync, openSync, readSync} from "node:fs";
import {setImmediate} from "node:timers/promises";
import {chunkFor} from "../bytes/chunk.js";
import type {Dialect} from "./parse.js";

export interface ScanResult {
  readonly records: number;
  /** Some cell may hold nothing but blanks other than a single space. */
  readonly longBlanks: boolean;
  /** Some record ends with a delimiter: the database forgives one too many there, so the cells must be counted. */
  readonly openEnds: boolean;
  /** No letters but those of ASCII. */
  readonly isAscii: boolean;
  /** Some cell begins or ends with a blank or an apostrophe, or holds a tab, a line break or another character nobody sees. */
  readonly oddCells: boolean;
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
  const file = openSync(path, "r");
  try {
    return await scan(file, {chunk: chunkFor(path, 1 << 20), from, dialect, crlf: newline === "\r\n"});
  } finally {
    closeSync(file);
  }
}

async function scan(
  file: number,
  {chunk, from, dialect, crlf}: {chunk: Buffer; from: number; dialect: Dialect; crlf: boolean},
): Promise<ScanResult | undefined> {
  const quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  const wide = [`${dialect.delimiter}\u3000`, `${dialect.delimiter}\u00a0`, `${dialect.quote || "\n"}\u3000`];
  const apostrophe = 39;
  const highest = Math.max(quote, apostrophe);
  const words = new Int32Array(chunk.buffer, chunk.byteOffset, chunk.length >> 2);
  const low = (highest + 1) * 0x01010101;
  const isStart = (byte: number) => byte === delimiter || byte === quote || byte === 10;
  const isEnd = (byte: number) => isStart(byte) || byte === 13;
  let position = from;
  let [records, inside] = [0, 0];
  let [longBlanks, openEnds, oddCells] = [false, false, false];
  let onlyAscii = true;
  let endsWithBlank = false; // the part of the file before this one
  let before = 10; // the byte before this one
  let beforeThat = 0;
  for (;;) {
    const bytesRead = readSync(file, chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    await setImmediate();
    const bytes = chunk.subarray(0, bytesRead);
    onlyAscii &&= isAscii(bytes);
    oddCells ||= endsWithBlank && isEnd(bytes[0]!);
    endsWithBlank = bytes[bytesRead - 1] === 32;
    // their first bytes are found far faster than they themselves, and most files have neither
    if (!longBlanks && (bytes.includes(0xe3) || bytes.includes(0xc2)))
      longBlanks = wide.some((gap) => bytes.includes(gap));
    for (let at = 0; at < bytesRead; at++) {
      // four bytes at a time, as long as none of them is as low as a quote or a line break
      if ((at & 3) === 0)
        while (at + 4 < bytesRead && ((words[at >> 2]! - low) & ~words[at >> 2]! & -2139062144) === 0) at += 4;
      const byte = bytes[at]!;
      if (byte > highest) continue;
      const prior = at > 0 ? bytes[at - 1]! : before;
      const earlier = at > 1 ? bytes[at - 2]! : at === 1 ? before : beforeThat;
      if (byte === quote) {
        // an opening quote stands at the start of a cell, or right after a quote (a doubled one)
        if (inside === 0 && prior !== delimiter && prior !== 10 && prior !== quote) return undefined;
        inside ^= 1;
      } else if ((byte === 32 || byte === 9) && byte !== delimiter) {
        // blanks at the start of a cell: one space is known as null, more are looked at after the load
        if (isStart(prior) && byte === 9) longBlanks = true;
        else if (prior === 32 && isStart(earlier)) longBlanks = true;
        oddCells ||= byte === 9 || isStart(prior) || (at + 1 < bytesRead && isEnd(bytes[at + 1]!));
      } else if (byte === apostrophe) {
        oddCells ||= isStart(prior);
      } else if (byte < 14 && inside === 0) {
        if (byte === 10) {
          if (crlf) {
            if (prior !== 13) return undefined;
            if (earlier === 10) return undefined;
            openEnds ||= earlier === delimiter;
          } else if (prior === 10 || prior === 13) return undefined;
          else openEnds ||= prior === delimiter;
          records++;
        } else if (byte === 13) {
          if (!crlf || (at + 1 < bytesRead && bytes[at + 1] !== 10)) return undefined;
        } else if (byte === 0) return undefined;
        else if (byte !== delimiter) oddCells = true;
      } else if (byte === 0) return undefined;
      else if (byte < 32 && byte !== delimiter) oddCells = true;
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
    isAscii: onlyAscii,
    oddCells: oddCells || endsWithBlank,
  };
}

/** Counts the cells of a file whose quotes are regular. */
export async function countCells(path: string, {from, dialect}: {from: number; dialect: Dialect}): Promise<number> {
  const file = openSync(path, "r");
  try {
    const chunk = chunkFor(path, 1 << 20);
    const quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
    const delimiter = dialect.delimiter.charCodeAt(0);
    let position = from;
    let inside = 0;
    let cells = 0;
    let before = 10;
    for (;;) {
      const bytesRead = readSync(file, chunk, 0, chunk.length, position);
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
    closeSync(file);
  }
}
