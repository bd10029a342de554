import {readFileSync} from "node:fs";
import {setTimeout} from "node:timers/promises";
import {download} from "../../loaders/cluster/ask.js";
import {typeThere} from "../../loaders/cluster/dialect.js";
import {ClusterFault} from "../../loaders/cluster/faults.js";
import {isOf} from "../../loaders/cluster/share.js";
import type {Database} from "../../loaders/database/database.js";
import {fileLiteral, identifier, literal} from "../../loaders/database/sql-text.js";
import type {Staying} from "../../loaders/models/there.js";
import type {Cluster} from "./cluster.js";

/** Columns of a table with their types there: "`call_id` Nullable(String), …". */
export async function columnsThere(database: Database, table: string): Promise<string> {
  const rows = await database.rows(`describe ${identifier(table)}`);
  return rows.map((row) => `\`${row.column_name}\` ${typeThere(String(row.column_type))}`).join(", ");
}

/** The rows of a table as Parquet. */
export async function parquetOf(database: Database, table: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  await database.run(`copy (select * from ${identifier(table)}) to ${fileLiteral(path)} (format parquet)`);
  return new Uint8Array(readFileSync(path));
}

/** The calls of a table of the cluster, which holds them as `all_calls` would. */
export function callsIn(cluster: Cluster, table: string): Staying {
  const server = {url: new URL(cluster.urls[1]!), user: "report", password: "secret"};
  return {
    entity: "calls",
    holdsParts: true,
    pieces: {bounds: ["K2", "K4", "K45"], atOnce: 2, hasNobody: true},
    select: (share) => `SELECT * FROM ${table}${share ? ` WHERE ${isOf(share, "customer_id", literal)}` : ""}`,
    async ask(question) {
      // A node may die after it has refused a query, and comes back.
      for (let left = 5; ; left--)
        try {
          return await download(server, question);
        } catch (error) {
          const again = error instanceof ClusterFault && ["unreachable", 32, 209, 210, 236, 279].includes(error.code);
          if (!again || left === 0) throw error;
          await setTimeout(2000);
        }
    },
  };
}
