import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {read as readWorkbook, utils} from "@e965/xlsx";
import {gunzipSync, gzipSync, strFromU8, strToU8} from "fflate";
import {csvText} from "../company/csv-text.js";
import {csvRecords} from "../company/read-back.js";
import {xlsxFile} from "../company/xlsx-file.js";

export type Line = Readonly<Record<string, string>>;

/** An export as rows of texts, whatever its format. */
export interface ExportTable {
  readonly headers: readonly string[];
  readonly rows: readonly Line[];
  /** Columns of a format with types, by header; others hold texts alone. */
  readonly types?: Readonly<Record<string, string>>;
  /** Lines above the headers. */
  readonly above?: readonly string[];
  /** Lines that are no rows of the table. */
  readonly broken?: readonly string[];
  readonly sheet?: string;
}

/** Reads an export of the sample report without the code under test. */
export async function readExport(path: string, {above = 0}: {above?: number} = {}): Promise<ExportTable> {
  if (path.endsWith(".parquet")) return readParquet(path);
  const bytes = path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path);
  if (path.includes(".jsonl")) {
    const records = strFromU8(bytes).split("\n").flatMap(parsed);
    const headers = [...new Set(records.flatMap((record) => Object.keys(record)))];
    return {
      headers,
      rows: records.map((record) =>
        lineOf(
          headers,
          headers.map((name) => String(record[name] ?? "")),
        ),
      ),
    };
  }
  const [records, sheet] = path.endsWith(".xlsx") ? sheetRecords(bytes) : [csvRecords(decoded(bytes)), undefined];
  const [headers = [], ...body] = records.slice(above);
  const rows = body.filter((cells) => cells.length === headers.length && cells[0] !== "合计");
  return {
    headers,
    rows: rows.map((cells) => lineOf(headers, cells)),
    above: records.slice(0, above).map((cells) => cells.join(",")),
    ...(sheet ? {sheet} : {}),
  };
}

/** Writes a table in the format that the name says; text files in UTF-8. */
export async function writeExport(path: string, table: ExportTable): Promise<void> {
  const {headers, rows, types, above = [], broken = [], sheet = "1"} = table;
  if (types) return writeParquet(path, {headers, rows, types});
  const cells = [headers, ...rows.map((row) => headers.map((name) => row[name] ?? ""))];
  if (path.endsWith(".xlsx")) {
    writeFileSync(path, xlsxFile({name: sheet, rows: [...above.map((line) => [line]), ...cells]}));
    return;
  }
  const text = path.includes(".jsonl")
    ? `${rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")))).join("\n")}\n${broken.join("\n")}\n`
    : [...above.map((line) => `${line}\n`), csvText(cells), ...broken.map((line) => `${line}\n`)].join("");
  writeFileSync(path, path.endsWith(".gz") ? gzipSync(strToU8(text)) : text);
}

/** The sample has lines that were cut off. */
const parsed = (line: string): Record<string, unknown>[] => {
  try {
    return [flat(JSON.parse(line) as Record<string, unknown>)];
  } catch {
    return [];
  }
};

/** Objects within become columns as the reader names them: visitor.id. */
const flat = (record: Record<string, unknown>, under = ""): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${under}${name}.`))
        : [[`${under}${name}`, value]],
    ),
  );

const lineOf = (headers: readonly string[], cells: readonly string[]): Line =>
  Object.fromEntries(headers.map((name, at) => [name, cells[at] ?? ""]));

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", {fatal: true}).decode(bytes);
  }
}

function sheetRecords(bytes: Uint8Array): [string[][], string] {
  const {SheetNames, Sheets} = readWorkbook(bytes);
  const sheet = SheetNames[0]!;
  const rows = utils.sheet_to_json<unknown[]>(Sheets[sheet]!, {header: 1, raw: false, defval: "", blankrows: false});
  return [rows.map((row) => row.map(String)), sheet];
}

async function asked<T>(use: (ask: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1", autoinstall_known_extensions: "false"});
  const connection = await instance.connect();
  try {
    return await use(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const readParquet = (path: string): Promise<ExportTable> =>
  asked(async (ask) => {
    const described = await ask(`describe select * from ${quoted(path)}`);
    const types = Object.fromEntries(
      described.map(({column_name, column_type}) => [String(column_name), String(column_type)]),
    );
    const headers = Object.keys(types);
    const found = await ask(
      `select ${headers.map((name) => `coalesce("${name}"::varchar, '') as "${name}"`).join(", ")} from ${quoted(path)}`,
    );
    return {headers, rows: found as unknown as Line[], types};
  });

const writeParquet = (
  path: string,
  {headers, rows, types}: Required<Pick<ExportTable, "headers" | "rows" | "types">>,
): Promise<void> =>
  asked(async (ask) => {
    const from = `${path}.jsonl`;
    writeFileSync(from, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const columns = headers.map((name) => `"${name}": 'varchar'`).join(", ");
    const typed = headers.map((name) => `nullif("${name}", '')::${types[name] ?? "varchar"} as "${name}"`).join(", ");
    await ask(
      `copy (select ${typed} from read_json(${quoted(from)}, format = 'newline_delimited', columns = {${columns}})) to ${quoted(path)} (format parquet)`,
    );
    rmSync(from);
  });
