// The least there can be: DuckDB alone loads the same Parquet.
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../../loaders/database/sql-text.js";
import {printMeasured} from "./measured.js";

const start = performance.now();
const instance = await DuckDBInstance.create(":memory:", {threads: "2", memory_limit: "6GB"});
const connection = await instance.connect();
for (const [table, files] of [
  ["customers", "customers.parquet"],
  ["calls", "calls_*.parquet"],
] as const)
  await connection.run(
    `create table ${table} as select * from read_parquet(${literal(join(process.argv[2]!, "exports", files))})`,
  );
printMeasured(start);
