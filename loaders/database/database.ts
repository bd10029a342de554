import {readFileSync} from "node:fs";
import {cpus, totalmem} from "node:os";
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
 *
 * @param options.memory bytes; defaults to what `memoryFor` gives this machine
 * @param options.threads defaults to those of the machine, at most 8; see `threadsFor`
 */
export async function openDatabase({
  temp,
  memory = memoryFor(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)),
  threads = Math.min(8, cpus().length),
}: {
  temp: string;
  memory?: number | undefined;
  threads?: number | undefined;
}): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${Math.floor(memory / 1e6)}MB`, // peak memory can pass this by up to 1.9 times
    temp_directory: temp,
    checkpoint_threshold: "1TB", // nothing is written, but a checkpoint would pack what lies in memory
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

/** Bytes of exports up to which one thread is enough. */
const fewBytes = 16_000_000;

/**
 * Threads for exports of some bytes: of hundreds of queries over a few thousand rows each, several threads share none,
 * and waiting for each other and a memory of its own for each cost a third of all processor time. undefined: as many as
 * there are.
 */
export const threadsFor = (bytes: number): number | undefined => (bytes <= fewBytes ? 1 : undefined);

/** Bytes for the database on a machine, or in a container, of so many: half of them, at most 6 GB. */
export const memoryFor = (bytes: number): number => Math.min(6e9, bytes / 2);

/** DuckDB's JSON form writes 64-bit integers and decimals as text; counts and sums fit a double here. */
function cellOf(value: unknown, isNumber: boolean): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && isNumber) return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
