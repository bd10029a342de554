import {createHash} from "node:crypto";
import {closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {isAbsolute, join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {ReportError} from "../messages/errors.js";
import {chunkFor} from "./bytes/chunk.js";
import {unpack} from "./bytes/unpack.js";
import {Landing} from "./intake/landing.js";
import {note} from "./intake/notes.js";
import type {Part, PartKind, ReadContext, ReadResult} from "./intake/part.js";
import {createRejects, type Reject, storeRejects} from "./intake/rejects.js";
import type {FileAccount, FileInPlace, RawAccount, RawTarget} from "./intake/types.js";
import {readJson} from "./json/json.js";
import {readParquet} from "./parquet.js";
import {readDelimited} from "./text/delimited.js";

type Reader = (part: Part, context: ReadContext) => Promise<ReadResult>;

/** What reads workbooks is larger than all the rest: it is imported where there is one. */
const readXlsx: Reader = async (...asked) => (await import("./workbook/xlsx.js")).readXlsx(...asked);
const readOther: Reader = async (...asked) => (await import("./workbook/other.js")).readOtherWorkbook(...asked);

const readers: Readonly<Record<PartKind, Reader>> = {
  delimited: readDelimited,
  json: readJson,
  jsonl: readJson,
  xlsx: readXlsx,
  xls: readOther,
  xlsb: readOther,
  ods: readOther,
  html: readOther,
  xml: readOther,
  parquet: readParquet,
};
const kindByFormat: Readonly<Record<string, PartKind>> = {
  csv: "delimited",
  tsv: "delimited",
  json: "json",
  jsonl: "jsonl",
  xlsx: "xlsx",
  xls: "xls",
  xlsb: "xlsb",
  ods: "ods",
  html: "html",
  xml: "xml",
  parquet: "parquet",
};

/** Rejects of small files wait for one another up to here. */
const manyRejects = 5_000;

/**
 * Loads the files of one target into one text table: the columns by header, `_file` and `_row` (the record's number in
 * its file as a spreadsheet shows it). What is no record goes to the table `rejects`. For each file
 * rows_in = rows_loaded + rows_rejected + rows_set_aside, counted on both sides of the database.
 * @throws ReportError where the user must mend the file or the mapping
 * @example await loadRaw(connection, {table: "raw_crm__customers", source: "crm", entity: "customers", files, options: {}})
 */
export async function loadRaw(connection: DuckDBConnection, target: RawTarget): Promise<RawAccount> {
  checkEncoding(target);
  await createRejects(connection);
  const landing = new Landing(connection, target.table);
  const folder = mkdtempSync(join(await scratchFolder(connection), "huisheng-"));
  let count = 0;
  const scratch = (ending: string) => join(folder, `${++count}.${ending}`);
  const context: ReadContext = {
    connection,
    landing,
    options: target.options,
    wanted: target.columns ?? [],
    keys: target.keys ?? [],
    scratch,
  };
  let inPlace: FileInPlace | undefined;
  const stay = {found: (file: FileInPlace) => (inPlace = file)};
  const files: FileAccount[] = [];
  const seen = new Map<string, FileAccount>();
  const waiting: (Reject & {readonly file: string})[] = [];
  try {
    for (const {path, name} of target.files) {
      const skipped: string[] = [];
      const identity = {sha256: hashFile(path), bytes: statSync(path).size};
      for (const part of await unpack(path, {name, scratch, skipped})) {
        const shown = target.shownName?.(part.name) ?? part.name;
        const content = part.path === path ? identity.sha256 : hashFile(part.path);
        const twin = seen.get(content);
        if (twin) {
          files.push({...sameContent(twin, shown), ...identity});
          continue;
        }
        const mayStay = target.mayStay && target.files.length === 1 && part.path === path;
        const {rejects, ...counts} = await readPart(
          {...part, name: shown},
          {...context, inPlace: mayStay ? stay : undefined},
        );
        for (const reject of rejects) waiting.push({...reject, file: shown});
        if (waiting.length >= manyRejects) await storeRejects(connection, waiting.splice(0), target);
        if (skipped.length > 0) counts.notes.push(note("nested_skipped", {names: skipped.join(", ")}));
        const account = {file: shown, ...identity, ...counts};
        files.push(account);
        if (statSync(part.path).size > 0) seen.set(content, account);
      }
    }
    await storeRejects(connection, waiting, target);
    if (!inPlace) await landing.ready();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  return {columns: landing.columns, files, inPlace};
}

/** What is there twice, packed or not, is read once; its rows are set aside under the other name. */
const sameContent = (account: FileAccount, name: string): FileAccount => ({
  ...account,
  file: name,
  rows_loaded: 0,
  rows_rejected: 0,
  rows_set_aside: account.rows_in,
  notes: [note("same_file", {name: account.file})],
});

/** Where the database keeps what it spills, which is for records as they came; the system's temp folder without one. */
export async function scratchFolder(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll("select current_setting('temp_directory') as folder");
  const [[folder] = []] = reader.getRowsJson();
  return typeof folder === "string" && isAbsolute(folder) && existsSync(folder) ? folder : tmpdir();
}

async function readPart(part: Part, context: ReadContext): Promise<ReadResult> {
  const {format} = context.options;
  const asked = format === undefined ? part.kind : kindByFormat[format];
  // an .xls may be anything that Excel opens: what it is, the content says
  const kind = asked !== undefined && isWorkbook(asked) && isWorkbook(part.kind) ? part.kind : asked;
  if (kind === undefined || (kind !== part.kind && !bothText(kind, part.kind))) throw wrongFormat(part, format!);
  return readers[kind]({...part, kind}, context);
}

function checkEncoding({source, options}: RawTarget): void {
  try {
    new TextDecoder(options.encoding);
  } catch {
    throw new ReportError("unknown_encoding", source, {
      what: {zh: `不认识的编码 ${options.encoding}`, en: `there is no encoding ${options.encoding}`},
      fix: {
        zh: "请写 utf-8、gb18030、big5、utf-16le 或 windows-1252 等",
        en: "say utf-8, gb18030, big5, utf-16le or windows-1252, for example",
      },
    });
  }
}

const isWorkbook = (kind: PartKind) => ["xlsx", "xls", "xlsb", "ods", "html", "xml"].includes(kind);
const isText = (kind: PartKind) => kind === "delimited" || kind === "json" || kind === "jsonl";
const bothText = (a: PartKind, b: PartKind) => isText(a) && isText(b);

const wrongFormat = (part: Part, format: string) =>
  new ReportError("wrong_format", part.name, {
    what: {
      zh: `映射写的是 ${format}，文件内容却是 ${part.kind}`,
      en: `the mapping says ${format}, the content is ${part.kind}`,
    },
    fix: {zh: "请改正或删去映射中的 format", en: "correct `format` in the mapping or leave it out"},
  });

/** SHA-256 of a file, in hexadecimal digits. */
export function hashFile(path: string): string {
  const hash = createHash("sha256");
  const chunk = chunkFor(path, 1 << 20);
  const file = openSync(path, "r");
  try {
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
      hash.update(chunk.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
