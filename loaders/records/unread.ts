import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";

/** Makes `ref_unread`: export files that no mapping names, and reference files whose labels nothing asks for. */
export const loadUnread = (
  database: Database,
  {exports, references}: {exports: readonly string[]; references: readonly string[]},
): Promise<void> =>
  createTable(database, {
    name: "ref_unread",
    columns: ["kind varchar", "file varchar"],
    rows: [
      ...exports.map((file) => ["export", file]),
      ...references.map((name) => ["reference", `reference/${name}.csv`]),
    ],
  });
