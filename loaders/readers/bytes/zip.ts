import {isUtf8} from "node:buffer";
import type {Readable} from "node:stream";
import {type Entry, openPromise} from "yauzl";
import {ReportError} from "../../messages/errors.js";
import {limits} from "../intake/limits.js";

export interface Zip {
  /** The files inside, by name. */
  readonly entries: ReadonlyMap<string, Entry>;
  stream(entry: Entry): Promise<Readable>;
  /** The beginning of a small file inside; "" where there is none. */
  text(path: string): Promise<string>;
  close(): void;
}

/**
 * Opens a zip. Names are decoded as UTF-8, else as GB18030 (older Chinese archivers); no name is ever used as a path.
 * @throws ReportError when it is damaged, encrypted, or names a file outside itself
 */
export async function openZip(path: string, name: string): Promise<Zip> {
  try {
    const file = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
    const entries = new Map<string, Entry>();
    for await (const entry of file.eachEntry()) {
      const inner = decodeName(entry.fileName as unknown as Buffer);
      if (inner.startsWith("/") || /(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(inner)) throw unsafe(name, inner);
      if (entries.size >= limits.zipEntries) throw damaged(name, `more than ${limits.zipEntries} files`);
      if ((entry.generalPurposeBitFlag & 1) === 1) throw locked(name);
      entries.set(inner, entry);
    }
    const stream = (entry: Entry) => file.openReadStreamPromise(entry);
    const text = async (inside: string) => {
      const entry = entries.get(inside);
      if (!entry) return "";
      for await (const chunk of await stream(entry)) return (chunk as Buffer).toString("utf8");
      return "";
    };
    return {entries, stream, text, close: () => file.close()};
  } catch (error) {
    throw error instanceof ReportError ? error : damaged(name, (error as Error).message);
  }
}

function decodeName(bytes: Buffer): string {
  const name = isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("gb18030").decode(bytes);
  return name.replaceAll("\\", "/");
}

const damaged = (name: string, why: string) =>
  new ReportError("damaged_archive", name, {
    what: {zh: `压缩文件已损坏或不完整（${why}）`, en: `the packed file is damaged or cut off (${why})`},
    fix: {zh: "请重新导出或重新传输该文件", en: "export or transfer the file again"},
  });

const unsafe = (name: string, inner: string) =>
  new ReportError("unsafe_path", name, {
    what: {zh: `压缩包内的文件名指向包外：${inner}`, en: `a name inside the archive points outside it: ${inner}`},
    fix: {zh: "此文件可能有害，请向提供者核实", en: "the file may be harmful; ask whoever sent it"},
  });

/** A file that needs a password. */
export const locked = (name: string): ReportError =>
  new ReportError("encrypted_file", name, {
    what: {zh: "文件有密码保护", en: "the file is protected by a password"},
    fix: {zh: "请去掉密码后重新保存", en: "save it again without a password"},
  });
