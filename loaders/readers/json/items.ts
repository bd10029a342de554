import {closeSync, openSync, readSync} from "node:fs";
import {StringDecoder} from "node:string_decoder";
import {chunkFor} from "../bytes/chunk.js";
import {limits} from "../intake/limits.js";

/** One JSON value as text; `tooLong` where it passes the limit and only its beginning is kept. */
export interface JsonItem {
  readonly text: string;
  readonly tooLong?: boolean;
}

function* chunks(path: string): Generator<string> {
  const decoder = new StringDecoder("utf8");
  const file = openSync(path, "r");
  const chunk = chunkFor(path, 1 << 20);
  try {
    for (let first = true; ; first = false) {
      const length = readSync(file, chunk, 0, chunk.length, null);
      const text = length === 0 ? decoder.end() : decoder.write(chunk.subarray(0, length));
      yield first && text.startsWith("\ufeff") ? text.slice(1) : text;
      if (length === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

/** The lines of a file of JSON lines; a wrong line spoils no other. */
export function* jsonLines(path: string): Generator<JsonItem> {
  let rest = "";
  let tooLong = false;
  for (const chunk of chunks(path)) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const text of lines) {
      yield tooLong ? {text: text.slice(0, limits.keptLine), tooLong} : {text};
      tooLong = false;
    }
    if (rest.length > limits.recordLength) {
      tooLong = true;
      rest = rest.slice(0, limits.keptLine);
    }
  }
  if (rest !== "") yield tooLong ? {text: rest, tooLong} : {text: rest};
}

/** The elements of the list that a JSON file is, one by one and without reading it whole. */
export function* jsonElements(path: string): Generator<JsonItem> {
  let depth = 0;
  let inText = false;
  let escaped = false;
  let piece = "";
  let tooLong = false;
  for (const text of chunks(path)) {
    let from = 0;
    const take = (to: number): JsonItem | undefined => {
      keep(to);
      const item = piece.trim();
      const result = item === "" ? undefined : tooLong ? {text: item.slice(0, limits.keptLine), tooLong} : {text: item};
      piece = "";
      tooLong = false;
      return result;
    };
    const keep = (to: number) => {
      if (piece.length + to - from <= limits.recordLength) piece += text.slice(from, to);
      else tooLong = true;
      from = to;
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (inText) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inText = false;
      } else if (code === 34) inText = true;
      else if (code === 91 || code === 123) {
        if (depth++ === 0) from = at + 1;
      } else if (code === 93 || code === 125) {
        if (--depth > 0) continue;
        const item = take(at);
        if (item) yield item;
        from = at + 1;
        depth = 0;
      } else if (code === 44 && depth === 1) {
        const item = take(at);
        if (item) yield item;
        from = at + 1;
      }
    }
    if (depth > 0) keep(text.length);
  }
  // what is left was begun and never ended
  if (piece.trim() !== "") yield tooLong ? {text: piece.slice(0, limits.keptLine), tooLong} : {text: piece.trim()};
}
