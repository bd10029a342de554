import {createReadStream, createWriteStream, statSync} from "node:fs";
import type {Readable} from "node:stream";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {ReportError} from "../../messages/errors.js";
import {limits} from "../intake/limits.js";
import type {Part, PartKind} from "../intake/part.js";
import {fileKind} from "./file-kind.js";
import {type UnreadableKind, unreadable} from "./unreadable.js";
import {openZip, type Zip} from "./zip.js";

/** Stops a stream that unpacks to more than any honest table would. */
export function guardSize(name: string, packed: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      const bomb = size > limits.unpackedFree && size > packed * limits.unpackRatio;
      done(bomb || size > limits.unpackedBytes ? zipBomb(name) : null, chunk);
    },
  });
}

const zipBomb = (name: string) =>
  new ReportError("zip_bomb", name, {
    what: {zh: "压缩文件解开后异常巨大，已停止", en: "the packed file unpacks to an absurd size; stopped"},
    fix: {zh: "请重新导出，或先解压并确认内容", en: "export it again, or unpack it yourself and look inside"},
  });

/** Unpacks a stream to a file. */
export async function unpackTo(
  stream: Readable,
  to: string,
  {name, packed}: {name: string; packed: number},
): Promise<void> {
  try {
    await pipeline(stream, guardSize(name, packed), createWriteStream(to));
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw new ReportError("damaged_archive", name, {
      what: {zh: "压缩文件已损坏或不完整", en: `the packed file is damaged or cut off (${(error as Error).message})`},
      fix: {zh: "请重新导出或重新传输该文件", en: "export or transfer the file again"},
    });
  }
}

/** What its name says to be no table, however little is in it. */
const leaflets: Readonly<Record<string, UnreadableKind>> = {
  pdf: "pdf",
  png: "image",
  jpg: "image",
  jpeg: "image",
  gif: "image",
  doc: "word",
  docx: "word",
  ppt: "slides",
  pptx: "slides",
};

/**
 * The readable parts of a file: itself, what a .gz holds, or the files of a zip (an .xlsx is a zip but one part).
 * @param scratch a new path for a temporary file
 */
export async function unpack(
  path: string,
  {
    name,
    scratch,
    skipped,
    depth = 0,
  }: {name: string; scratch: (ending: string) => string; skipped: string[]; depth?: number},
): Promise<Part[]> {
  const kind = fileKind(path, name);
  if (kind === "gzip") {
    const to = scratch("unpacked");
    await unpackTo(createReadStream(path).pipe(createGunzip()), to, {name, packed: statSync(path).size});
    const parts = await unpack(to, {name: name.replace(/\.gz$/i, ""), scratch, skipped, depth: depth + 1});
    return parts.map((part) => ({...part, name: depth === 0 && parts.length === 1 ? name : part.name}));
  }
  if (kind !== "zip") return [{name, path, kind}];
  const zip = await openZip(path, name);
  try {
    const inside = await zipKind(zip, name);
    if (inside !== undefined) return [{name, path, kind: inside}];
    const parts: Part[] = [];
    let refused: ReportError | undefined;
    for (const [entryName, entry] of zip.entries) {
      if (/(^|\/)(__MACOSX\/|\.)|\/$|(^|\/)(readme|license)[^/]*$/i.test(entryName) || depth > 0) {
        if (!entryName.endsWith("/")) skipped.push(entryName);
        continue;
      }
      const inner = `${name}/${entryName}`;
      const leaflet = leaflets[/\.(\w+)$/.exec(entryName)?.[1]?.toLowerCase() ?? ""];
      if (leaflet !== undefined) {
        refused ??= unreadable(inner, leaflet);
        skipped.push(entryName);
        continue;
      }
      const to = scratch("unpacked");
      await unpackTo(await zip.stream(entry), to, {name: inner, packed: entry.compressedSize});
      try {
        parts.push(...(await unpack(to, {name: inner, scratch, skipped, depth: depth + 1})));
      } catch (error) {
        // a leaflet beside the tables is no reason to read none of them
        if (!(error instanceof ReportError) || error.code !== "unsupported_format") throw error;
        refused ??= error;
        skipped.push(entryName);
      }
    }
    if (parts.length === 0 && refused) throw refused;
    return parts;
  } finally {
    zip.close();
  }
}

/** What a zip is if it is no archive but one document. */
async function zipKind(zip: Zip, name: string): Promise<PartKind | undefined> {
  const names = [...zip.entries.keys()];
  if (names.some((each) => /^xl\/workbook[^/]*\.bin$/i.test(each))) return "xlsb";
  if (names.some((each) => /^xl\/.*\.xml$/i.test(each))) return "xlsx";
  if (zip.entries.has("content.xml") && zip.entries.has("mimetype")) {
    const type = await zip.text("mimetype");
    if (/opendocument\.spreadsheet/.test(type)) return "ods";
    throw unreadable(name, "odf");
  }
  if (names.some((each) => each.endsWith(".iwa") || each === "Index.zip")) throw unreadable(name, "apple");
  if (names.some((each) => each.startsWith("word/"))) throw unreadable(name, "word");
  if (names.some((each) => each.startsWith("ppt/"))) throw unreadable(name, "slides");
  return zip.entries.has("[Content_Types].xml") ? "xlsx" : undefined;
}
