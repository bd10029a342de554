import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";

/** What becomes of columns in the records for which a condition holds. */
export interface Change {
  readonly set: Readonly<Record<string, string>>;
  readonly where: string;
}

/**
 * Changes the records of a table, one change after the other, if there are any to change: from then on its name is that of a
 * view of them. A reader works out the columns it asks for; to write them costs the database many times as much.
 */
export async function areMade(database: Database, table: string, changes: readonly Change[]): Promise<boolean> {
  if (changes.length === 0) return false;
  const described = await database.rows(`describe ${identifier(table)}`);
  const types = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  const told = (records: string, made: readonly Change[]) =>
    made.reduce(
      (from, change) => `(select * replace (${replacedSql(change, types)}) from ${from} as records)`,
      records,
    );
  const made: Change[] = [];
  for (const change of changes) {
    const [found] = await database.rows(`select 1 from ${told(identifier(table), made)} where ${change.where} limit 1`);
    if (found) made.push(change);
  }
  if (made.length === 0) return false;
  const asRead = identifier(`${table}_as_read`);
  await database.run(`alter table ${identifier(table)} rename to ${asRead}`);
  // records may be numbered by their places
  const records = types.has("rowid") ? asRead : `(select rowid, * from ${asRead})`;
  await database.run(`create view ${identifier(table)} as from ${told(records, made)}`);
  return true;
}

const replacedSql = ({set, where}: Change, types: ReadonlyMap<string, string>): string =>
  Object.entries(set)
    .map(([name, value]) => {
      const column = identifier(name);
      return `cast(case when ${where} then ${value} else ${column} end as ${types.get(name)}) as ${column}`;
    })
    .join(", ");
