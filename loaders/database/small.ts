import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";

/** A database in memory for small files, which is closed when `use` is done: one thread, since starting more costs more. */
export async function withSmallDatabase<Result>(
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
