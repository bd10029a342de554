import type {Database} from "./database.js";
import {identifier} from "./sql-text.js";

/** The column that says for how many records a row stands, where the records themselves stay in a cluster. */
export const recordsColumn = "_records";

/**
 * SQL that counts the records of a table: its rows, or what they say that they stand for.
 * @param plain how a table of records is counted; defaults to all its rows
 */
export async function countSql(database: Database, table: string, plain = "count(*)"): Promise<string> {
  const columns = await database.rows(`describe ${identifier(table)}`);
  const isSummary = columns.some(({column_name: name}) => name === recordsColumn);
  return isSummary ? `sum(${recordsColumn})` : plain;
}
