import {readdirSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {personalKinds} from "../../src/words/personal-kinds.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {type FileText, hasTexts} from "./file-texts.js";
import {type FileShare, type Leak, lookThrough, openSearch} from "./look.js";
import {mappedAt, type Origin, ownLines, writtenAt} from "./trace.js";

export interface ScanOptions {
  /** Names of persons that must not appear, such as those of customers and contacts. */
  readonly names?: Iterable<string>;
  /** Texts that may appear although they match, such as the address of the service itself. */
  readonly allowed?: readonly string[];
  /** Reads the texts of a Parquet file; without it a Parquet file is an error, since it would go unread. */
  readonly readParquet?: (path: string) => Promise<readonly FileText[]>;
  /** Who looks through a share of the files; defaults to this thread. */
  readonly look?: (share: FileShare) => Promise<Leak[]>;
  /** A folder within it that is looked through apart, as soon as it is whole; defaults to none. */
  readonly apart?: {readonly name: string; readonly leaks: Promise<readonly Leak[]>} | undefined;
}

// Code of libraries, the same for every report; data never gets there.
const libraryFolders = /(^|[\\/])(_npm|_node|_jsr)([\\/]|$)|(^|[\\/])_observablehq[\\/].*\.(js|css|wasm)$/;

/**
 * Looks through every file of a folder (html, json, js, pptx, xlsx, csv, svg, parquet, txt) for what the door hides, by the
 * same list: values by their patterns, columns by their headings. Embedded workbooks and pictures inside pages are opened.
 */
export async function scanOutputs(
  folder: string,
  {names = [], allowed = [], readParquet, look = async (share) => lookThrough(share), apart}: ScanOptions = {},
): Promise<Leak[]> {
  const hidden = {names: [...names], allowed};
  const all = files(folder)
    .map((path) => relative(folder, path).replaceAll("\\", "/"))
    .filter((file) => !libraryFolders.test(file) && !(apart && file.startsWith(`${apart.name}/`)));
  const isParquet = (file: string): boolean => file.endsWith(".parquet");
  const asked = sharesOf(
    all.filter((file) => hasTexts(file)),
    folder,
  ).map((share) => look({folder, files: share, ...hidden}));
  const tables = all.filter(isParquet);
  if (tables[0] && !readParquet) throw new Error(`${tables[0]} cannot be scanned without a reader of Parquet files`);
  const find = openSearch(hidden);
  const leaks: Leak[] = [];
  for (const file of tables) leaks.push(...find(file, (await readParquet?.(join(folder, file))) ?? []));
  leaks.push(...(await Promise.all(asked)).flat());
  for (const leak of (await apart?.leaks) ?? []) leaks.push({...leak, file: `${apart!.name}/${leak.file}`});
  leaks.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  return [...new Map(leaks.map((leak) => [JSON.stringify(leak), leak])).values()];
}

/** Bytes of files that are looked through at a time: their lines are kept meanwhile. */
const shareBytes = 1_000_000;

/** Files side by side, which have most lines in common, in shares of about so many bytes. */
function sharesOf(all: readonly string[], folder: string): string[][] {
  const shares: string[][] = [];
  let left = 0;
  for (const file of all) {
    if (left <= 0) {
      shares.push([]);
      left = shareBytes;
    }
    shares.at(-1)!.push(file);
    left -= statSync(join(folder, file)).size;
  }
  return shares;
}

/**
 * Ends the build where a file holds what it must not.
 * @param report the report folder, in whose files the line to change is looked for
 * @throws ReportErrors that name file, place and kind, never the whole value
 */
export async function checkOutputs(
  folder: string,
  {report, ...options}: ScanOptions & {report?: string} = {},
): Promise<void> {
  const leaks = await scanOutputs(folder, options);
  if (leaks.length === 0) return;
  const lines = report === undefined ? [] : ownLines(report);
  throw new ReportErrors([...grouped(leaks).values()].slice(0, 20).map((same) => problem(same, lines)));
}

/** One problem for each kind and value; it may stand in many files. */
function grouped(leaks: readonly Leak[]): Map<string, Leak[]> {
  const groups = new Map<string, Leak[]>();
  for (const leak of leaks) {
    const key = `${leak.kind} ${leak.value}`;
    groups.set(key, [...(groups.get(key) ?? []), leak]);
  }
  return groups;
}

function problem(leaks: readonly Leak[], lines: readonly Origin[]): ReportError {
  const {kind, value} = leaks[0]!;
  const places = [...new Set(leaks.map(({file, part}) => (part ? `${file} (${part})` : file)))];
  const more = places.length - 1;
  const sample = cover(value);
  return new ReportError("personal-data-in-output", places[0]!, {
    what: {
      zh: `含有个人信息（${personalKinds[kind].zh}）：${sample}${more > 0 ? `（另有 ${more} 处）` : ""}`,
      en: `holds personal data (${personalKinds[kind].en}): ${sample}${more > 0 ? ` (and ${more} more ${more === 1 ? "place" : "places"})` : ""}`,
    },
    fix: fixOf({value, parts: leaks.map(({part}) => part)}, lines),
  });
}

const publicToo = {
  zh: "确属公开信息的，写入 rules/privacy.yaml 的 allowed",
  en: "if it is public, list it under allowed: in rules/privacy.yaml",
};

/** The line to change: where somebody wrote the value, else where a mapping reads the column. */
function fixOf({value, parts}: {value: string; parts: readonly string[]}, lines: readonly Origin[]) {
  const written = writtenAt(lines, value);
  if (written)
    return {
      zh: `它写在 ${written.file} 第 ${written.line} 行：删去或改写；${publicToo.zh}`,
      en: `it is written in ${written.file}, line ${written.line}: delete or reword it; ${publicToo.en}`,
    };
  const mapped = parts.flatMap((part) => mappedAt(lines, part));
  if (mapped.length > 0) {
    const places = [...new Set(mapped.map(({file, line}) => `${file}:${line}`))].slice(0, 3).join(", ");
    return {
      zh: `这一列由 ${places} 读入：把它映射到个人信息列（如 phone、email、verbatim），或从映射里去掉；${publicToo.zh}`,
      en: `${places} reads this column: map it to a personal column (such as phone, email or verbatim), or take it out; ${publicToo.en}`,
    };
  }
  return {
    zh: `在映射里把来源列标为个人信息，或在原话中遮盖后再生成；${publicToo.zh}`,
    en: `mark the column as personal in its mapping, or mask the verbatim; ${publicToo.en}`,
  };
}

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
