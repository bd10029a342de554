import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {RawAccount, RawTarget, ReadOptions} from "../../loaders/readers/intake/types.js";
import {loadRaw} from "../../loaders/readers/load-raw.js";

export type Cells = readonly (string | null)[];

export interface Loaded {
  readonly account: RawAccount;
  readonly columns: readonly string[];
  /** Without `_file` and `_row`. */
  readonly rows: readonly Cells[];
  /** The `_row` of each row. */
  readonly numbers: readonly number[];
  readonly rejects: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly value: string | null;
    readonly reason: string;
    readonly severity: string;
    readonly line: string | null;
  }[];
  readonly notes: readonly string[];
}

const instance = await DuckDBInstance.create(":memory:", {autoinstall_known_extensions: "false"});
const connection = await instance.connect();
const folder = mkdtempSync(join(tmpdir(), "huisheng-test-"));
let count = 0;

/** Loads files with the reader under test and reads back everything it says. */
export async function loadFiles(
  paths: readonly string[],
  {options = {}, columns, keys}: {options?: ReadOptions; columns?: readonly string[]; keys?: readonly string[]} = {},
): Promise<Loaded> {
  const table = `raw_${++count}`;
  const source = `source_${count}`;
  const files = paths.map((path) => ({path, name: basename(path)}));
  const target: RawTarget = {
    table,
    source,
    entity: "tickets",
    files,
    options,
    ...(columns && {columns}),
    ...(keys && {keys}),
  };
  const account = await loadRaw(connection, target);
  const list = account.columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const rows = await read(
    `select ${[list, "_row"].filter((part) => part !== "").join(", ")} from ${table} order by _file, _row`,
  );
  const rejects = await read(
    `select "row", "column", value, reason, severity, line from rejects where source = '${source}' order by "row"`,
  );
  await connection.run(`drop table ${table}`);
  for (const file of account.files)
    if (file.rows_in !== file.rows_loaded + file.rows_rejected + file.rows_set_aside)
      throw new Error("lines were lost");
  return {
    account,
    columns: account.columns,
    rows: rows.map((row) => row.slice(0, -1) as Cells),
    numbers: rows.map((row) => Number(row.at(-1))),
    rejects: rejects.map(([row, column, value, reason, severity, line]) => ({
      row: Number(row),
      column: column as string | null,
      value: value as string | null,
      reason: String(reason),
      severity: String(severity),
      line: line as string | null,
    })),
    notes: account.files.flatMap((file) => file.notes.map(({code}) => code)),
  };
}

/** Writes bytes to a file of our own and loads it. */
export async function loadBytes(
  bytes: string | Uint8Array,
  {
    name = "table.csv",
    ...rest
  }: {name?: string; options?: ReadOptions; columns?: readonly string[]; keys?: readonly string[]} = {},
): Promise<Loaded> {
  return loadFiles([writeTemporary(bytes, name)], rest);
}

/** A path with these bytes. */
export function writeTemporary(bytes: string | Uint8Array, name: string): string {
  const path = join(mkdtempSync(join(folder, "f-")), name);
  writeFileSync(path, bytes);
  return path;
}

/** Runs SQL on the same database. */
export const query = async (sql: string): Promise<readonly unknown[][]> =>
  (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][];
