import type {DuckDBConnection} from "@duckdb/node-api";
import type {Landing} from "./landing.js";
import type {Reject} from "./rejects.js";
import type {FileInPlace, FileNote, ReadOptions} from "./types.js";

/** One readable thing: a file, or one file inside a zip or gz, unpacked. */
export interface Part {
  /** The name shown: `a.csv`, `a.zip/b.csv`. */
  readonly name: string;
  /** Where its bytes are. */
  readonly path: string;
  /** The same, or a name without `.gz`, for the ending. */
  readonly kind: PartKind;
}

export type PartKind = "delimited" | "json" | "jsonl" | "xlsx" | "xls" | "xlsb" | "ods" | "html" | "xml" | "parquet";

/** What every reader is handed. */
export interface ReadContext {
  readonly connection: DuckDBConnection;
  readonly landing: Landing;
  readonly options: ReadOptions;
  readonly wanted: readonly string[];
  /** Headers of the columns that make a record's id: a totals row has none. */
  readonly keys: readonly string[];
  /** Where a regular file may stay where it is, who is told so; undefined: its text is loaded. */
  readonly inPlace?: {readonly found: (file: FileInPlace) => void} | undefined;
  /** A new path in a folder of our own, for one temporary file. */
  readonly scratch: (ending: string) => string;
}

/** What every reader hands back for one part. */
export interface ReadResult {
  readonly sheet?: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter?: string;
  rows_in: number;
  rows_loaded: number;
  rows_rejected: number;
  rows_set_aside: number;
  /** The headers of this file. */
  readonly columns: readonly string[];
  readonly notes: FileNote[];
  readonly rejects: Reject[];
}
