import type {DuckDBConnection} from "@duckdb/node-api";

/** Creates the table `rejects`: every record or cell that was not taken as it came, with the reason. */
export async function createRejects(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create table if not exists rejects (
    source varchar, entity varchar, file varchar, "row" bigint, "column" varchar,
    value varchar, reason varchar, severity varchar, line varchar)`);
}
