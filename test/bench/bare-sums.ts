// More than is loaded: DuckDB alone sums the same Parquet by customer and month, once.
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../../loaders/database/sql-text.js";
import {printMeasured} from "./measured.js";

const start = performance.now();
const folder = process.argv[2]!;
const instance = await DuckDBInstance.create(":memory:", {
  threads: "2",
  memory_limit: "4GB",
  temp_directory: join(folder, "spill"),
  preserve_insertion_order: "false",
});
const connection = await instance.connect();
await connection.run(
  `select sum(calls), sum(calls * calls), sum(answered * answered)
   from (
     select customer, date_trunc('month', "at") as month, count(*) as calls, count(*) filter (where answered) as answered
     from read_parquet(${literal(join(folder, "exports", "calls_*.parquet"))})
     group by all
   ) as sums`,
);
printMeasured(start);
