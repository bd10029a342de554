import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {Bilingual} from "../../src/words/language.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {type FileText, fileTexts} from "./file-texts.js";
import {personalPatterns} from "./patterns.js";

export interface ScanOptions {
  /** Names and other texts that must not appear, such as those of customers and contacts; shorter than two signs are left out. */
  readonly names?: Iterable<string>;
  /** Texts that may appear although they match, such as the address of the service itself. */
  readonly allowed?: readonly string[];
  /** Reads the texts of a Parquet file; without it a Parquet file is an error, since it would go unread. */
  readonly readParquet?: (path: string) => Promise<Iterable<string>>;
}

export interface Leak {
  readonly file: string;
  readonly part: string;
  readonly pattern: (typeof personalPatterns)[number]["id"] | "name";
  /** With its middle covered. */
  readonly sample: string;
}

const words: Readonly<Record<Leak["pattern"], Bilingual>> = {
  mobile: {zh: "手机号", en: "a mobile number"},
  landline: {zh: "固定电话", en: "a telephone number"},
  id_card: {zh: "身份证号", en: "an identity card number"},
  bank_card: {zh: "银行卡号", en: "a bank card number"},
  email: {zh: "邮箱地址", en: "an e-mail address"},
  name: {zh: "客户或联系人姓名", en: "the name of a customer or contact"},
};

// Code of libraries, the same for every report; data never gets there.
const libraryFolders = /(^|[\\/])(_npm|_node|_observablehq|_jsr)([\\/]|$)/;

/**
 * Looks through every file of a folder (html, json, pptx, xlsx, csv, svg, parquet, txt) for phone, identity and bank
 * numbers, mail addresses and given names; embedded workbooks and pictures inside pages are opened too.
 */
export async function scanOutputs(
  folder: string,
  {names = [], allowed = [], readParquet}: ScanOptions = {},
): Promise<Leak[]> {
  const search = nameSearch(names);
  const leaks: Leak[] = [];
  for (const path of files(folder)) {
    const file = relative(folder, path);
    if (libraryFolders.test(file)) continue;
    for (const {part, text} of await textsOf(path, readParquet)) {
      for (const {id, find, accept} of personalPatterns) {
        for (const [match] of text.matchAll(find)) {
          if ((!accept || accept(match)) && !allowed.includes(match))
            leaks.push({file, part, pattern: id, sample: cover(match)});
        }
      }
      for (const match of search(text))
        if (!allowed.includes(match)) leaks.push({file, part, pattern: "name", sample: cover(match)});
    }
  }
  return unique(leaks);
}

/**
 * Ends the build where a file holds what it must not.
 * @throws ReportErrors that name file and pattern, never the whole value.
 */
export async function checkOutputs(folder: string, options: ScanOptions = {}): Promise<void> {
  const leaks = await scanOutputs(folder, options);
  if (leaks.length === 0) return;
  throw new ReportErrors(
    leaks.slice(0, 20).map(({file, part, pattern, sample}) => {
      const where = part ? `${file} (${part})` : file;
      return new ReportError("personal-data-in-output", where, {
        what: {zh: `含有${words[pattern].zh}：${sample}`, en: `holds ${words[pattern].en}: ${sample}`},
        fix: {
          zh: "在映射里把来源列标为个人信息，或在原话中遮盖后再生成；确属公开信息的，写入 rules/privacy.yaml 的 allowed",
          en: "mark the column as personal in its mapping, or mask the verbatim; if it is public, list it under allowed: in rules/privacy.yaml",
        },
      });
    }),
  );
}

const textsOf = async (path: string, readParquet: ScanOptions["readParquet"]): Promise<readonly FileText[]> => {
  if (!path.endsWith(".parquet")) return fileTexts(path, readFileSync(path));
  if (!readParquet) throw new Error(`${path} cannot be scanned without a reader of Parquet files`);
  return [{part: "", text: Array.from(await readParquet(path)).join("\n")}];
};

const files = (folder: string): string[] =>
  readdirSync(folder, {withFileTypes: true})
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();

const cover = (text: string): string => {
  const signs = [...text];
  const kept = signs.length > 8 ? 3 : 1;
  return (
    signs.slice(0, kept).join("") +
    "*".repeat(Math.max(1, signs.length - 2 * kept)) +
    (signs.length > 2 ? signs.slice(-kept).join("") : "")
  );
};

/** Finds any of many names in one pass per length of name; Latin ones only as whole words. */
const nameSearch = (names: Iterable<string>): ((text: string) => string[]) => {
  const byLength = new Map<number, Set<string>>();
  for (const raw of names) {
    const name = raw.trim();
    if (name.length < 2 || /^[\d\s.,-]+$/.test(name)) continue;
    byLength.set(name.length, (byLength.get(name.length) ?? new Set()).add(name));
  }
  const latin = /[A-Za-z0-9]/;
  return (text) => {
    const found = new Set<string>();
    for (const [length, set] of byLength) {
      for (let at = 0; at + length <= text.length; at++) {
        const piece = text.slice(at, at + length);
        if (!set.has(piece)) continue;
        const [left, right] = [text[at - 1] ?? "", text[at + length] ?? ""];
        const insideWord =
          (latin.test(left) && latin.test(piece[0] ?? "")) || (latin.test(right) && latin.test(piece.at(-1) ?? ""));
        if (!insideWord) found.add(piece);
      }
    }
    return [...found];
  };
};

const unique = (leaks: readonly Leak[]): Leak[] => [
  ...new Map(leaks.map((leak) => [JSON.stringify(leak), leak])).values(),
];
