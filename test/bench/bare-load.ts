// The yardstick: DuckDB alone loads the same files, typed, with its columns given.
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {fileLiteral} from "../../loaders/database/sql-text.js";

const folder = process.argv[2]!;
const tables = {
  customers: "{'id': 'varchar', 'region': 'varchar', 'kind': 'varchar', 'joined': 'date'}",
  tickets:
    "{'id': 'varchar', 'customer': 'varchar', 'type': 'varchar', 'category': 'varchar', 'channel': 'varchar', 'created': 'timestamp', 'solved': 'timestamp'}",
  surveys:
    "{'id': 'varchar', 'customer': 'varchar', 'answered': 'timestamp', 'score': 'integer', 'channel': 'varchar'}",
};
const start = performance.now();
const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
const connection = await instance.connect();
for (const [name, columns] of Object.entries(tables))
  await connection.run(
    `create table ${name} as select * from read_csv(${fileLiteral(join(folder, "exports", `${name}.csv`))}, header = true, auto_detect = false, delim = ',', quote = '"', columns = ${columns})`,
  );
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({seconds, megabytes: process.resourceUsage().maxRSS / 1024, steps: []}));
