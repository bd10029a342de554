import {readdirSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {createRejects} from "../../loaders/readers/intake/rejects.js";
import {loadRaw} from "../../loaders/readers/load-raw.js";

const columns: Readonly<Record<string, string>> = {
  "cn-citizen-msgs": "留言主题, 留言详情",
  "airline-tweets": "text",
  "comcast-complaints": '"Customer Complaint"',
};

/** What citizens, travellers and customers wrote, read as reports read them. */
export async function realTexts(data: string): Promise<[name: string, texts: string[]][]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await createRejects(connection);
  const found: [string, string[]][] = [];
  for (const [name, wanted] of Object.entries(columns)) {
    const [file] = readdirSync(join(data, name));
    const table = `raw_${name.replaceAll("-", "_")}`;
    await loadRaw(connection, {
      table,
      source: "real",
      entity: "any",
      files: [{path: join(data, name, file!), name: file!}],
      options: {},
    });
    const rows = await connection.runAndReadAll(`select ${wanted} from ${table} order by _row`);
    found.push([name, rows.getRows().flat().map(String)]);
  }
  connection.closeSync();
  return found;
}
