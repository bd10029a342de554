/** How to read a file. Everything is optional: what is absent is found from the content. */
export interface ReadOptions {
  /** csv | xlsx | xls | xlsb | ods | html | xml | json | jsonl | parquet */
  readonly format?: string;
  /** utf-8, gb18030, gbk, big5, utf-16le, utf-16be, windows-1252 … (a WHATWG encoding label) */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The quote character; "" = none. */
  readonly quote?: string;
  /** Sheet name or 1-based number. */
  readonly sheet?: string | number;
  /** Header lines; several are joined with " / "; 0 = none, the columns are c1, c2 … */
  readonly header_rows?: number;
  /** Preamble records before the header. */
  readonly skip_rows?: number;
  /** Rows whose first filled cell begins so are totals rows: set aside and listed. */
  readonly footer?: string;
}

/** One raw table to load: the files of one entity of one source. */
export interface RawTarget {
  readonly table: string;
  readonly source: string;
  readonly entity: string;
  readonly files: readonly {readonly path: string; readonly name: string}[];
  readonly options: ReadOptions;
  /** Header names the mapping needs: they help to find the header line. */
  readonly columns?: readonly string[];
  /** Headers of the columns that make a record's id: where a record has it, a totals row has its word or nothing. */
  readonly keys?: readonly string[];
  /** Whether one regular file may stay where it is, as a view under the table's name; defaults to false. */
  readonly mayStay?: boolean;
  /** What a file is called in accounts and in the table; defaults to its name. */
  readonly shownName?: (name: string) => string;
}

/** Something to say about a file, in both languages. */
export interface FileNote {
  code: string;
  zh: string;
  en: string;
}

/** What is said, and of which file. */
export interface Said {
  readonly file: string;
  readonly note: FileNote;
}

/** What became of one file (or one sheet, or one file inside a zip): rows_in = loaded + rejected + set aside. */
export interface FileAccount {
  file: string;
  sheet?: string;
  sha256: string;
  bytes: number;
  format: string;
  encoding: string;
  delimiter?: string;
  /** The headers of this file. */
  columns: readonly string[];
  /** All records but the header: lines above it, blank ones and totals rows included. */
  rows_in: number;
  rows_loaded: number;
  rows_rejected: number;
  /** Lines above the header, more of it below, blank rows, totals rows. */
  rows_set_aside: number;
  notes: FileNote[];
  /** Of a table of a cluster: what was asked, as its query log knows it. */
  readonly queries?: readonly string[];
}

/** A regular file that was only counted: what is left to be looked at by whoever reads it. */
export interface FileInPlace {
  /** SQL of its rows as texts. */
  readonly from: string;
  readonly file: string;
  /** The number of its first record, as a spreadsheet shows it. */
  readonly firstRow: number;
  /** By our own count. */
  readonly records: number;
  readonly isAscii: boolean;
  /** SQL that is true of a row that may be no record: then the file must be read again, record by record. */
  readonly odd: string;
  /** The same of a row's cell, by its column: true of none that holds a number alone, or one behind a letter. */
  readonly labels: ReadonlyMap<string, string>;
  /** The cells of its first records. */
  readonly head: () => readonly (readonly string[])[];
}

export interface RawAccount {
  /** The columns of the table, without `_file` and `_row`. */
  columns: string[];
  files: FileAccount[];
  /** The file that stayed where it is. */
  inPlace?: FileInPlace | undefined;
}
