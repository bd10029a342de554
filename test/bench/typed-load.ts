import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {fileLiteral} from "../../loaders/database/sql-text.js";

const tables = {
  customers: "{'id': 'varchar', 'region': 'varchar', 'kind': 'varchar', 'joined': 'date'}",
  tickets:
    "{'id': 'varchar', 'customer': 'varchar', 'type': 'varchar', 'category': 'varchar', 'channel': 'varchar', 'created': 'timestamp', 'solved': 'timestamp'}",
  surveys:
    "{'id': 'varchar', 'customer': 'varchar', 'answered': 'timestamp', 'score': 'integer', 'channel': 'varchar'}",
};

/** DuckDB alone, with the files of a bench loaded typed, every setting given. */
export async function typedLoad(folder: string, {threads = "2", settings = [] as readonly string[]} = {}) {
  const instance = await DuckDBInstance.create(":memory:", {threads, memory_limit: "6GB"});
  const connection: DuckDBConnection = await instance.connect();
  for (const setting of settings) await connection.run(setting);
  for (const [name, columns] of Object.entries(tables))
    await connection.run(
      `create table ${name} as select * from read_csv(${fileLiteral(join(folder, "exports", `${name}.csv`))}, header = true, auto_detect = false, delim = ',', quote = '"', columns = ${columns})`,
    );
  return connection;
}
