import type {Bilingual} from "../../../src/words/language.js";
import {ReportError} from "../../messages/errors.js";

interface Kind extends Bilingual {
  readonly fix: Bilingual;
}

const table: Bilingual = {
  zh: "请在原系统重新导出为 .xlsx 或 CSV；若这不是本月的数据，请移出导出文件夹",
  en: "export it anew from its system as .xlsx or CSV; if it is none of the month's data, move it out of the exports folder",
};
const saved: Bilingual = {
  zh: "请用原来的程序打开，另存为 .xlsx 或 CSV",
  en: "open it in its own program and save it as .xlsx or CSV",
};
const unpacked: Bilingual = {
  zh: "请解压，把里面的表格文件放进导出文件夹（.zip 与 .gz 可以不解压）",
  en: "unpack it and put the tables into the exports folder (.zip and .gz may stay packed)",
};

/** Kinds of files that hold no table we can read, by what tells them: what they are and what to do. */
const kinds = {
  pdf: {zh: "PDF 文件", en: "a PDF", fix: table},
  image: {zh: "图片", en: "a picture", fix: table},
  rtf: {zh: "RTF 文档", en: "an RTF document", fix: saved},
  word: {zh: "Word 或 WPS 文字文档", en: "a text document (Word, WPS Writer)", fix: saved},
  slides: {zh: "演示文稿", en: "a slide deck", fix: saved},
  odf: {zh: "OpenDocument 文档，但不是电子表格", en: "an OpenDocument file, but no spreadsheet", fix: saved},
  apple: {zh: "苹果 Numbers、Pages 或 Keynote 文件", en: "a file of Apple Numbers, Pages or Keynote", fix: saved},
  message: {
    zh: "电子邮件",
    en: "an e-mail",
    fix: {zh: "请把附件另存后放进导出文件夹", en: "save the attachment and put that into the exports folder"},
  },
  web_archive: {zh: "单个文件网页（.mht）", en: "a web page saved as one file (.mht)", fix: saved},
  xml: {zh: "XML，但不是 Excel 的 XML 表格", en: "XML, but not a spreadsheet of Excel's", fix: table},
  rar: {zh: "RAR 压缩文件", en: "a RAR archive", fix: unpacked},
  seven_zip: {zh: "7z 压缩文件", en: "a 7z archive", fix: unpacked},
  packed: {zh: "bzip2、xz、zstd 或 tar 文件", en: "a bzip2, xz, zstd or tar file", fix: unpacked},
  database: {zh: "数据库文件", en: "a database file", fix: table},
  statistics: {zh: "统计软件的数据文件（SPSS、Stata、SAS）", en: "a data file of SPSS, Stata or SAS", fix: saved},
  columns: {
    zh: "Arrow、Avro 或 ORC 文件",
    en: "an Arrow, Avro or ORC file",
    fix: {zh: "请改存为 Parquet 或 CSV", en: "save it as Parquet or CSV"},
  },
  office: {zh: "其他 Office 文件，里面没有表格", en: "another Office file without a sheet", fix: saved},
  program: {
    zh: "程序文件",
    en: "a program",
    fix: {zh: "请移出导出文件夹，并核实来源", en: "move it out of the exports folder and ask where it came from"},
  },
  binary: {zh: "不认识的二进制文件", en: "a binary file of a kind we do not know", fix: table},
} as const satisfies Record<string, Kind>;

export type UnreadableKind = keyof typeof kinds;

/** First bytes, as Latin letters, at the place where they stand. */
const marks: readonly (readonly [UnreadableKind, string, number?])[] = [
  ["pdf", "%PDF-"],
  ["image", "\x89PNG\r\n"],
  ["image", "\xff\xd8\xff"],
  ["image", "GIF8"],
  ["image", "BM\x00"],
  ["image", "II*\x00"],
  ["image", "MM\x00*"],
  ["image", "WEBP", 8],
  ["image", "ftypheic", 4],
  ["rtf", "{\\rtf"],
  ["rar", "Rar!\x1a\x07"],
  ["seven_zip", "7z\xbc\xaf\x27\x1c"],
  ["packed", "BZh"],
  ["packed", "\xfd7zXZ\x00"],
  ["packed", "\x28\xb5\x2f\xfd"],
  ["packed", "ustar", 257],
  ["database", "SQLite format 3\x00"],
  ["database", "Standard Jet DB", 4],
  ["database", "Standard ACE DB", 4],
  ["statistics", "$FL2"],
  ["statistics", "$FL3"],
  ["statistics", "<stata_dta>"],
  ["statistics", "SAS FILE", 84],
  ["columns", "ARROW1"],
  ["columns", "FEA1"],
  ["columns", "Obj\x01"],
  ["columns", "ORC"],
  ["program", "MZ\x90\x00"],
  ["program", "\x7fELF"],
  ["web_archive", "MIME-Version:"],
];

/** What a file is by its first bytes, if it is nothing we read. */
export function unreadableKind(head: Buffer): UnreadableKind | undefined {
  const text = head.subarray(0, 512).toString("latin1");
  const mark = marks.find(([, bytes, at = 0]) => text.startsWith(bytes, at));
  if (mark) return mark[0];
  if (
    /^(Received|Return-Path|Delivered-To|X-[\w-]+|From): /.test(text) &&
    /\r?\nSubject: /i.test(head.toString("latin1"))
  )
    return "message";
  return isBinary(head) ? "binary" : undefined;
}

/** Many control characters; UTF-16 text has zeros in every second place, damaged text has few of them. */
function isBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index & 1]!++;
    else if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27 && byte !== 1 && byte !== 31) controls++;
  }
  const isWide = Math.max(...zeros) > head.length / 20 && Math.min(...zeros) * 4 < Math.max(...zeros);
  return !isWide && head.length >= 64 && controls + zeros[0]! + zeros[1]! > head.length / 10;
}

/** A file that we do not read: what kind it is and what to do. */
export const unreadable = (name: string, kind: UnreadableKind): ReportError =>
  new ReportError("unsupported_format", name, {
    what: {
      zh: `这是${kinds[kind].zh}，无法作为表格读取。`,
      en: `this is ${kinds[kind].en}, which cannot be read as a table.`,
    },
    fix: {zh: `${kinds[kind].fix.zh}。`, en: `${kinds[kind].fix.en}.`},
  });

/** What a kind is called. */
export const kindName = (kind: UnreadableKind): Bilingual => kinds[kind];
