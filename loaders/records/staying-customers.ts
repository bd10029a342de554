import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {askInShares, isOf, type Pieces, type Share} from "../cluster/share.js";
import type {ClusterTable} from "../cluster/table.js";
import type {Database} from "../database/database.js";
import {fileLiteral, literal} from "../database/sql-text.js";
import {scratchFolder} from "../readers/load-raw.js";
import {ofShareSql} from "./staying-pieces.js";
import type {StayingColumn} from "./staying-plan.js";
import {idSql} from "./staying-sql.js";

/** Bytes that a node holds of each id while ids there are held against those of a list. */
const bytesOfId = 800;

interface Customers {
  readonly ids: number;
  readonly unknown: readonly {readonly id: string; readonly records: number}[];
}

/** How many customers the records name, and those that a table here lacks, in shares that a node can hold. */
export async function unlisted(
  database: Database,
  opened: ClusterTable,
  {
    customer,
    listed,
    pieces: {bounds},
    source,
  }: {customer: StayingColumn | undefined; listed: string; pieces: Pieces; source: string},
): Promise<Customers & {readonly source: string}> {
  if (!customer) return {source, ids: 0, unknown: []};
  const [{n = 0} = {}] = await database.rows(`select count(customer_id) as n from ${listed}`);
  const pieces = bounds.length + 1;
  const parts = Math.max(1, Math.ceil((Number(n) * bytesOfId * 2) / (await opened.memory())));
  const folder = mkdtempSync(join(await scratchFolder(database.connection), "huisheng-"));
  let ids = 0;
  const unknown: Customers["unknown"][number][] = [];
  try {
    await askInShares({bounds, atOnce: Math.ceil(pieces / parts), hasNobody: false}, async (share) => {
      const own = await unlistedOf(database, opened, {customer, listed, share, folder});
      ids += own.ids;
      unknown.push(...own.unknown);
    });
    return {source, ids, unknown};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function unlistedOf(
  database: Database,
  opened: ClusterTable,
  {customer, listed, share, folder}: {customer: StayingColumn; listed: string; share: Share; folder: string},
): Promise<Customers> {
  const [path, answer] = [join(folder, "listed.parquet"), join(folder, "unlisted.parquet")];
  await database.run(
    `copy (select distinct customer_id from ${listed} where ${isOf(share, "customer_id", literal)}) to ${fileLiteral(path)} (format parquet, compression zstd)`,
  );
  const records = opened.select([`${idSql(customer.there)} AS id`], ofShareSql(share, customer.there));
  const [[ids] = []] = await opened.ask(`SELECT count() FROM (SELECT id FROM (${records}) GROUP BY id)`);
  await opened.fetch({
    sql: `SELECT id, count() AS records FROM (${records}) WHERE id NOT IN (SELECT customer_id FROM listed) GROUP BY id ORDER BY id`,
    tables: [{name: "listed", structure: "`customer_id` String", path}],
    path: answer,
  });
  const rows = await database.rows(
    `select id, records from read_parquet(${fileLiteral(answer)}, binary_as_string = true)`,
  );
  return {ids: Number(ids), unknown: rows.map(({id, records}) => ({id: String(id), records: Number(records)}))};
}
