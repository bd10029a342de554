import {closeSync, openSync, readSync} from "node:fs";
import type {PartKind} from "../intake/part.js";
import {chunkFor} from "./chunk.js";
import {unreadable, unreadableKind} from "./unreadable.js";

export type FileKind = PartKind | "gzip" | "zip";

const magic: readonly (readonly [FileKind, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["xls", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
];

/**
 * What a file is, by its first bytes; its name decides only between kinds of text.
 * @throws ReportError where it is of a kind that holds no table: a PDF, a picture …
 */
export function fileKind(path: string, name: string): FileKind {
  const bytes = chunkFor(path, 1 << 16);
  const file = openSync(path, "r");
  const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  closeSync(file);
  for (const [kind, start] of magic) if (start.every((byte, index) => head[index] === byte)) return kind;
  const other = unreadableKind(head);
  if (other !== undefined) throw unreadable(name, other);
  const text = decodeHead(head).trimStart();
  if (text.startsWith("<")) return markupKind(text, name);
  if (!/^[[{]/.test(text)) return "delimited";
  if (/\.(jsonl|ndjson)$/i.test(name)) return "jsonl";
  if (text.startsWith("[") && /^\[\s*([{\]]|$)/.test(text)) return "json";
  if (!/^\{\s*("|\}|$)/.test(text)) return /\.json$/i.test(name) ? "json" : "delimited";
  const line = text.slice(0, text.search(/\r?\n|$/));
  return parses(line) && text.length > line.length && /^\r?\n\s*\{/.test(text.slice(line.length)) ? "jsonl" : "json";
}

/** Help desks name a web page .xls, and Excel once wrote XML. */
function markupKind(text: string, name: string): FileKind {
  if (text.includes("urn:schemas-microsoft-com:office:spreadsheet") && /<(\w+:)?Workbook[\s>]/.test(text)) return "xml";
  if (text.includes("urn:oasis:names:tc:opendocument") && text.includes("office:document")) return "ods";
  if (/<(!doctype\s+html|html|table|head|body|meta)[\s>]/i.test(text)) return "html";
  if (/^<\?xml[\s>]/.test(text)) throw unreadable(name, "xml");
  return "delimited";
}

function decodeHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  return new TextDecoder("utf-8").decode(head).replaceAll("\u0000", "");
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
