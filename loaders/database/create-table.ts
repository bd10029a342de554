import type {Cell, Database} from "./database.js";
import {literal} from "./sql-text.js";
export async function createTable(
  database: Database,
  {name, columns, rows}: {name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[]},
): Promise<void> {
  await database.run(`create table ${name} (${columns.join(", ")})`);
  if (rows.length === 0) return;
  const value = (cell: Cell) => (cell === null ? "null" : typeof cell === "string" ? literal(cell) : String(cell));
  await database.run(`insert into ${name} values ${rows.map((row) => `(${row.map(value).join(", ")})`).join(", ")}`);
}
