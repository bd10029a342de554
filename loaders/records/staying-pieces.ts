import {type ClusterColumn, quoted} from "../cluster/column-sql.js";
import {isOf, type Pieces, type Share} from "../cluster/share.js";
import type {ClusterTable} from "../cluster/table.js";
import type {StayingColumn} from "./staying-plan.js";
import {idSql, quotedText} from "./staying-sql.js";

/** Records of a piece, and the most pieces that there are. */
const recordsOfPiece = 50_000;
const mostPieces = 1_024;
/** Ids that a piece is measured by. */
const idsOfPiece = 64;

/** Bytes that a node holds of each record while it is summed customer by customer. */
const bytesOfRecord = 1_000;

/** Cuts the customers' ids into pieces of about as many records each, by some of the ids there. */
export async function piecesOf(
  opened: ClusterTable,
  {customer, key, rows}: {customer: StayingColumn | undefined; key: StayingColumn; rows: number},
): Promise<Pieces> {
  const pieces = Math.min(mostPieces, Math.max(1, Math.ceil(rows / recordsOfPiece)));
  const most = (await opened.memory()) / 2 / bytesOfRecord;
  const atOnce = Math.max(1, Math.floor((most * pieces) / Math.max(1, rows)));
  if (!customer) return {bounds: [], atOnce, hasNobody: true};
  const every = Math.max(1, Math.floor(rows / (pieces * idsOfPiece)));
  const isSome = `cityHash64(key) % ${every} = 0 AND id IS NOT NULL`;
  const records = opened.select([`${idSql(customer.there)} AS id`, `${idSql(key.there)} AS key`]);
  // The places are looked up from the ids: an array that is asked for one id after the other is copied for each.
  const isBound = `at > 1 AND intDiv(intDiv((at - 1) * ${pieces} + size - 1, size) * size, ${pieces}) = at - 1`;
  const [[bounds, nobody] = []] = await opened.ask(
    `SELECT arrayFilter((id, at) -> ${isBound}, ids, arrayEnumerate(ids)), nobody FROM (SELECT arraySort(groupArrayIf(assumeNotNull(id), ${isSome})) AS ids, length(ids) AS size, countIf(isNull(id)) AS nobody FROM (${records}))`,
  );
  return {bounds: [...new Set((bounds as string[]).map(String))], atOnce, hasNobody: Number(nobody) > 0};
}

/** The condition that a record is of a share's customer, so that an order of the table by customers is of use. */
export function ofShareSql(share: Share, there: ClusterColumn): string {
  const isPlain = /^(?:LowCardinality\()?(?:Nullable\()?String\)*$/.test(there.type);
  const column = share !== "nobody" && isPlain ? quoted(there.name) : idSql(there);
  return `(${isOf(share, column, quotedText)})`;
}
