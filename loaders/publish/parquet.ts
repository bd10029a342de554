import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {withSmallDatabase} from "../database/small.js";
import {fileLiteral, literal} from "../database/sql-text.js";
import {writeJson} from "./json.js";
import type {Counted} from "./report.js";

/**
 * Writes every published table as Parquet, from its published JSON: what was withheld there is withheld here. The
 * database works in a thread of its own.
 */
export async function writeParquet(
  published: Counted["published"],
  {json, parquet}: {json: string; parquet: string},
): Promise<void> {
  mkdirSync(parquet, {recursive: true});
  await withSmallDatabase(async (database) => {
    for (const [name, rows] of Object.entries(published)) {
      if (rows.length === 0) continue;
      writeJson(json, `${name}.json`, rows);
      const from = `read_json(${fileLiteral(join(json, `${name}.json`))}, format = 'array', sample_size = -1)`;
      await database.run(
        `copy (select * from ${from}) to ${literal(join(parquet, `${name}.parquet`))} (format parquet, compression zstd)`,
      );
    }
  });
}
