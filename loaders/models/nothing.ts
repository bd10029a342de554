import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import type {Model} from "./model.js";

/** The tables without which a model has no row, as its first line says: "(Nothing without stg_visits or stg_calls.)" */
export const neededBy = ({comment}: Pick<Model, "comment">): readonly string[] =>
  /\(Nothing without ([\w ]+)\.\)/.exec(comment)?.[1]?.split(" or ") ?? [];

/** Whether a model has no row, since all of the tables that it needs have none. */
export async function isNothing(database: Database, model: Model): Promise<boolean> {
  const needed = neededBy(model);
  for (const name of needed) {
    const [row] = await database.rows(`select exists (select 1 from ${identifier(name)}) as has`);
    if (row!.has) return false;
  }
  return needed.length > 0;
}
