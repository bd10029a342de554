import {ReportError} from "../../messages/errors.js";

/** What a file may ask of the machine. Beyond these a clear message, never a dead process. */
export const limits = {
  /** Characters of one record; the longest Excel cell has 32,767. */
  recordLength: 8 * 1024 * 1024,
  /** Characters of a raw record kept in `rejects`. */
  keptLine: 64 * 1024,
  /** Cells of one record; Excel ends at 16,384 columns. */
  columns: 16_384,
  /** Unpacked bytes from which the ratio of a packed file is looked at. */
  unpackedFree: 256 * 1024 * 1024,
  /** Unpacked to packed; real tables stay under 50, deflate's ceiling is 1,032. */
  unpackRatio: 150,
  /** Unpacked bytes of all parts of a file. */
  unpackedBytes: 64 * 1024 ** 3,
  /** Characters of all shared strings of a workbook. */
  sharedStrings: 512 * 1024 * 1024,
  /** Bytes of a workbook that is read whole (.xls, .xlsb, .ods, a web page); .xls itself ends at 65,536 rows. */
  wholeWorkbook: 256 * 1024 * 1024,
  /** Bytes of a JSON object that holds the list of records, which is read whole. */
  wrappedJson: 256 * 1024 * 1024,
  /** Blank rows between two rows of a sheet that are counted one by one. */
  blankRun: 100_000,
  /** Entries of a zip. */
  zipEntries: 10_000,
} as const;

/** More columns than any table has. */
export const tooManyColumns = (name: string): ReportError =>
  new ReportError("too_many_columns", name, {
    what: {zh: `列数超过 ${limits.columns}`, en: `more than ${limits.columns} columns`},
    fix: {
      zh: "请核对分隔符与内容，或在表格软件中另存为新文件",
      en: "check the delimiter and the content, or save it anew in a spreadsheet program",
    },
  });
