/** A row that a reader must not take as it came. */
export interface Planted {
  readonly id: string;
  readonly column: string;
  readonly value: string;
  readonly why: string;
  /** "row": not taken at all. "cell": the row is taken without this cell. */
  readonly severity: "row" | "cell";
}

/** What a reader must find in a file, counted by its maker. */
export interface FileTruth {
  readonly format: string;
  readonly encoding: string;
  /** Good records. Rows with an unreadable cell that can be done without come on top. */
  readonly kept: number;
  readonly rejected: readonly Planted[];
  readonly totals_rows: number;
  readonly blank_rows: number;
  /** Rows of a sheet that hold formatting only. */
  readonly phantom_rows: number;
  /** Rows that repeat an earlier row of the same file. */
  readonly repeated_rows: number;
}

export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: FileTruth;
}

export const clean = (format: string, kept: number): FileTruth => ({
  format,
  encoding: "utf-8",
  kept,
  rejected: [],
  totals_rows: 0,
  blank_rows: 0,
  phantom_rows: 0,
  repeated_rows: 0,
});

/** One column of an export: the header they use, and what stands under it. */
export type Columns<T> = readonly (readonly [string, (record: T) => string | number])[];

export const headersOf = <T>(columns: Columns<T>): string[] => columns.map(([header]) => header);
export const cellsOf = <T>(columns: Columns<T>, record: T): (string | number)[] =>
  columns.map(([, cell]) => cell(record));

/** A row with only some cells filled, by header. */
export function sparseRow<T>(columns: Columns<T>, cells: Readonly<Record<string, string>>): string[] {
  for (const header of Object.keys(cells))
    if (!headersOf(columns).includes(header)) throw new Error(`no column ${header}`);
  return columns.map(([header]) => cells[header] ?? "");
}

/** Puts rows among the others at even distances, so that a reader meets them in the middle of good ones. */
export function scatter<T>(rows: readonly T[], strange: readonly T[]): T[] {
  const step = Math.floor(rows.length / (strange.length + 1));
  const mixed = [...rows];
  for (let i = strange.length - 1; i >= 0; i--) mixed.splice((i + 1) * step, 0, strange[i]!);
  return mixed;
}

export const yesNo = (value: boolean | undefined): string => (value === undefined ? "" : value ? "是" : "否");
export const orBlank = <T>(value: T | undefined, text: (value: T) => string | number): string | number =>
  value === undefined ? "" : text(value);
