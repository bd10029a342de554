import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import type {Model} from "./model.js";

/** Whether a model says of itself that it has no row, since other tables have none: "(Nothing without stg_visits or stg_calls.)" */
export async function isNothing(database: Database, {comment}: Model): Promise<boolean> {
  const [, list] = /\(Nothing without ([\w ]+)\.\)/.exec(comment) ?? [];
  for (const name of list?.split(" or ") ?? []) {
    const [row] = await database.rows(`select exists (select 1 from ${identifier(name)}) as has`);
    if (row!.has) return false;
  }
  return list !== undefined;
}
