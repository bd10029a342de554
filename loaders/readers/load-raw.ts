import type {DuckDBConnection} from "@duckdb/node-api";
import type {RawAccount, RawTarget} from "./types.js";

/** Loads the files of one target into one text table. */
export async function loadRaw(_connection: DuckDBConnection, target: RawTarget): Promise<RawAccount> {
  throw new Error(`cannot read ${target.table} yet`);
}
