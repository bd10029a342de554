import type {Cell, Database} from "./database.js";
import {literal} from "./sql-text.js";

/** Rows of one statement: longer ones are slow to parse. */
const mostRows = 10_000;

export async function createTable(
  database: Database,
  {name, columns, rows}: {name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[]},
): Promise<void> {
  await database.run(`create table ${name} (${columns.join(", ")})`);
  const value = (cell: Cell) => (cell === null ? "null" : typeof cell === "string" ? literal(cell) : String(cell));
  for (let at = 0; at < rows.length; at += mostRows) {
    const values = rows.slice(at, at + mostRows).map((row) => `(${row.map(value).join(", ")})`);
    await database.run(`insert into ${name} values ${values.join(", ")}`);
  }
}
