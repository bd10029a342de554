import {readFileSync} from "node:fs";
import {cpus} from "node:os";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {literal} from "./sql-text.js";

export interface Database {
  readonly connection: DuckDBConnection;
  /** Rows as plain objects: bigint → number, decimal → number, dates and timestamps → ISO text. */
  rows(sql: string): Promise<Row[]>;
  run(sql: string): Promise<void>;
  close(): void;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/**
 * One DuckDB for one build, in memory, spilling to a folder beside the output. Nothing is downloaded: extensions that
 * are not built in stay unknown.
 */
export async function openDatabase({temp, memory = "6GB"}: {temp: string; memory?: string}): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(Math.min(8, cpus().length)),
    memory_limit: memory, // peak memory can pass this by up to 1.9 times
    temp_directory: temp,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql);
  };
  await run(`set TimeZone = ${literal("UTC")}`);
  for (const macros of ["macros.sql", "texts.sql", "numbers.sql", "moments.sql", "privacy.sql"])
    await run(readFileSync(new URL(`./${macros}`, import.meta.url), "utf8"));
  const rows = async (sql: string): Promise<Row[]> => {
    const reader = await connection.runAndReadAll(sql);
    const columns = reader.deduplicatedColumnNames().map((name, index) => ({
      name,
      isNumber: /^(U?BIGINT|U?HUGEINT|DECIMAL)/.test(reader.columnType(index).toString()),
    }));
    return reader.getRowsJson().map((values) => {
      const row: Row = {};
      columns.forEach(({name, isNumber}, index) => {
        row[name] = cellOf(values[index], isNumber);
      });
      return row;
    });
  };
  return {
    connection,
    run,
    rows,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** DuckDB's JSON form writes 64-bit integers and decimals as text; counts and sums fit a double here. */
function cellOf(value: unknown, isNumber: boolean): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && isNumber) return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
