import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";

/** Writes records as Parquet with typed columns: name → DuckDB type. One thread, so the bytes are always the same. */
export async function parquetFile(
  records: readonly Readonly<Record<string, string | number | boolean | null>>[],
  types: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "company-"));
  try {
    const from = join(folder, "records.jsonl");
    const to = join(folder, "records.parquet");
    writeFileSync(from, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const instance = await DuckDBInstance.create(":memory:", {threads: "1", autoinstall_known_extensions: "false"});
    const connection = await instance.connect();
    const columns = Object.entries(types).map(([name, type]) => `"${name}": '${type}'`);
    const source = `read_json('${from.replaceAll("'", "''")}', format = 'newline_delimited', columns = {${columns.join(", ")}})`;
    await connection.run(
      `copy (select * from ${source}) to '${to.replaceAll("'", "''")}' (format parquet, compression zstd)`,
    );
    connection.closeSync();
    instance.closeSync();
    return readFileSync(to);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
